package rolt.torture.ground;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

/**
 * The way of customers, staff and VNPAY to the nodes. A call that a node could not answer, because it was killed or
 * Postgres was away, is made again at the next one, as it was.
 */
public final class Calls {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MOST_TRIES = 1_500;

    private final List<String> urls;
    private final boolean calm;
    private int made;
    private int repeated;
    private boolean closed;

    /** @param calm whether nothing is broken on purpose, so that every call has to be answered at once */
    public Calls(List<String> urls, boolean calm) {
        this.urls = urls;
        this.calm = calm;
    }

    /** @throws Finding where no node answers in the end, or none has a reason not to */
    public Answer send(int node, Call call) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Answer> answer = once(urls.get((node + tries) % urls.size()), call);
            if (answer.filter(had -> !had.isInFlight()).isPresent()) {
                made();
                return answer.get();
            }
            repeat();
        }
        throw new Finding("No node answers " + call.path());
    }

    private Optional<Answer> once(String url, Call call) {
        try {
            HttpResponse<String> response = HTTP.send(call.at(url), BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response.body());
            if (calm && answer.isOutage()) {
                throw new Finding("Out of order without a reason, " + call.path() + ": " + answer);
            }
            return Optional.of(answer).filter(had -> !had.isOutage());
        } catch (IOException e) {
            if (calm) {
                throw new Finding("Not answered without a reason: " + call.path(), e);
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new Finding("Interrupted", e);
        }
    }

    /** Counts a call that has to be made again, and waits a moment. */
    public void repeat() {
        made();
        synchronized (this) {
            repeated++;
        }
        Patience.moment();
    }

    private synchronized void made() {
        made++;
        notifyAll();
    }

    /** Waits until so many calls were made, in vain or not, or there will be no more. */
    public synchronized void awaitMade(int calls) throws InterruptedException {
        while (made < calls && !closed) {
            wait();
        }
    }

    /** Lets nobody wait for further calls. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    public boolean isCalm() {
        return calm;
    }

    public synchronized int repeated() {
        return repeated;
    }
}
