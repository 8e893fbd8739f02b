package rolt.payment;

import java.time.Instant;
import java.util.UUID;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.AttemptState;

/** An attempt as it is stored, for the rules of settlement. */
final class TestAttempt {
    /** In đồng. */
    static final long AMOUNT = 6_480_000;

    private TestAttempt() {}

    /** @param reason null for none */
    static StoredAttempt of(AttemptState state, AttemptReason reason) {
        return new StoredAttempt(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "REFERENCE1",
                AMOUNT,
                state,
                reason,
                state == AttemptState.CAPTURED ? AMOUNT : null,
                false,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
