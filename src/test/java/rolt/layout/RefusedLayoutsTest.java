package rolt.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.layout.Layouts.violation;

import java.time.Duration;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.platform.Problem;

/** Texts that are no layouts, or meant to do harm. */
class RefusedLayoutsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"layouts\": {\"keymap\": [[\"0,0\", {\"w\": \"2\"}, \"0,1\"]]}} | layout-value | {item=2, row=1, what=w}",
                "{\"layouts\": {\"keymap\": [[\"0,0\"], \"0,1\"]}} | layout-row | {row=2}",
                "{\"layouts\": {\"keymap\": [[\"0,0\", [\"0,1\"]]]}} | layout-item | {item=2, row=1, what=[0,1]}",
                "{\"layouts\": {\"keymap\": [[\"0,0\", 7]]}} | layout-item | {item=2, row=1, what=7}",
                "{\"layouts\": {\"keymap\": [[\"0,0\"]], \"labels\": \"A\"}} | layout-labels | {}",
                "{\"layouts\": {\"keymap\": [[\"0,0\"]], \"labels\": [\"A\", {}]}} | layout-label | {item=2}",
                "{\"layouts\": {\"keymap\": [[\"0,0\"]], \"labels\": [[\"A\", null]]}} | layout-label | {item=1}",
                "{\"layouts\": {\"keymap\": []}} | layout-empty | {}",
                "{\"layouts\": {\"keymap\": [[{\"d\": true}, \"\"]]}} | layout-empty | {}",
                "{\"layouts\": {\"LAYOUT\": {\"layout\": [{\"x\": 0}]}}} | layout-qmk | {}",
                "{\"keyboard\": \"a\", \"layers\": [[\"KC_A\"]]} | layout-qmk | {}",
                "{\"layouts\": {\"keys\": [{\"row\": 0, \"col\": 0}]}} | layout-via-compiled | {}",
                "{\"layouts\": {\"LAYOUT\": [[\"0,0\"]]}} | layout-form | {}",
                "{\"layouts\": {\"keymap\": [[\"0,0\"]]}},{\"layouts\": {\"keymap\": [[\"0,0\"]]}} | layout-form | {}",
                "[{layouts: {keymap: []}}] | layout-item | {item=1, row=1, what={layouts={keymap=[]}}}",
                "\"text\" | layout-form | {}",
                "42 | layout-form | {}",
                "<!DOCTYPE html><html></html> | layout-json | {column=1, line=1}",
                "{\"layouts\": {\"keymap\": [[\"0,0\" | layout-json | {column=32, line=1}",
                "{\"keys\": []} | layout-form | {}",
                "{options: [{}]},[\"A\"] | layout-metadata | {}",
                "{options: [{name: {vi: \"A\"}, choices: []}]},[\"A\"] | layout-metadata | {}",
                "{options: [{name: {vi: \"A\", en: \"A\"}, choices: [null]}]},[\"A\"] | layout-metadata | {}",
                "{options: 7},[\"A\"] | layout-metadata | {}",
                "{rows: [{key: 0}]},[\"A\"] | layout-metadata | {}",
                "{rows: [{key: 0, row: \"P\"}]},[\"A\"] | layout-metadata | {}",
                "{rows: [{key: 1, row: \"F\"}]},[\"A\"] | layout-key | {last=0}",
                "[\"A\"],[\"B\\n\\n\\n0,64\"] | layout-option | {item=1, row=2, what=0,64}",
                "[\"A\\n\\n\\n0,1000000000\"] | layout-option | {item=1, row=1, what=0,1000000000}",
                "[\"A\\n\\n\\n99999999999999999999,0\"] | layout-option | {item=1, row=1, what=99999999999999999999,0}",
                "[{x:1e9},\"A\"] | layout-value | {item=1, row=1, what=x}",
                "[{w:-1},\"A\"] | layout-value | {item=1, row=1, what=w}",
                "[{w:1e400},\"A\"] | layout-value | {item=1, row=1, what=w}",
                "[{y:NaN},\"A\"] | layout-json | {column=8, line=1}",
                "[{r:null},\"A\"] | layout-value | {item=1, row=1, what=r}",
                "[{a:\"4\"},\"A\"] | layout-value | {item=1, row=1, what=a}",
                "[{rx:900},\"A\"] | layout-value | {item=1, row=1, what=rx}",
                "[{x:300},\"A\",{x:300},\"B\"] | layout-value | {item=4, row=1, what=x}",
                "[\"A\"]],[[\"B\"] | layout-json | {column=7, line=1}",
            })
    void what_is_not_understood_is_named(String text, String rule, String params) {
        var violation = violation(() -> LayoutFile.read(text));
        assertThat(violation.rule()).isEqualTo(rule);
        assertThat(new TreeMap<>(violation.params())).hasToString(params);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "[".repeat(100_000),
                "{\"layouts\":".repeat(10_000),
                "[\"A\"],\n".repeat(60_000),
                "[" + "{x:1},".repeat(80_000) + "\"A\"]",
                "[\"" + "<b".repeat(200_000) + "\"],",
                "[{x:" + "9".repeat(500_000) + "},\"A\"]",
                "[\"" + "\\n".repeat(200_000) + "0,1\"]",
                "[\"A\"]" + " ".repeat(10 << 20));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_text_is_done_with_at_once(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try {
                Layout.of(LayoutFile.read(text)).board();
            } catch (Problem refused) {
                assertThat(refused.status()).isEqualTo(400);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "null", "{}", "[[]]", "[null]", "\"\\n\\n\\n\"", "[{}]", "[{},{}]", "[[[[]]]]"})
    void what_is_no_layout_is_a_problem_or_a_key(String text) {
        try {
            assertThat(Layout.of(LayoutFile.read(text)).board().switchCount()).isPositive();
        } catch (Problem refused) {
            assertThat(refused.status()).isEqualTo(400);
        }
    }
}
