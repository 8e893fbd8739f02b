package rolt.torture.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.torture.chat.History.Kept;

/** The checker finds what it is there to find. */
class HistoryTest {
    private static final Kept ONE = new Kept(1, "một", "Chào");
    private static final Kept TWO = new Kept(2, "hai", "Vâng");
    private static final Kept THREE = new Kept(3, null, "The chat was closed.");

    private final History history = new History();

    @BeforeEach
    void two_people_talked() {
        history.acknowledged("Khách", ONE);
        history.acknowledged("Hải", TWO);
        history.refused("Lan", "ba");
        history.saw("Khách", List.of(ONE, TWO, THREE));
    }

    @Test
    void what_was_told_and_is_kept_is_right() {
        assertThat(history.compare(List.of(ONE, TWO, THREE))).isEmpty();
    }

    @Test
    void a_message_that_was_acknowledged_and_is_lost_is_found() {
        assertThat(history.compare(List.of(ONE, new Kept(2, "khác", "Vâng"), THREE)))
                .anySatisfy(finding -> assertThat(finding).startsWith("Hải was told"));
    }

    @Test
    void a_message_that_is_there_twice_is_found() {
        assertThat(history.compare(List.of(ONE, TWO, THREE, new Kept(4, "hai", "Vâng"))))
                .anySatisfy(finding -> assertThat(finding).startsWith("Hải was told"));
    }

    @Test
    void a_message_under_another_number_or_with_other_words_is_found() {
        assertThat(history.compare(List.of(new Kept(1, "hai", "Vâng"), new Kept(2, "một", "Chào"), THREE)))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(history.compare(List.of(ONE, new Kept(2, "hai", "Không"), THREE)))
                .isNotEmpty();
    }

    @Test
    void a_message_that_was_refused_and_is_there_is_found() {
        history.saw("Khách", List.of(ONE, TWO, THREE, new Kept(4, "ba", "Tôi nữa")));
        assertThat(history.compare(List.of(ONE, TWO, THREE, new Kept(4, "ba", "Tôi nữa"))))
                .containsExactly("Lan was told no, the room holds [Kept[seq=4, clientId=ba, text=Tôi nữa]]");
    }

    @Test
    void a_gap_in_the_numbers_is_found() {
        assertThat(history.compare(List.of(ONE, TWO, new Kept(4, null, "The chat was closed."))))
                .anySatisfy(finding -> assertThat(finding).startsWith("The numbers have gaps"));
    }

    @Test
    void somebody_who_saw_less_more_or_another_order_is_found() {
        history.saw("Hải", List.of(ONE, TWO));
        history.saw("Lan", List.of(TWO, ONE, THREE));
        history.saw("Minh", List.of(ONE, TWO, THREE, THREE));
        assertThat(history.compare(List.of(ONE, TWO, THREE)))
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding).contains(" saw "));
    }

    @Test
    void a_later_message_in_front_of_an_earlier_one_is_found() {
        history.acknowledged("Hải", new Kept(1, "một", "Chào"));
        assertThat(history.compare(List.of(ONE, TWO, THREE)))
                .anySatisfy(finding -> assertThat(finding).startsWith("A later message of Hải"));
    }
}
