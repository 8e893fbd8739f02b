package rolt.payment;

import rolt.vnpay.VnpayNotification;
import rolt.vnpay.VnpayNotification.Outcome;
import rolt.vnpay.VnpayReply.Genuine;

/**
 * What VNPAY says of a payment, whichever way it came.
 *
 * @param amount in hundredths of a đồng
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
