package rolt.payment;

import java.time.Instant;
import java.util.UUID;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.ReviewReason;

/**
 * An attempt as it is stored.
 *
 * @param amount in đồng
 */
record StoredAttempt(
        UUID id,
        UUID orderId,
        String txnRef,
        long amount,
        AttemptState state,
        ReviewReason reason,
        Instant createdAt,
        Instant expiresAt) {}
