package rolt.vnpay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.Map;
import rolt.platform.Breaker;
import rolt.platform.Problem;

/** VNPAY's merchant API ({@code querydr} and {@code refund}) over HTTP, behind a circuit breaker. */
public final class VnpayApi {
    /** VNPAY publishes none. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int SERVER_ERROR = 500;

    private final String url;
    private final WebClient client;
    private final Breaker breaker;

    public VnpayApi(Vertx vertx, String url, Duration timeout) {
        this.url = url;
        client = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
        breaker = new Breaker(vertx, "vnpay", timeout, e -> true);
    }

    /** Sends the request once, and awaits how it was answered. */
    public VnpayReply send(VnpayCall call) {
        try {
            return call.read(breaker.call(() -> post(call)));
        } catch (Problem outage) {
            return new VnpayReply.NoAnswer(
                    outage.getCause() == null
                            ? outage.code()
                            : outage.getCause().toString());
        }
    }

    /** Whether VNPAY is known to be out, so that a call would fail at once. */
    public boolean isOut() {
        return breaker.isOpen();
    }

    private Future<String> post(VnpayCall call) {
        return client.postAbs(url)
                .sendJsonObject(new JsonObject(Map.copyOf(call.message())))
                .compose(VnpayApi::body)
                .recover(e -> Future.failedFuture(unavailable(e)));
    }

    private static Future<String> body(HttpResponse<?> response) {
        return response.statusCode() < SERVER_ERROR
                ? Future.succeededFuture(response.bodyAsString())
                : Future.failedFuture("HTTP " + response.statusCode());
    }

    private static Problem unavailable(Throwable cause) {
        Problem problem = Problem.unavailable("vnpay");
        problem.initCause(cause);
        return problem;
    }

    public void close() {
        breaker.close();
        client.close();
    }
}
