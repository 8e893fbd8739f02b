package rolt.chat;

import java.time.Instant;

/** What customers think of conversations. */
public final class RatingMessages {
    private RatingMessages() {}

    /** {@code chat.rateRoom}; @param stars 1 to 5; @param words null for none */
    public record RateRoom(String code, int stars, String words) {}

    public record Rating(int stars, String words, Instant at) {}
}
