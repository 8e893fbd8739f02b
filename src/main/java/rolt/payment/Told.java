package rolt.payment;

import rolt.vnpay.VnpayNotification;
import rolt.vnpay.VnpayNotification.Outcome;
import rolt.vnpay.VnpayReply.Genuine;

/**
 * What VNPAY says of a payment, whichever way it came.
 *
 * @param amount in hundredths of a đồng
 * @param bankCode null where it was not VNPAY's own message
 * @param responseCode null where it was not a notification
 */
record Told(
        Outcome outcome,
        long amount,
        String transactionNo,
        String bankCode,
        String responseCode,
        String transactionStatus) {
    static Told of(VnpayNotification notification) {
        return new Told(
                notification.outcome(),
                notification.amount(),
                notification.transactionNo(),
                notification.bankCode(),
                notification.responseCode(),
                notification.transactionStatus());
    }

    /** Paid, as a person or a file says. */
    static Told paid(long amount, String transactionNo) {
        return new Told(Outcome.SUCCESS, amount, transactionNo, null, null, "00");
    }

    /** The answer to a query. */
    static Told of(Genuine answer) {
        return new Told(
                Outcome.ofQuery(answer.transactionStatus()),
                answer.amount(),
                answer.transactionNo(),
                answer.bankCode(),
                null,
                answer.transactionStatus());
    }
}
