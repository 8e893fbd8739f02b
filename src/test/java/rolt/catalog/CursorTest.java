package rolt.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.platform.Problem;

class CursorTest {
    @Property
    void a_cursor_reads_back_as_it_was_written(@ForAll("cursors") Cursor cursor) {
        assertThat(Cursor.parse(cursor.text(), cursor.sort())).isEqualTo(cursor);
    }

    @Property
    void a_cursor_changed_in_any_place_is_refused(@ForAll("cursors") Cursor cursor, @ForAll int where) {
        char[] text = cursor.text().toCharArray();
        int at = Math.floorMod(where, text.length);
        text[at] = text[at] == 'A' ? 'B' : 'A';
        assertRefused(new String(text), cursor.sort());
    }

    @Property
    void a_cursor_of_another_order_is_refused(@ForAll("cursors") Cursor cursor, @ForAll Sort other) {
        if (other != cursor.sort()) {
            assertRefused(cursor.text(), other);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "=", "abc", "đ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_never_was_a_cursor_is_refused(String text) {
        assertRefused(text, Sort.NEWEST);
    }

    @Test
    void a_forged_cursor_that_postgres_could_not_read_is_refused() {
        assertRefused(new Cursor(Sort.PRICE, "1; drop", Cursor.FIRST_ID).text(), Sort.PRICE);
        assertRefused(new Cursor(Sort.NEWEST, "9999999999999999", Cursor.FIRST_ID).text(), Sort.NEWEST);
        assertRefused(new Cursor(Sort.NAME_VI, "a\0b", Cursor.FIRST_ID).text(), Sort.NAME_VI);
        byte[] broken = "00000000 PRICE 1".getBytes(StandardCharsets.UTF_8);
        assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(broken), Sort.PRICE);
    }

    @Provide
    Arbitrary<Cursor> cursors() {
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        Arbitrary<String> numbers = Arbitraries.longs()
                .between(-4_000_000_000_000_000L, 4_000_000_000_000_000L)
                .map(String::valueOf);
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("aăâbcdđeêghiklmnoôơpqrstuưvxyẠẾỹ 0123456789%/'\n")
                .ofMaxLength(120);
        return Arbitraries.of(Sort.class)
                .flatMap(sort -> Combinators.combine(sort.name().startsWith("NAME") ? names : numbers, ids)
                        .as((mark, id) -> new Cursor(sort, mark, id)));
    }

    private static void assertRefused(String text, Sort sort) {
        assertThatThrownBy(() -> Cursor.parse(text, sort)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.violations())
                    .singleElement()
                    .satisfies(v -> assertThat(v.field()).isEqualTo("after"));
        });
    }
}
