package rolt.drawing;

import static rolt.drawing.SvgPath.number;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.platform.Resources;

/**
 * Text as outlines, for pictures that are drawn where no fonts are installed. The outlines are those of the shop's own
 * font (Bricolage Grotesque at weight 600, see {@code web/fonts/OFL.txt}), in thousandths of the size, y downwards; a
 * line of the file is a character, its advance and its path. What the font does not hold is left blank.
 */
public final class Lettering {
    private static final double EM = 1000;
    private static final double USUAL = 10.4;
    private static final Map<Integer, Glyph> GLYPHS = read();
    private static final Glyph BLANK = GLYPHS.get((int) ' ');
    private static final Pattern TEXT = Pattern.compile("<text ([^>]*)>([^<]*)</text>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");

    private Lettering() {}

    private record Glyph(double advance, String path) {}

    private static Map<Integer, Glyph> read() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        Resources.text("drawing/letters.txt").lines().forEach(line -> {
            int first = line.codePointAt(0);
            String[] told = line.substring(Character.charCount(first) + 1).split(" ", 2);
            glyphs.put(first, new Glyph(Double.parseDouble(told[0]), told[1]));
        });
        return Map.copyOf(glyphs);
    }

    private static Glyph glyph(int character) {
        return GLYPHS.getOrDefault(character, BLANK);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** How wide a text of this size is. */
    public static double width(String text, double size) {
        return composed(text)
                        .codePoints()
                        .mapToDouble(each -> glyph(each).advance)
                        .sum()
                * size
                / EM;
    }

    /** The text, or as much of it as fits a width with an ellipsis behind it. */
    public static String cut(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        String kept = composed(text);
        while (!kept.isEmpty() && width(kept + "…", size) > width) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.strip() + "…";
    }

    /** Elements that show a text with its baseline beginning at x, y; the colour is that of what they stand in. */
    public static String draw(String text, double x, double y, double size) {
        StringBuilder drawn = new StringBuilder();
        double pen = 0;
        for (int character : composed(text).codePoints().toArray()) {
            Glyph glyph = glyph(character);
            if (!glyph.path.isEmpty()) {
                drawn.append("<path transform=\"translate(%s)\" d=\"%s\"/>".formatted(number(pen), glyph.path));
            }
            pen += glyph.advance;
        }
        return "<g transform=\"translate(%s %s)scale(%.5f)\">%s</g>".formatted(number(x), number(y), size / EM, drawn);
    }

    /** A drawing of this package with its texts as outlines. */
    public static String outlined(String svg) {
        return TEXT.matcher(svg).replaceAll(found -> Matcher.quoteReplacement(outlined(found)));
    }

    private static String outlined(MatchResult text) {
        Map<String, String> told = new HashMap<>();
        ATTRIBUTE.matcher(text.group(1)).results().forEach(each -> told.put(each.group(1), each.group(2)));
        double size = told.containsKey("font-size") ? Double.parseDouble(told.get("font-size")) : USUAL;
        String words = Drawing.plain(text.group(2));
        double x = Double.parseDouble(told.get("x"));
        double y = Double.parseDouble(told.get("y"));
        String drawn = draw(words, x, y, size);
        return told.containsKey("transform")
                ? "<g transform=\"" + told.get("transform") + "\">" + drawn + "</g>"
                : drawn;
    }
}
