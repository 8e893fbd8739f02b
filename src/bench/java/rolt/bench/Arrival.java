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

    private final Vertx vertx;
    private final String url;
    private final String words;
    private final Program server;
    private final Instant deadline = Instant.now().plus(LONGEST);
    private final Promise<HttpResponse<Buffer>> arrived = Promise.promise();

    private Arrival(Vertx vertx, Program server, String url, String words) {
        this.vertx = vertx;
        this.server = server;
        this.url = url;
        this.words = words;
    }

    /**
     * Returns the answer once it is a 200 that holds these words; asks a hundred times a second.
     *
     * @throws CannotMeasure with the server's last words, once it has ended or after two minutes
     */
    static HttpResponse<Buffer> of(Program server, String url, String words) {
        Vertx vertx = Vertx.vertx();
        Arrival arrival = new Arrival(vertx, server, url, words);
        arrival.ask(WebClient.create(vertx));
        try {
            return arrival.arrived.future().await();
        } finally {
            vertx.close().await();
        }
    }

    private void ask(WebClient client) {
        client.getAbs(url).send().onComplete(answer -> {
            if (answer.succeeded()
                    && answer.result().statusCode() == OK
                    && answer.result().bodyAsString().contains(words)) {
                arrived.complete(answer.result());
            } else if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                arrived.fail(new CannotMeasure("Nothing came from " + url + "; " + server.lastWords()));
            } else {
                vertx.setTimer(PAUSE_MILLIS, timer -> ask(client));
            }
        });
    }
}
