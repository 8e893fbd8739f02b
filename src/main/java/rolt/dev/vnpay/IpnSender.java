package rolt.dev.vnpay;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
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
    private final Gateway gateway;
    private final Set<Future<Void>> pending = ConcurrentHashMap.newKeySet();

    IpnSender(Vertx vertx, Gateway gateway) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(MOST_AT_ONCE));
        this.gateway = gateway;
    }

    /** Notifies all addresses of the terminal; done after the first call to each, the retries go on by themselves. */
    Future<Void> send(Payment payment) {
        var copies = (int) gateway.faultsOf(payment).number(Switch.IPN_COPIES);
        var first = payment.terminal().ipnUrls().stream()
                .flatMap(url -> IntStream.range(0, copies).mapToObj(ignored -> new Delivery(payment, url).start()))
                .toList();
        return Future.join(first).mapEmpty();
    }

    /** Notifies all addresses once, without retries, this many times each in parallel. */
    Future<List<Answer>> tell(Notice notice, int copies) {
        var all = notice.payment().terminal().ipnUrls().stream()
                .flatMap(url -> IntStream.range(0, copies).mapToObj(ignored -> call(notice, url, 0)))
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

    private Future<Answer> call(Notice notice, String address, int number) {
        var url = notice.url(address);
        return client.request(new RequestOptions().setAbsoluteURI(url))
                .compose(request -> request.send())
                .compose(IpnSender::read)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .otherwise(failure -> new Answer(0, String.valueOf(failure.getMessage())))
                .map(answer -> {
                    gateway.calls().notified(notice.payment().reference(), url, number, answer);
                    return answer;
                });
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
            var next = gateway.clock().now().plus(Gateway.INTERVAL);
            var notice = Notice.of(payment, gateway.faultsOf(payment));
            return IpnSender.this.call(notice, address, number).map(answer -> {
                if (answer.isFinal() || number == MOST_CALLS) {
                    payment.expect(null);
                    end.complete();
                } else {
                    payment.expect(new Payment.Next(number + 1, next));
                    gateway.agenda().at(next, () -> call(number + 1));
                }
                return answer;
            });
        }
    }
}
