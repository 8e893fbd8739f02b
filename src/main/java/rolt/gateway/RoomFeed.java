package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageList;

/**
 * Tells one reader the messages of a room in the order of their numbers, without gaps and duplicates. What comes over the
 * bus is a hint: a message is told at once if it is the next one, and otherwise what is missing is asked for. While the
 * reader is not ready nothing waits here; it is asked for when he is.
 */
final class RoomFeed {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Reader reader;
    private long told;
    private long latest;
    private boolean asking;

    /** @param told the number up to which the reader has the messages */
    RoomFeed(Vertx vertx, Reader reader, long told) {
        this.vertx = vertx;
        this.reader = reader;
        this.told = told;
    }

    /** Of one event loop. */
    interface Reader {
        boolean ready();

        void tell(Message message);

        /** The messages after a number. */
        Future<MessageList> after(long seq);
    }

    long told() {
        return told;
    }

    void hear(Message message) {
        if (message.seq() == told + 1 && !asking && reader.ready()) {
            tell(message);
        }
        reach(message.seq());
    }

    /** The room has come so far. */
    void reach(long seq) {
        latest = Math.max(latest, seq);
        catchUp();
    }

    void catchUp() {
        if (asking || told >= latest || !reader.ready()) {
            return;
        }
        asking = true;
        reader.after(told)
                .onSuccess(this::tell)
                .onFailure(e -> vertx.setTimer(RETRY.toMillis(), timer -> {
                    asking = false;
                    catchUp();
                }));
    }

    private void tell(MessageList missing) {
        asking = false;
        missing.items().forEach(this::tell);
        // Of a room that is gone nothing comes any more.
        latest = missing.items().isEmpty() ? told : Math.max(latest, missing.lastSeq());
        catchUp();
    }

    private void tell(Message message) {
        told = message.seq();
        reader.tell(message);
    }
}
