package rolt.people;

import java.util.regex.Pattern;

/** What somebody typed to find people. */
final class Search {
    private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 .()-]{3,}");
    private static final Pattern SEPARATORS = Pattern.compile("[ .()-]");

    private Search() {}

    /** The words as they are looked for, null for none; a phone number is found however it is spaced. */
    static String words(String typed) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty()) {
            return null;
        }
        return NUMBER.matcher(words).matches() ? SEPARATORS.matcher(words).replaceAll("") : words;
    }
}
