package rolt.platform;

import java.util.Locale;

/** The languages of the shop; Vietnamese is the first. */
public enum Language {
    VI,
    EN;

    /** The BCP 47 tag: {@code vi} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a tag or an Accept-Language header; Vietnamese where neither language is asked for first. */
    public static Language of(String tag) {
        return tag != null && tag.strip().toLowerCase(Locale.ROOT).startsWith("en") ? EN : VI;
    }
}
