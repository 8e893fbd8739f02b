package rolt.platform;

/** A text of the shop's content in both languages. */
public record Text(String vi, String en) {
    /** The text in a language. */
    public String in(Language language) {
        return language == Language.EN ? en : vi;
    }
}
