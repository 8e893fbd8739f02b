package rolt.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
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
