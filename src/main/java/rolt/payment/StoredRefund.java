package rolt.payment;

import java.util.Set;
import java.util.UUID;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.RefundState;
import rolt.vnpay.VnpayTerminal.Payment;

/**
 * A refund as it is stored, with the payment it pays back.
 *
 * @param amount in đồng
 * @param requestedBy null for the shop itself
 * @param whole whether it goes, or went, to VNPAY as the refund of all of the payment
 * @param transactionNo VNPAY's number of it; null as long as it is not known
 * @param otherNumbers VNPAY's numbers of the payment's other refunds
 * @param queries how often VNPAY was asked about it since it was last told
 */
record StoredRefund(
        UUID id,
        UUID orderId,
        UUID attemptId,
        long amount,
        RefundReason reason,
        RefundState state,
        UUID requestedBy,
        boolean whole,
        String transactionNo,
        Set<String> otherNumbers,
        int queries,
        Payment payment,
        OrderCustomer customer,
        State orderState) {}
