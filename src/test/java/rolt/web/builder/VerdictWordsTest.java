package rolt.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.fit.Compatibility;
import rolt.platform.Language;
import rolt.platform.Texts;

/** Every rule of fit has words for a customer, in both languages and with the same values in them. */
class VerdictWordsTest {
    private static final Texts TEXTS = Texts.load();
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)");

    static Stream<String> rules() {
        return Compatibility.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_has_a_reason_and_a_short_one(String rule) {
        for (Language language : Language.values()) {
            Map<String, String> words = TEXTS.all(language);
            assertThat(words.get("verdict." + rule))
                    .as("%s in %s", rule, language)
                    .isNotBlank();
            assertThat(words.get("verdict." + rule + ".short"))
                    .as("%s in a few words", rule)
                    .isNotBlank()
                    .hasSizeLessThan(40)
                    .doesNotContain("{", ".");
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void both_languages_tell_the_same(String rule) {
        assertThat(named(Language.VI, rule)).isEqualTo(named(Language.EN, rule));
    }

    private static Set<String> named(Language language, String rule) {
        Matcher names = NAME.matcher(TEXTS.all(language).get("verdict." + rule));
        return names.results().map(found -> found.group(1)).collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void words_go_on_in_a_sentence() {
        assertThat(BuildWords.lower("Thiếu keycap")).isEqualTo("thiếu keycap");
        assertThat(BuildWords.lower("Đổi")).isEqualTo("đổi");
    }
}
