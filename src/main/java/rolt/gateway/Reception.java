package rolt.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Receives who comes to a bridge on one event loop: a {@link Conversation} for each socket. */
final class Reception {
    /** A browser lets the timers of a page that is not looked at run once a minute: its line should live on. */
    static final Duration SILENT = Duration.ofSeconds(90);

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Gateway gateway;
    private final Passes passes;
    private final Audience audience;
    private final Guests<Conversation> guests;
    private final Set<Conversation> conversations = new HashSet<>();

    /**
     * On the event loop whose sockets these are.
     *
     * @param toEnter how long a socket may be open until somebody enters
     */
    Reception(Vertx vertx, Gateway gateway, Duration toEnter) {
        this.gateway = gateway;
        this.passes = new Passes(gateway);
        this.audience = new Audience(gateway);
        this.guests = new Guests<>(vertx, gateway.authentication(), toEnter, Conversation::hangUp);
        vertx.setPeriodic(LOOK.toMillis(), timer -> hangUpSilent());
    }

    Conversation open(Conversation.Line line) {
        Conversation conversation = new Conversation(this, line);
        conversations.add(conversation);
        guests.open(conversation);
        return conversation;
    }

    void close(Conversation conversation) {
        conversations.remove(conversation);
        guests.close(conversation);
    }

    private void hangUpSilent() {
        List.copyOf(conversations).stream()
                .filter(conversation -> conversation.silence().compareTo(SILENT) >= 0)
                .forEach(Conversation::hangUp);
    }

    Gateway gateway() {
        return gateway;
    }

    Passes passes() {
        return passes;
    }

    Audience audience() {
        return audience;
    }

    Guests<Conversation> guests() {
        return guests;
    }
}
