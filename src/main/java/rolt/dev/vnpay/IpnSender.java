package rolt.dev.vnpay;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Notifies merchants: at most ten calls, one interval apart, until one is answered 00 or 02. */
final class IpnSender {
    private static final int MOST_CALLS = 10;
    /** VNPAY does not publish its timeout; its acceptance test waits this long. */
    private static final int TIMEOUT_SECONDS = 15;

    private static final int MOST_AT_ONCE = 100;

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration interval;
    private final Switchboard faults;
    private final CallLog calls;
    private final Set<Future<Void>> pending = ConcurrentHashMap.newKeySet();

    IpnSender(Vertx vertx, Duration interval, Switchboard faults, CallLog calls) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(MOST_AT_ONCE));
        this.interval = interval;
        this.faults = faults;
        this.calls = calls;
    }

    /** Notifies all addresses of the terminal; done after the first call to each, the retries go on by themselves. */
    Future<Void> send(Payment payment) {
        var copies = faults.at(payment.terminal()).ipnCopies();
        var first = payment.terminal().ipnUrls().stream()
                .flatMap(url -> IntStream.range(0, copies).mapToObj(ignored -> new Delivery(payment, url).start()))
                .toList();
        return Future.join(first).mapEmpty();
    }

    /** Notifies all addresses once more, without retries, this many times each in parallel. */
    Future<List<Answer>> resend(Payment payment, int copies) {
        var all = payment.terminal().ipnUrls().stream()
                .flatMap(url -> IntStream.range(0, copies).mapToObj(ignored -> call(payment, url, 0)))
                .toList();
        return Future.join(all).map(done -> done.list());
    }

    /** Notifies all addresses after this many milliseconds. */
    void sendLater(Payment payment, long millis) {
        var sent = Promise.<Void>promise();
        track(sent);
        vertx.setTimer(millis, ignored -> {
            send(payment);
            sent.complete();
        });
    }

    /** Done when no notification is outstanding any more. */
    Future<Void> settled() {
        var outstanding = List.copyOf(pending);
        return outstanding.isEmpty()
                ? Future.succeededFuture()
                : Future.join(outstanding).compose(ignored -> settled());
    }

    private void track(Promise<Void> end) {
        pending.add(end.future());
        end.future().onComplete(ignored -> pending.remove(end.future()));
    }

    private Future<Answer> call(Payment payment, String address, int number) {
        var url = Notice.url(address, payment, faults.at(payment.terminal()));
        return client.request(new RequestOptions().setAbsoluteURI(url))
                .compose(request -> request.send())
                .compose(IpnSender::read)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .otherwise(failure -> new Answer(0, String.valueOf(failure.getMessage())))
                .onSuccess(answer -> calls.out(payment.reference(), url, number, answer));
    }

    private static Future<Answer> read(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), body.toString()));
    }

    /** One notification to one address, with its retries. */
    private final class Delivery {
        private final Payment payment;
        private final String address;
        private final Promise<Void> end = Promise.promise();

        Delivery(Payment payment, String address) {
            this.payment = payment;
            this.address = address;
        }

        Future<Answer> start() {
            track(end);
            return call(1);
        }

        private Future<Answer> call(int number) {
            return IpnSender.this.call(payment, address, number).onSuccess(answer -> proceed(number, answer));
        }

        private void proceed(int number, Answer answer) {
            if (answer.isFinal() || number == MOST_CALLS) {
                end.complete();
            } else {
                vertx.setTimer(Math.max(1, interval.toMillis()), ignored -> call(number + 1));
            }
        }
    }
}
