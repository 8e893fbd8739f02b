package rolt.payment;

import java.time.Instant;
import java.util.UUID;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.AttemptState;

/**
 * An attempt as it is stored.
 *
 * @param amount in đồng
 * @param captured what VNPAY took, in đồng; null before
 * @param leftOver whether it is still to be decided what becomes of a capture that did not pay its order
 */
record StoredAttempt(
        UUID id,
        UUID orderId,
        String txnRef,
        long amount,
        AttemptState state,
        AttemptReason reason,
        Long captured,
        boolean leftOver,
        Instant createdAt,
        Instant expiresAt) {}
