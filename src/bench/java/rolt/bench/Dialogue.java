package rolt.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;

/** Two people of whom each says something once the other was heard. */
final class Dialogue {
    private final Wire[] wires;
    private final long[] micros;
    private final Promise<Void> over = Promise.promise();
    private final String name = UUID.randomUUID().toString();
    private volatile int said;
    private volatile long begun;

    /** @param messages of both together */
    Dialogue(Wire one, Wire other, int messages) {
        wires = new Wire[] {one, other};
        micros = new long[messages];
        one.onHeard(id -> hear(0, id));
        other.onHeard(id -> hear(1, id));
    }

    Future<Void> begin() {
        say();
        return over.future();
    }

    private void say() {
        begun = System.nanoTime();
        wires[said % 2].say(name + "-" + said);
    }

    /** One's own words, and those of a dialogue before, are heard as well. */
    private void hear(int listener, String id) {
        if (said % 2 == listener || !id.equals(name + "-" + said)) {
            return;
        }
        micros[said] = (System.nanoTime() - begun) / 1_000;
        said++;
        if (said == micros.length) {
            over.complete();
        } else {
            say();
        }
    }

    /** How long each took from one to the other. */
    long[] micros() {
        return micros;
    }
}
