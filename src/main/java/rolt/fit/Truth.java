package rolt.fit;

import java.util.Collection;

/** An answer where an attribute may not be told: unknown, unless what is told decides alone. */
enum Truth {
    NO,
    UNKNOWN,
    YES;

    /** Unknown from null. */
    static Truth of(Boolean told) {
        if (told == null) {
            return UNKNOWN;
        }
        return told ? YES : NO;
    }

    /** Whether a value is a certain one. */
    static Truth is(Object told, Object value) {
        return told == null ? UNKNOWN : of(told.equals(value));
    }

    /** Whether two values are the same. */
    static Truth same(Object told, Object other) {
        return other == null ? UNKNOWN : is(told, other);
    }

    /** Whether a collection holds a value. */
    static Truth holds(Collection<?> told, Object value) {
        return told == null || value == null ? UNKNOWN : of(told.contains(value));
    }

    Truth and(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) > 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }
}
