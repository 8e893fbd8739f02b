package rolt.dev;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that runs, to be stopped in the reverse order of its start. */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean stopping;

    synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Stops everything; what refuses to stop is logged and does not keep the rest. */
    synchronized void stop() {
        stopping = true;
        while (!parts.isEmpty()) {
            stop(parts.pop());
        }
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not stop in good order", part.getClass().getSimpleName(), e);
        }
    }
}
