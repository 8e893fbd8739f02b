package rolt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void a_day_takes_its_minutes_and_what_is_over_goes_to_the_next() {
        Bench bench = new Bench(360, Set.of());
        assertThat(bench.doneOn(FRIDAY, 0)).isEqualTo("2026-11-28");
        assertThat(bench.doneOn(FRIDAY, 360)).isEqualTo("2026-11-28");
        assertThat(bench.doneOn(FRIDAY, 361)).isEqualTo("2026-11-30");
    }

    @Test
    void nobody_works_at_tet() {
        Bench bench = new Bench(360, Set.of(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 30)));
        assertThat(bench.doneOn(FRIDAY, 10)).isEqualTo("2026-12-01");
    }

    @Property
    void a_promise_is_never_for_a_closed_day_and_never_for_today(
            @ForAll("benches") Bench bench,
            @ForAll("days") LocalDate today,
            @ForAll @LongRange(max = 50_000) long minutes) {
        LocalDate promised = bench.doneOn(today, minutes);
        assertThat(promised).isAfter(today);
        assertThat(promised.getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY);
        assertThat(bench.closedDays()).doesNotContain(promised);
    }

    @Property
    void a_longer_queue_never_makes_it_sooner(
            @ForAll("benches") Bench bench,
            @ForAll("days") LocalDate today,
            @ForAll @LongRange(max = 50_000) long minutes,
            @ForAll @IntRange(max = 5_000) int more) {
        assertThat(bench.doneOn(today, minutes + more)).isAfterOrEqualTo(bench.doneOn(today, minutes));
    }

    @Property
    void what_is_promised_fits_into_the_days_until_then(
            @ForAll("benches") Bench bench,
            @ForAll("days") LocalDate today,
            @ForAll @LongRange(max = 50_000) long minutes) {
        long days = today.plusDays(1)
                .datesUntil(bench.doneOn(today, minutes).plusDays(1))
                .filter(bench::isOpen)
                .count();
        assertThat(days * bench.minutesPerDay()).isGreaterThanOrEqualTo(minutes);
    }

    @Provide
    Arbitrary<Bench> benches() {
        return Arbitraries.integers()
                .between(30, 2_000)
                .flatMap(minutes -> days().set().ofMaxSize(20).map(closed -> new Bench(minutes, closed)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 400).map(FRIDAY::plusDays);
    }
}
