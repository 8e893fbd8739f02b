package rolt.dev.vnpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finished HTML. A template holds {@code {{name}}} for a value, which is escaped unless it is Html itself, and
 * {@code {{#key}}} for a text in the reader's language.
 */
record Html(String text) {
    static final Html NONE = new Html("");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(#?)([\\w-]+)}}");
    private static final Map<String, Properties> TEXTS = Map.of("vn", texts("vi"), "en", texts("en"));

    /**
     * Fills a template of {@code dev/vnpay}.
     *
     * @param language {@code vn} or {@code en}
     * @throws IllegalStateException if the template names a value or a text that there is none of
     */
    static Html fill(String template, String language, Map<String, ?> values) {
        return new Html(PLACE.matcher(resource(template + ".html")).replaceAll(place -> {
            var isText = !place.group(1).isEmpty();
            var value = isText ? textOf(language, place.group(2)) : values.get(place.group(2));
            if (value == null) {
                throw new IllegalStateException("nothing to fill " + place.group() + " of " + template + " with");
            }
            return Matcher.quoteReplacement(value instanceof Html html ? html.text : escape(value));
        }));
    }

    static String textOf(String language, String key) {
        return TEXTS.get(language).getProperty(key);
    }

    /** A file of {@code dev/vnpay}. */
    static String resource(String name) {
        try (var file = Html.class.getResourceAsStream("/dev/vnpay/" + name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static String escape(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Properties texts(String language) {
        try (var file = Html.class.getResourceAsStream("/dev/vnpay/" + language + ".properties")) {
            var texts = new Properties();
            texts.load(new InputStreamReader(file, UTF_8));
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(language, e);
        }
    }
}
