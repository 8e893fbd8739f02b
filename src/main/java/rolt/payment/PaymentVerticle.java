package rolt.payment;

import io.vertx.core.AbstractVerticle;
import rolt.platform.Bus;
import rolt.platform.Config;
import rolt.platform.Platform;

/** Answers payment's addresses. */
public final class PaymentVerticle extends AbstractVerticle {
    private final Platform platform;

    public PaymentVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void start() {
        Bus bus = platform.bus();
        Config config = platform.config();
        VnpaySignature signature =
                new VnpaySignature(new VnpaySecrets(config.vnpay().hashSecrets()));
        PaymentRepository repository = new PaymentRepository(platform.database());
        VnpayPayUrl payUrl = new VnpayPayUrl(
                config.vnpay().payUrl(),
                config.vnpay().tmnCode(),
                config.http().publicUrl() + "/vnpay/return",
                signature);
        OpenAttempt opening = new OpenAttempt(platform, repository, payUrl);
        SettleNotification settling = new SettleNotification(platform, repository, signature);
        ReadReturn returning = new ReadReturn(repository, signature);
        bus.answer("payment.openAttempt", PaymentMessages.OpenAttempt.class, opening::openAttempt);
        bus.answer(
                "payment.settleNotification", PaymentMessages.SettleNotification.class, settling::settleNotification);
        bus.answer("payment.readReturn", PaymentMessages.ReadReturn.class, returning::readReturn);
    }
}
