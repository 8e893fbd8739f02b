package rolt.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.people.AddressRules.Stored;
import rolt.people.PeopleMessages.AddAddress;
import rolt.platform.Problem;

class AddressRulesTest {
    @Test
    void the_same_address_is_stored_as_the_same_text() {
        Stored typed = AddressRules.stored(address("  Nguyễn   Minh Anh ", "+84 912 345 678", " Cửa  Nam"));
        String decomposed = Normalizer.normalize("Nguyễn Minh Anh", Normalizer.Form.NFD);
        assertThat(AddressRules.stored(address(decomposed, "0912345678", "Cửa Nam")))
                .isEqualTo(typed);
        assertThat(typed.name()).isEqualTo("Nguyễn Minh Anh");
        assertThat(typed.phone()).isEqualTo("0912345678");
    }

    @Test
    void an_empty_line_is_told_by_its_field() {
        assertThat(fault(address("Minh Anh", "0912345678", " "))).isEqualTo("ward required");
        assertThat(fault(address(null, "0912345678", "Cửa Nam"))).isEqualTo("name required");
    }

    @Test
    void a_line_that_nobody_sees_is_empty() {
        assertThat(fault(address("\u00a0", "0912345678", "Cửa Nam"))).isEqualTo("name required");
        assertThat(fault(address("\u2800", "0912345678", "Cửa Nam"))).isEqualTo("name required");
        assertThat(AddressRules.stored(new AddAddress("Tí", "0912345678", "Hà Nội", "8", "12/3", null))
                        .street())
                .isEqualTo("12/3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0958", "\ufb2c", "\u0344", "\ud834\udd60"})
    void a_line_that_composing_makes_longer_is_measured_afterwards(String growing) {
        assertThat(fault(address("a" + growing.repeat(80), "0912345678", "Cửa Nam")))
                .isEqualTo("name maxLength");
        assertThat(fault(address("Minh Anh", "0912345678", "a" + growing.repeat(70))))
                .isEqualTo("ward maxLength");
    }

    @Test
    void a_number_that_is_none_is_told() {
        assertThat(fault(address("Minh Anh", "12", "Cửa Nam"))).isEqualTo("phone pattern");
    }

    @Test
    void search_words_find_a_number_however_it_is_spaced() {
        assertThat(Search.words(" 0912 345.678 ")).isEqualTo("0912345678");
        assertThat(Search.words(" Minh Anh ")).isEqualTo("Minh Anh");
        assertThat(Search.words("  ")).isNull();
        assertThat(Search.words(null)).isNull();
    }

    private static String fault(AddAddress address) {
        Problem problem = catchThrowableOfType(Problem.class, () -> AddressRules.stored(address));
        return problem.violations().getFirst().field() + " "
                + problem.violations().getFirst().rule();
    }

    private static AddAddress address(String name, String phone, String ward) {
        return new AddAddress(name, phone, "Hà Nội", ward, "12 Tràng Thi", null);
    }
}
