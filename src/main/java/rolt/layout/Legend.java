package rolt.layout;

import java.util.regex.Pattern;

/** What a layout file prints on a key, as plain text: files hold markup for icons, and characters that nobody sees. */
final class Legend {
    private static final int LONGEST_WITH_MARKUP = 400;
    private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\s*/?>");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private Legend() {}

    /** One line of a text without markup and unseen characters, and not longer than a number of characters. */
    static String plain(String text, int longest) {
        String seen = UNSEEN.matcher(cut(text, LONGEST_WITH_MARKUP)).replaceAll("");
        String plain = LINE_BREAK.matcher(seen).replaceAll(" ");
        for (String before = ""; !before.equals(plain); ) {
            before = plain;
            plain = MARKUP.matcher(plain).replaceAll("");
        }
        return cut(plain.strip(), longest).strip();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean splitsCharacter = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splitsCharacter ? longest - 1 : longest);
    }
}
