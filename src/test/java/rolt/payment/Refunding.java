package rolt.payment;

import java.util.UUID;
import rolt.TestShop;
import rolt.payment.PaymentMessages.RefundMoved;
import rolt.payment.PaymentMessages.RefundState;
import rolt.payment.PaymentMessages.SendRefund;
import rolt.payment.PaymentMessages.TrackRefund;
import rolt.platform.Caller;
import rolt.platform.Json;

/** Lets the test's shop go on with refunds at once. */
final class Refunding {
    private static final int MOST_LOOKS = 10;

    private Refunding() {}

    /** Sends whatever waits to be sent. */
    static RefundMoved sendNext(TestShop shop) {
        return ask(shop, "payment.sendRefund", new SendRefund(null));
    }

    /** Sends this refund, if it may be sent. */
    static RefundMoved send(TestShop shop, String refund) {
        return ask(shop, "payment.sendRefund", new SendRefund(UUID.fromString(refund)));
    }

    /** Asks VNPAY about a refund, as if five minutes had passed. */
    static RefundMoved track(TestShop shop, String refund) {
        Reconciling.giveTurn(shop);
        return ask(shop, "payment.trackRefund", new TrackRefund(UUID.fromString(refund)));
    }

    /** Asks until VNPAY has paid it out or refused it. */
    static RefundState trackToTheEnd(TestShop shop, String refund) {
        RefundState state = RefundState.ACCEPTED;
        for (int look = 0; look < MOST_LOOKS && state == RefundState.ACCEPTED; look++) {
            state = track(shop, refund).state();
        }
        return state;
    }

    private static RefundMoved ask(TestShop shop, String address, Object input) {
        return shop.platform(1)
                .bus()
                .request(Caller.system("test"), address, input)
                .map(answer -> Json.record(answer, RefundMoved.class))
                .await();
    }
}
