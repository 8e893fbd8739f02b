package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.payment.TestAttempt.AMOUNT;

import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.vnpay.VnpayNotification.Outcome;

class SettlementTest {
    @Test
    void a_success_for_a_waiting_order_pays_it() {
        assertThat(settle(AttemptState.OPEN, null, State.PENDING_PAYMENT, Outcome.SUCCESS))
                .isEqualTo(new Settlement("00", AttemptState.CAPTURED, null, true));
    }

    @Test
    void a_failure_is_recorded_and_leaves_the_order_payable() {
        assertThat(settle(AttemptState.OPEN, null, State.PENDING_PAYMENT, Outcome.FAILED))
                .isEqualTo(new Settlement("00", AttemptState.FAILED, null, false));
    }

    @Test
    void disagreeing_codes_are_neither_paid_nor_failed() {
        assertThat(settle(AttemptState.OPEN, null, State.PENDING_PAYMENT, Outcome.UNKNOWN))
                .isEqualTo(new Settlement("00", AttemptState.UNKNOWN, null, false));
    }

    @Test
    void money_under_suspicion_is_held() {
        assertThat(settle(AttemptState.OPEN, null, State.PENDING_PAYMENT, Outcome.HELD))
                .isEqualTo(new Settlement("00", AttemptState.HELD, null, false));
    }

    @Test
    void another_amount_is_refused_and_looked_at() {
        assertThat(Settlement.of(
                        TestAttempt.of(AttemptState.OPEN, null),
                        State.PENDING_PAYMENT,
                        AMOUNT * 100 + 1,
                        Outcome.SUCCESS))
                .isEqualTo(new Settlement("04", AttemptState.REVIEW, AttemptReason.AMOUNT, false));
    }

    @Test
    void after_another_amount_the_right_one_still_pays() {
        assertThat(settle(AttemptState.REVIEW, AttemptReason.AMOUNT, State.PENDING_PAYMENT, Outcome.SUCCESS))
                .isEqualTo(new Settlement("00", AttemptState.CAPTURED, null, true));
    }

    @Test
    void a_failure_after_a_success_changes_nothing() {
        assertThat(settle(AttemptState.CAPTURED, null, State.PAID, Outcome.FAILED))
                .isEqualTo(new Settlement("02", AttemptState.CAPTURED, null, false));
    }

    @Test
    void a_success_after_a_failure_waits_until_vnpay_is_asked_even_when_it_is_repeated() {
        Settlement first = settle(AttemptState.FAILED, null, State.PENDING_PAYMENT, Outcome.SUCCESS);
        assertThat(first).isEqualTo(new Settlement("00", AttemptState.UNKNOWN, AttemptReason.AFTER_FAILURE, false));
        assertThat(settle(first.state(), first.reason(), State.PENDING_PAYMENT, Outcome.SUCCESS))
                .isEqualTo(new Settlement("02", AttemptState.UNKNOWN, AttemptReason.AFTER_FAILURE, false));
    }

    @Test
    void suspected_money_is_held_after_a_failure_too() {
        assertThat(settle(AttemptState.FAILED, null, State.PENDING_PAYMENT, Outcome.HELD))
                .isEqualTo(new Settlement("00", AttemptState.HELD, null, false));
    }

    @Test
    void a_success_for_an_order_that_ended_is_captured_and_left_over() {
        for (State over : Set.of(State.EXPIRED, State.CANCELLED)) {
            assertThat(settle(AttemptState.OPEN, null, over, Outcome.SUCCESS))
                    .isEqualTo(new Settlement("00", AttemptState.CAPTURED, AttemptReason.LATE, false))
                    .matches(Settlement::leavesMoneyOver);
        }
    }

    @Test
    void a_second_capture_of_a_paid_order_is_left_over() {
        assertThat(settle(AttemptState.OPEN, null, State.PAID, Outcome.SUCCESS))
                .isEqualTo(new Settlement("00", AttemptState.CAPTURED, AttemptReason.SECOND, false))
                .matches(Settlement::leavesMoneyOver);
    }

    @Property
    void only_the_exact_amount_of_a_success_pays_and_only_a_waiting_order(
            @ForAll AttemptState attempt,
            @ForAll AttemptReason reason,
            @ForAll State order,
            @ForAll Outcome outcome,
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long amount) {
        Settlement settlement = Settlement.of(TestAttempt.of(attempt, reason), order, amount, outcome);
        if (settlement.paysOrder()) {
            assertThat(amount).isEqualTo(AMOUNT * 100);
            assertThat(order).isEqualTo(State.PENDING_PAYMENT);
            assertThat(outcome).isEqualTo(Outcome.SUCCESS);
            assertThat(settlement.state()).isEqualTo(AttemptState.CAPTURED);
        }
        if (settlement.state() != attempt && settlement.reason() != null) {
            assertThat(settlement.state()).isIn(AttemptState.REVIEW, AttemptState.UNKNOWN);
        }
    }

    @Property
    void what_is_captured_stays_captured(
            @ForAll State order, @ForAll Outcome outcome, @ForAll @LongRange(max = 999_999_999_999L) long amount) {
        assertThat(Settlement.of(TestAttempt.of(AttemptState.CAPTURED, null), order, amount, outcome)
                        .state())
                .isEqualTo(AttemptState.CAPTURED);
    }

    @Property
    void the_same_notification_twice_changes_nothing_the_second_time(
            @ForAll AttemptState state, @ForAll State order, @ForAll Outcome outcome) {
        Assume.that(state != AttemptState.REVIEW);
        Settlement first = settle(state, null, order, outcome);
        State after = first.paysOrder() ? State.PAID : order;
        Settlement second = settle(first.state(), first.reason(), after, outcome);
        assertThat(second.paysOrder()).isFalse();
        assertThat(second.state()).isEqualTo(first.state());
        assertThat(second.answer()).isEqualTo("02");
    }

    private static Settlement settle(AttemptState state, AttemptReason reason, State order, Outcome outcome) {
        return Settlement.of(TestAttempt.of(state, reason), order, AMOUNT * 100, outcome);
    }
}
