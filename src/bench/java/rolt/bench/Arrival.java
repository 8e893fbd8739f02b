package rolt.bench;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;

/** Asks for a page until it is there. */
final class Arrival {
    private static final int PAUSE_MILLIS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int OK = 200;
    /** Stands for a number that is another one each time. */
    static final String ANOTHER = "{another}";

    private final Vertx vertx;
    private final String url;
    private final String words;
    private int another = 500_000_000;
    private final Instant deadline = Instant.now().plus(LONGEST);
    private final Promise<HttpResponse<Buffer>> arrived = Promise.promise();

    private Arrival(Vertx vertx, String url, String words) {
        this.vertx = vertx;
        this.url = url;
        this.words = words;
    }

    /** Returns the answer once it is a 200 that holds these words; asks a hundred times a second. */
    static HttpResponse<Buffer> of(String url, String words) {
        Vertx vertx = Vertx.vertx();
        Arrival arrival = new Arrival(vertx, url, words);
        arrival.ask(WebClient.create(vertx));
        try {
            return arrival.arrived.future().await();
        } finally {
            vertx.close().await();
        }
    }

    private void ask(WebClient client) {
        client.getAbs(url.replace(ANOTHER, String.valueOf(another++))).send().onComplete(answer -> {
            if (answer.succeeded()
                    && answer.result().statusCode() == OK
                    && answer.result().bodyAsString().contains(words)) {
                arrived.complete(answer.result());
            } else if (Instant.now().isAfter(deadline)) {
                arrived.fail(new CannotMeasure("Nothing came from " + url + " within two minutes."));
            } else {
                vertx.setTimer(PAUSE_MILLIS, timer -> ask(client));
            }
        });
    }
}
