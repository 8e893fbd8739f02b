package rolt.payment;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import rolt.payment.PaymentMessages.CustomerReturned;
import rolt.payment.PaymentMessages.SweepLog;
import rolt.payment.PaymentMessages.SweptLog;
import rolt.payment.ReconcileAttempt.Records;
import rolt.payment.ReconcileAttempt.Vnpay;
import rolt.platform.Bus;
import rolt.platform.Chore;
import rolt.platform.Config;
import rolt.platform.Platform;
import rolt.vnpay.VnpayApi;
import rolt.vnpay.VnpayPayUrl;
import rolt.vnpay.VnpaySecrets;
import rolt.vnpay.VnpaySignature;
import rolt.vnpay.VnpayTerminal;

/** Answers payment's addresses, and asks VNPAY about what it was not told. Deployed on virtual threads. */
public final class PaymentVerticle extends VerticleBase {
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int SWEPT_AT_ONCE = 1_000;

    private final Platform platform;
    private final PaymentRepository repository;
    private final VnpaySecrets secrets;
    private VnpayApi api;
    private Chore reconciling;
    private Chore sweeping;

    public PaymentVerticle(Platform platform) {
        this.platform = platform;
        repository = new PaymentRepository(platform.database());
        secrets = new VnpaySecrets(platform.config().vnpay().hashSecrets());
    }

    @Override
    public Future<?> start() {
        Bus bus = platform.bus();
        VnpaySignature signature = new VnpaySignature(secrets);
        OpenAttempt opening = new OpenAttempt(platform, repository, payUrl(signature));
        SettleNotification settling = new SettleNotification(platform, repository, signature);
        ReadReturn returning = new ReadReturn(bus, repository, signature);
        bus.answer("payment.openAttempt", PaymentMessages.OpenAttempt.class, opening::openAttempt);
        bus.answer(
                "payment.settleNotification", PaymentMessages.SettleNotification.class, settling::settleNotification);
        bus.answer("payment.readReturn", PaymentMessages.ReadReturn.class, returning::readReturn);
        reconcile(bus);
        sweep(bus);
        return Future.succeededFuture();
    }

    private VnpayPayUrl payUrl(VnpaySignature signature) {
        Config config = platform.config();
        return new VnpayPayUrl(
                config.vnpay().payUrl(),
                config.vnpay().tmnCode(),
                config.http().publicUrl() + "/vnpay/return",
                signature);
    }

    private void reconcile(Bus bus) {
        Config config = platform.config();
        Returns returns = new Returns();
        bus.listen(ReadReturn.RETURNED, CustomerReturned.class, event -> returns.add(event.txnRef()));
        api = new VnpayApi(vertx, config.vnpay().apiUrl(), VnpayApi.TIMEOUT);
        VnpayTerminal terminal = new VnpayTerminal(
                config.vnpay().tmnCode(), secrets, config.cluster().host());
        ReconcileAttempt asking = new ReconcileAttempt(
                platform, new Records(repository, new QueryRepository(), returns), new Vnpay(terminal, api));
        bus.answer("payment.reconcileAttempt", PaymentMessages.ReconcileAttempt.class, asking::reconcileAttempt);
        QueryPace pace = new QueryPace(config.vnpay().queryInterval());
        reconciling =
                new Chore(platform.database(), "payment.reconciling", pace.look(), () -> askOnce(asking)).start(vertx);
    }

    /** Whatever else is due has to wait for the shop's next turn. */
    private static boolean askOnce(ReconcileAttempt asking) {
        asking.reconcileAttempt(new PaymentMessages.ReconcileAttempt(null));
        return false;
    }

    private void sweep(Bus bus) {
        int days = platform.config().vnpay().logDays();
        bus.answer("payment.sweepLog", SweepLog.class, in -> new SweptLog(repository.sweepLog(days, in.limit())));
        sweeping = new Chore(
                        platform.database(),
                        "payment.sweeping",
                        SWEEP,
                        () -> repository.sweepLog(days, SWEPT_AT_ONCE) >= SWEPT_AT_ONCE)
                .start(vertx);
    }

    @Override
    public Future<?> stop() {
        return sweeping == null
                ? Future.succeededFuture()
                : Future.join(reconciling.stop(), sweeping.stop()).onComplete(done -> api.close());
    }
}
