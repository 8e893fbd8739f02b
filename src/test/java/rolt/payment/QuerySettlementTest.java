package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.payment.TestAttempt.AMOUNT;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.vnpay.VnpayNotification.Outcome;

/** What the answer to a query does to an attempt. */
class QuerySettlementTest {
    @ParameterizedTest
    @CsvSource({
        "OPEN, , SUCCESS, CAPTURED, ",
        "OPEN, , FAILED, FAILED, ",
        "OPEN, , HELD, HELD, ",
        "OPEN, , UNKNOWN, UNKNOWN, ",
        "OPEN, , PENDING, OPEN, ",
        "UNKNOWN, , SUCCESS, CAPTURED, ",
        "UNKNOWN, , FAILED, FAILED, ",
        "UNKNOWN, , HELD, HELD, ",
        "UNKNOWN, , PENDING, UNKNOWN, ",
        "UNKNOWN, AFTER_FAILURE, SUCCESS, CAPTURED, ",
        "UNKNOWN, AFTER_FAILURE, FAILED, REVIEW, AFTER_FAILURE",
        "UNKNOWN, AFTER_FAILURE, PENDING, UNKNOWN, AFTER_FAILURE",
        "HELD, , SUCCESS, CAPTURED, ",
        "HELD, , FAILED, HELD, ",
        "HELD, , UNKNOWN, HELD, ",
        "FAILED, , SUCCESS, CAPTURED, ",
        "FAILED, , UNKNOWN, FAILED, ",
        "REVIEW, AMOUNT, SUCCESS, CAPTURED, ",
        "CAPTURED, LATE, FAILED, CAPTURED, LATE",
        "CAPTURED, SECOND, SUCCESS, CAPTURED, SECOND",
        "CAPTURED, , FAILED, CAPTURED, "
    })
    void an_attempt_of_a_waiting_order_is_settled(
            AttemptState before, AttemptReason reason, Outcome told, AttemptState after, AttemptReason why) {
        Settlement settlement = settle(before, reason, State.PENDING_PAYMENT, told);
        assertThat(settlement.state()).isEqualTo(after);
        assertThat(settlement.reason()).isEqualTo(why);
        assertThat(settlement.paysOrder()).isEqualTo(after == AttemptState.CAPTURED && before != after);
    }

    @Test
    void another_amount_is_looked_at() {
        Settlement settlement = Settlement.ofQuery(
                TestAttempt.of(AttemptState.UNKNOWN, null), State.PENDING_PAYMENT, AMOUNT * 100 + 1, Outcome.SUCCESS);
        assertThat(settlement).isEqualTo(new Settlement("04", AttemptState.REVIEW, AttemptReason.AMOUNT, false));
    }

    @Test
    void money_for_an_order_that_ended_or_was_paid_waits_in_review() {
        assertThat(settle(AttemptState.UNKNOWN, null, State.EXPIRED, Outcome.SUCCESS)
                        .reason())
                .isEqualTo(AttemptReason.LATE);
        assertThat(settle(AttemptState.UNKNOWN, null, State.PAID, Outcome.SUCCESS)
                        .reason())
                .isEqualTo(AttemptReason.SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "00, SUCCESS",
        "07, HELD",
        "01, PENDING",
        "02, FAILED",
        "08, FAILED",
        "11, FAILED",
        "04, UNKNOWN",
        "05, UNKNOWN",
        "09, UNKNOWN",
        "20, UNKNOWN",
        "'', UNKNOWN"
    })
    void the_status_alone_tells_what_became_of_a_payment(String status, Outcome outcome) {
        assertThat(Outcome.ofQuery(status)).isEqualTo(outcome);
    }

    @Property
    void only_the_exact_amount_of_a_success_pays_and_only_a_waiting_order(
            @ForAll AttemptState attempt,
            @ForAll @WithNull AttemptReason reason,
            @ForAll State order,
            @ForAll Outcome outcome,
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long amount) {
        Settlement settlement = Settlement.ofQuery(TestAttempt.of(attempt, reason), order, amount, outcome);
        if (settlement.paysOrder()) {
            assertThat(amount).isEqualTo(AMOUNT * 100);
            assertThat(order).isEqualTo(State.PENDING_PAYMENT);
            assertThat(outcome).isEqualTo(Outcome.SUCCESS);
        }
    }

    @Property
    void the_same_answer_twice_changes_nothing_the_second_time(
            @ForAll AttemptState state,
            @ForAll @WithNull AttemptReason reason,
            @ForAll State order,
            @ForAll Outcome outcome) {
        Settlement first = settle(state, reason, order, outcome);
        State after = first.paysOrder() ? State.PAID : order;
        Settlement second = settle(first.state(), first.reason(), after, outcome);
        assertThat(second.paysOrder()).isFalse();
        assertThat(second.state()).isEqualTo(first.state());
        assertThat(second.reason()).isEqualTo(first.reason());
    }

    @Property
    void suspected_money_and_a_success_once_told_never_turn_into_a_failure(
            @ForAll State order, @ForAll Outcome outcome, @ForAll @LongRange(max = 999_999_999_999L) long amount) {
        assertThat(Settlement.ofQuery(TestAttempt.of(AttemptState.HELD, null), order, amount, outcome)
                        .state())
                .isNotEqualTo(AttemptState.FAILED);
        StoredAttempt told = TestAttempt.of(AttemptState.UNKNOWN, AttemptReason.AFTER_FAILURE);
        assertThat(Settlement.ofQuery(told, order, amount, outcome).state()).isNotEqualTo(AttemptState.FAILED);
    }

    private static Settlement settle(AttemptState state, AttemptReason reason, State order, Outcome outcome) {
        return Settlement.ofQuery(TestAttempt.of(state, reason), order, AMOUNT * 100, outcome);
    }
}
