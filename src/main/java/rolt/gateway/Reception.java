package rolt.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Receives who comes to a bridge on one event loop: a {@link Conversation} for each socket. */
final class Reception {
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
     * @param silent for how long a client may say nothing, not even {@code ping}
     */
    Reception(Vertx vertx, Gateway gateway, Duration toEnter, Duration silent) {
        this.gateway = gateway;
        this.passes = new Passes(gateway);
        this.audience = new Audience(gateway);
        this.guests = new Guests<>(vertx, gateway.authentication(), toEnter, Conversation::hangUp);
        vertx.setPeriodic(LOOK.toMillis(), timer -> hangUpSilent(silent));
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

    private void hangUpSilent(Duration silent) {
        List.copyOf(conversations).stream()
                .filter(conversation -> conversation.silence().compareTo(silent) >= 0)
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
