package rolt.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A line of text that somebody typed, in the form in which it is stored and in which the same is the same. */
public final class Line {
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Unicode calls the fillers of Korean letters, though nobody sees them. */
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}&&[^\u115F\u1160\u3164\uFFA0]]");

    private Line() {}

    /** Composed, with single blanks between and none around; empty for null. Composing may make it longer. */
    public static String of(String given) {
        String composed = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }

    /** Whether there is a letter or a digit to be seen in it. */
    public static boolean isVisible(String line) {
        return VISIBLE.matcher(line).find();
    }

    /** How long Postgres finds it. */
    public static int length(String line) {
        return line.codePointCount(0, line.length());
    }
}
