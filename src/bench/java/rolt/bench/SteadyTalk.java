package rolt.bench;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many messages a second, in one room after the other: each counts from when it was due until the other one hears it. */
final class SteadyTalk {
    private static final double NANOS = 1e9;

    private final List<List<Wire>> rooms;
    private final long[] micros;
    private final double perSecond;
    private final String name = UUID.randomUUID().toString();
    private final AtomicInteger heard = new AtomicInteger();
    private final Promise<Void> over = Promise.promise();
    private int said;
    private long begun;

    /** @param rooms of two wires each */
    SteadyTalk(List<List<Wire>> rooms, int messages, double perSecond) {
        this.rooms = rooms;
        this.micros = new long[messages];
        this.perSecond = perSecond;
        rooms.forEach(room -> {
            room.getFirst().onHeard(id -> hear(0, id));
            room.getLast().onHeard(id -> hear(1, id));
        });
    }

    Round run(Vertx vertx) {
        begun = System.nanoTime();
        long timer = vertx.setPeriodic(1, tick -> sayWhatIsDue());
        over.future().timeout(2, TimeUnit.MINUTES).await();
        vertx.cancelTimer(timer);
        return Round.of(micros, (System.nanoTime() - begun) / NANOS);
    }

    private void sayWhatIsDue() {
        while (said < micros.length && due(said) <= System.nanoTime()) {
            rooms.get(said % rooms.size()).get(speaker(said)).say(name + "." + said);
            said++;
        }
    }

    private long due(int message) {
        return begun + (long) (message / perSecond * NANOS);
    }

    /** Each of the two in turn. */
    private int speaker(int message) {
        return message / rooms.size() % 2;
    }

    /** One's own words, and those of a talk before, are heard as well. */
    private void hear(int listener, String id) {
        if (!id.startsWith(name)) {
            return;
        }
        int message = Integer.parseInt(id.substring(name.length() + 1));
        if (speaker(message) != listener) {
            micros[message] = (System.nanoTime() - due(message)) / 1_000;
            if (heard.incrementAndGet() == micros.length) {
                over.complete();
            }
        }
    }
}
