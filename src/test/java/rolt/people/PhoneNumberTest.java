package rolt.people;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0912345678, 0912345678",
        "091 234 56 78, 0912345678",
        "0912.345.678, 0912345678",
        "+84 912 345 678, 0912345678",
        "+84 (0) 912-345-678, 0912345678",
        "0084912345678, 0912345678",
        "(028) 3822 1234, 02838221234",
        "+84 24 3825 1234, 02438251234"
    })
    void a_number_is_read_however_it_is_written(String written, String national) {
        assertThat(PhoneNumber.read(written)).map(PhoneNumber::national).contains(national);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "091234567",
                "09123456789",
                "0112345678",
                "0412345678",
                "0283822123",
                "19001234",
                "+1 415 555 0100",
                "abc"
            })
    void what_is_no_vietnamese_number_is_refused(String written) {
        assertThat(PhoneNumber.read(written)).isEmpty();
    }

    @Property
    void a_mobile_number_with_country_code_is_the_same_number(@ForAll("mobiles") String national) {
        assertThat(PhoneNumber.read("+84" + national.substring(1)))
                .isEqualTo(PhoneNumber.read(national))
                .map(PhoneNumber::national)
                .contains(national);
    }

    @Property
    void whatever_is_typed_is_read_or_refused(@ForAll String typed) {
        PhoneNumber.read(typed)
                .ifPresent(number -> assertThat(number.national()).matches("0[0-9]{9,10}"));
    }

    @Provide
    Arbitrary<String> mobiles() {
        Arbitrary<String> rest = Arbitraries.strings().numeric().ofLength(8);
        return Arbitraries.of("3", "5", "7", "8", "9").flatMap(network -> rest.map(digits -> "0" + network + digits));
    }
}
