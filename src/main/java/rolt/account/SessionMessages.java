package rolt.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The sessions of an account as its owner sees them. */
public final class SessionMessages {
    private SessionMessages() {}

    /** BROWSER or API. */
    public enum SessionKind {
        BROWSER,
        API
    }

    /**
     * @param device browser and system in words, for example {@code Firefox, Windows}; null where nothing is known
     * @param address last seen from; null where it was not seen since its login
     * @param lastSeenAt to five minutes; null where it was not seen since its login
     * @param current whether it is the one that asks
     */
    public record OwnSession(
            UUID id,
            SessionKind kind,
            String device,
            String address,
            Instant createdAt,
            Instant lastSeenAt,
            boolean current) {}

    /** Those that hold, the last seen first. */
    public record SessionList(List<OwnSession> items) {}

    public record RevokeSession(UUID id) {}

    /** @param keepCurrent whether the session that asks goes on; null for no */
    public record EndSessions(Boolean keepCurrent) {}
}
