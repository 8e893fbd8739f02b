package rolt.payment;

import java.util.Optional;
import java.util.UUID;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.platform.Transaction;

/** The door through which another domain owes a customer his money in its own transaction. */
public final class OrderRefunds {
    private static final RefundRepository REPOSITORY = new RefundRepository();

    private OrderRefunds() {}

    /**
     * Owes whatever is left of what a locked order was paid with; it goes back to the customer by itself.
     *
     * @param actor who decided it
     * @return how much that is, in đồng; 0 where nothing is left
     */
    public static long owe(Transaction transaction, UUID order, RefundReason reason, UUID actor) {
        Optional<Capture> paid = REPOSITORY.lockPaying(transaction, order).filter(capture -> capture.refundable() > 0);
        paid.ifPresent(capture -> OpenRefund.write(
                transaction, REPOSITORY, capture, new OpenRefund.Wanted(capture.refundable(), reason, null, actor)));
        return paid.map(Capture::refundable).orElse(0L);
    }
}
