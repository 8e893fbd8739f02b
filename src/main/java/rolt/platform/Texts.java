package rolt.platform;

import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The shop's own words, one flat key file for each language under {@code web/i18n}.
 *
 * <p>A text names its parameters: {@code {name}} stands for the value, {@code {count|item|items}} for the first word
 * when the number is one and for the second otherwise.
 */
public final class Texts {
    static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?:\\|([^|}]*)\\|([^|}]*))?}");

    private final Map<Language, Map<String, String>> texts;

    private Texts(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    public static Texts load() {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, read(language));
        }
        return new Texts(texts);
    }

    private static Map<String, String> read(Language language) {
        String json = Resources.text("web/i18n/" + language.tag() + ".json");
        Map<String, String> words = new HashMap<>();
        new JsonObject(json).forEach(entry -> words.put(entry.getKey(), (String) entry.getValue()));
        return Map.copyOf(words);
    }

    /** All keys and their raw texts. */
    public Map<String, String> all(Language language) {
        return texts.get(language);
    }

    /** @throws NoSuchElementException when the key or a parameter has nothing to stand for it */
    public String get(Language language, String key, Map<String, Object> parameters) {
        return find(language, key, parameters).orElseThrow(() -> new NoSuchElementException("No text for " + key));
    }

    /** As {@link #get}, for keys made from codes that may have no words of their own. */
    public Optional<String> find(Language language, String key, Map<String, Object> parameters) {
        return Optional.ofNullable(texts.get(language).get(key)).map(text -> fill(text, language, parameters));
    }

    private static String fill(String text, Language language, Map<String, Object> parameters) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return PARAMETER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found, language, parameters)));
    }

    private static String word(MatchResult found, Language language, Map<String, Object> parameters) {
        Object value = parameters.get(found.group(1));
        if (value == null) {
            throw new NoSuchElementException("No value for " + found.group());
        }
        if (found.group(2) != null) {
            return ((Number) value).longValue() == 1 ? found.group(2) : found.group(3);
        }
        return switch (value) {
            case Number number -> Money.number(number.longValue(), language);
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
