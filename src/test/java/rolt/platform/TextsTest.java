package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolt.platform.Language.EN;
import static rolt.platform.Language.VI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern USE = Pattern.compile("page\\.text\\(\"([^\"]+)\"[,)]");

    private final Texts texts = Texts.load();

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(texts.all(EN).keySet())
                .containsExactlyInAnyOrderElementsOf(texts.all(VI).keySet());
    }

    @Test
    void a_text_takes_the_same_parameters_in_both_languages() {
        texts.all(VI)
                .forEach((key, text) ->
                        assertThat(parameters(texts.all(EN).get(key))).as(key).isEqualTo(parameters(text)));
    }

    @Test
    void no_text_is_empty() {
        assertThat(texts.all(VI).values()).noneMatch(String::isBlank);
        assertThat(texts.all(EN).values()).noneMatch(String::isBlank);
    }

    @Test
    void a_number_chooses_its_word() {
        assertThat(texts.get(EN, "products.count", Map.of("count", 1))).isEqualTo("1 product");
        assertThat(texts.get(EN, "products.count", Map.of("count", 1_012))).isEqualTo("1,012 products");
        assertThat(texts.get(VI, "products.count", Map.of("count", 1_012))).isEqualTo("1.012 sản phẩm");
    }

    @Test
    void a_missing_key_or_parameter_is_told_by_name() {
        assertThatThrownBy(() -> texts.get(VI, "no.such", Map.of()))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no.such");
        assertThatThrownBy(() -> texts.get(VI, "products.count", Map.of()))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("count");
    }

    @Test
    void every_text_that_a_template_names_is_there() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                USE.matcher(Files.readString(template)).results().forEach(use -> used.add(use.group(1)));
            }
        }
        assertThat(used).isNotEmpty().isSubsetOf(texts.all(VI).keySet());
    }

    private static Set<String> parameters(String text) {
        return Texts.PARAMETER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
