package rolt.payment;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import rolt.payment.DecisionMessages.AskAttempt;
import rolt.payment.DecisionMessages.AskRefund;
import rolt.payment.DecisionMessages.ConfirmAttempt;
import rolt.payment.DecisionMessages.ConfirmRefund;
import rolt.payment.DecisionMessages.DismissAttempt;
import rolt.payment.DecisionMessages.FinishRefundFromFile;
import rolt.payment.DecisionMessages.PayRefundByTransfer;
import rolt.payment.DecisionMessages.ResendRefund;
import rolt.payment.DecisionMessages.SettleFromFile;
import rolt.payment.DecisionMessages.WithdrawRefund;
import rolt.payment.PaymentMessages.CustomerReturned;
import rolt.payment.PaymentMessages.SweepLog;
import rolt.payment.PaymentMessages.SweptLog;
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

    private static final Duration FOLLOW_UP = Duration.ofSeconds(10);

    private final Platform platform;
    private final PaymentRepository repository;
    private final VnpaySecrets secrets;
    private final List<Chore> chores = new ArrayList<>();
    private VnpayApi api;

    public PaymentVerticle(Platform platform) {
        this.platform = platform;
        repository = new PaymentRepository(platform.database());
        secrets = new VnpaySecrets(platform.config().vnpay().hashSecrets());
    }

    @Override
    public Future<?> start() {
        Bus bus = platform.bus();
        VnpaySignature signature = new VnpaySignature(secrets);
        OpenAttempt opening = new OpenAttempt(platform, repository, payUrl(signature), new SecureRandom());
        SettleNotification settling = new SettleNotification(platform, repository, signature);
        ReadReturn returning = new ReadReturn(bus, repository, signature);
        bus.answer("payment.openAttempt", PaymentMessages.OpenAttempt.class, opening::openAttempt);
        bus.answer(
                "payment.settleNotification", PaymentMessages.SettleNotification.class, settling::settleNotification);
        bus.answer("payment.readReturn", PaymentMessages.ReadReturn.class, returning::readReturn);
        MerchantApi vnpay = merchantApi();
        TrackRefund tracking = refund(bus, vnpay);
        reconcile(bus, vnpay, tracking);
        decide(bus, vnpay);
        sweep(bus);
        return Future.succeededFuture();
    }

    private MerchantApi merchantApi() {
        Config config = platform.config();
        api = new VnpayApi(vertx, config.vnpay().apiUrl(), VnpayApi.TIMEOUT);
        return new MerchantApi(
                new VnpayTerminal(
                        config.vnpay().tmnCode(), secrets, config.cluster().host()),
                api,
                new CallRepository(config.vnpay().apiUrl()),
                new QueryRepository(),
                new QueryPace(config.vnpay().queryInterval()));
    }

    private VnpayPayUrl payUrl(VnpaySignature signature) {
        Config config = platform.config();
        return new VnpayPayUrl(
                config.vnpay().payUrl(),
                config.vnpay().tmnCode(),
                config.http().publicUrl() + "/vnpay/return",
                signature);
    }

    private TrackRefund refund(Bus bus, MerchantApi vnpay) {
        RefundRepository refunds = new RefundRepository();
        OpenRefund opening = new OpenRefund(platform, refunds);
        RequestRefund requesting = new RequestRefund(platform, refunds, opening);
        FollowUpCapture following = new FollowUpCapture(platform, repository, opening);
        SendRefund sending = new SendRefund(platform, refunds, vnpay);
        TrackRefund tracking = new TrackRefund(platform, refunds, vnpay);
        bus.answer("payment.requestRefund", PaymentMessages.RequestRefund.class, requesting::requestRefund);
        bus.answer("payment.followUpCapture", PaymentMessages.FollowUpCapture.class, following::followUp);
        bus.answer("payment.sendRefund", PaymentMessages.SendRefund.class, sending::sendRefund);
        bus.answer("payment.trackRefund", PaymentMessages.TrackRefund.class, tracking::trackRefund);
        every(
                FOLLOW_UP,
                "payment.following-up",
                () -> following
                                .followUp(new PaymentMessages.FollowUpCapture(null))
                                .txnRef()
                        != null);
        every(
                FOLLOW_UP,
                "payment.refunding",
                () -> sending.sendRefund(new PaymentMessages.SendRefund(null)).refundId() != null);
        return tracking;
    }

    private void reconcile(Bus bus, MerchantApi vnpay, TrackRefund tracking) {
        Returns returns = new Returns();
        bus.listen(ReadReturn.RETURNED, CustomerReturned.class, event -> returns.add(event.txnRef()));
        ReconcileAttempt asking = new ReconcileAttempt(platform, repository, returns, vnpay);
        bus.answer("payment.reconcileAttempt", PaymentMessages.ReconcileAttempt.class, asking::reconcileAttempt);
        every(vnpay.pace().look(), "payment.reconciling", () -> askOnce(asking, tracking));
    }

    /** About what is in doubt, then about refunds, then about abandoned attempts; the rest waits for the next turn. */
    private static boolean askOnce(ReconcileAttempt asking, TrackRefund tracking) {
        if (asking.reconcileNext(false).txnRef() == null
                && tracking.trackRefund(new PaymentMessages.TrackRefund(null)).refundId() == null) {
            asking.reconcileNext(true);
        }
        return false;
    }

    private void decide(Bus bus, MerchantApi vnpay) {
        RefundRepository refunds = new RefundRepository();
        DecisionRepository decisions = new DecisionRepository(platform.database());
        DecideAttempt attempt = new DecideAttempt(platform, repository, decisions);
        DecideRefund refund =
                new DecideRefund(platform, refunds, decisions, new MoveRefund(platform, refunds, vnpay.pace()));
        AskVnpay asking = new AskVnpay(platform, repository, refunds, decisions);
        bus.answer("payment.confirmAttempt", ConfirmAttempt.class, attempt::confirmAttempt);
        bus.answer("payment.dismissAttempt", DismissAttempt.class, attempt::dismissAttempt);
        bus.answer("payment.settleFromFile", SettleFromFile.class, attempt::settleFromFile);
        bus.answer("payment.askAttempt", AskAttempt.class, asking::askAttempt);
        bus.answer("payment.resendRefund", ResendRefund.class, refund::resendRefund);
        bus.answer("payment.confirmRefund", ConfirmRefund.class, refund::confirmRefund);
        bus.answer("payment.payRefundByTransfer", PayRefundByTransfer.class, refund::payRefundByTransfer);
        bus.answer("payment.withdrawRefund", WithdrawRefund.class, refund::withdrawRefund);
        bus.answer("payment.finishRefundFromFile", FinishRefundFromFile.class, refund::finishRefundFromFile);
        bus.answer("payment.askRefund", AskRefund.class, asking::askRefund);
    }

    private void sweep(Bus bus) {
        int days = platform.config().vnpay().logDays();
        bus.answer("payment.sweepLog", SweepLog.class, in -> new SweptLog(repository.sweepLog(days, in.limit())));
        every(SWEEP, "payment.sweeping", () -> repository.sweepLog(days, SWEPT_AT_ONCE) >= SWEPT_AT_ONCE);
    }

    private void every(Duration interval, String name, BooleanSupplier part) {
        chores.add(new Chore(platform.database(), name, interval, part).start(vertx));
    }

    @Override
    public Future<?> stop() {
        List<Future<Void>> stopped = chores.stream().map(Chore::stop).toList();
        return Future.join(stopped).onComplete(done -> api.close());
    }
}
