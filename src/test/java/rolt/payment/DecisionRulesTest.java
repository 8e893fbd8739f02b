package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.DecisionMessages.AttemptDecision;
import rolt.payment.DecisionMessages.RefundDecision;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.RefundState;

class DecisionRulesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, WITHDRAW",
        "SENT, ''",
        "ACCEPTED, CONFIRM ASK",
        "UNKNOWN, RESEND CONFIRM TRANSFER ASK",
        "REFUSED, RESEND TRANSFER WITHDRAW",
        "PAID_OUT, ''",
        "WITHDRAWN, ''"
    })
    void a_refund_that_was_asked_for_leaves_these_decisions(RefundState state, String decisions) {
        assertThat(possible(state, RefundReason.ASKED)).isEqualTo(decisions);
    }

    @ParameterizedTest
    @EnumSource(value = RefundReason.class, names = "ASKED", mode = EnumSource.Mode.EXCLUDE)
    void what_the_shop_owes_is_never_withdrawn(RefundReason reason) {
        for (RefundState state : RefundState.values()) {
            assertThat(possible(state, reason)).doesNotContain("WITHDRAW");
        }
    }

    @ParameterizedTest
    @EnumSource(RefundState.class)
    void no_refund_of_a_cancelled_order_is_withdrawn(RefundState state) {
        assertThat(RefundDecision.WITHDRAW.possible(state, RefundReason.ASKED, State.CANCELLED))
                .isFalse();
    }

    @Test
    void nothing_that_vnpay_may_have_is_paid_again_unseen() {
        Set<RefundDecision> risky = Arrays.stream(RefundDecision.values())
                .filter(decision -> decision.needsLook(RefundState.UNKNOWN))
                .collect(Collectors.toSet());
        assertThat(risky).containsExactlyInAnyOrder(RefundDecision.RESEND, RefundDecision.TRANSFER);
        assertThat(RefundDecision.RESEND.needsLook(RefundState.REFUSED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW, 1, CONFIRM DISMISS ASK",
        "HELD, 1, CONFIRM DISMISS ASK",
        "UNKNOWN, 1, CONFIRM DISMISS ASK",
        "OPEN, 24, ASK",
        "OPEN, 25, CONFIRM ASK",
        "FAILED, 24, ASK",
        "FAILED, 25, CONFIRM ASK",
        "CAPTURED, 1000, ''"
    })
    void an_attempt_leaves_these_decisions(AttemptState state, int hours, String decisions) {
        assertThat(Arrays.stream(AttemptDecision.values())
                        .filter(decision -> decision.possible(state, HOUR.multipliedBy(hours)))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(decisions);
    }

    private static String possible(RefundState state, RefundReason reason) {
        return Arrays.stream(RefundDecision.values())
                .filter(decision -> decision.possible(state, reason, State.PAID))
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }
}
