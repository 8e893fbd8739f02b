package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void an_amount_is_written_as_each_language_does() {
        assertThat(Money.format(1_250_000, Language.VI)).isEqualTo("1.250.000\u00a0₫");
        assertThat(Money.format(1_250_000, Language.EN)).isEqualTo("₫1,250,000");
        assertThat(Money.format(0, Language.VI)).isEqualTo("0\u00a0₫");
        assertThat(Money.format(-5_000, Language.EN)).isEqualTo("-₫5,000");
    }

    @Property
    void the_digits_are_those_of_the_amount(@ForAll @LongRange(min = 0) long dong, @ForAll Language language) {
        assertThat(Money.format(dong, language).replaceAll("\\D", "")).isEqualTo(Long.toString(dong));
    }

    @Test
    void decimals_take_the_comma_in_vietnamese() {
        assertThat(Money.decimal(1_318.5, Language.VI)).isEqualTo("1.318,5");
        assertThat(Money.decimal(3.25, Language.EN)).isEqualTo("3.25");
        assertThat(Money.decimal(4, Language.EN)).isEqualTo("4");
    }

    @Test
    void a_moment_shows_the_clock_of_vietnam() {
        Instant newYear = Instant.parse("2026-12-31T17:05:00Z");
        assertThat(Dates.minute(newYear, Language.VI)).isEqualTo("00:05, 01/01/2027");
        assertThat(Dates.minute(newYear, Language.EN)).isEqualTo("1 Jan 2027, 00:05");
        assertThat(Dates.day(newYear, Language.VI)).isEqualTo("01/01/2027");
        assertThat(Dates.day(newYear, Language.EN)).isEqualTo("1 Jan 2027");
    }
}
