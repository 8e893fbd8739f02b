package rolt.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.finance.SettlementMatch.Difference;
import rolt.finance.SettlementMatch.HerePayment;
import rolt.finance.SettlementMatch.HereRefund;
import rolt.finance.SettlementMessages.ExceptionKind;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.RefundState;

class SettlementMatchTest {
    private static final HerePayment PAID = new HerePayment("REF00001", AttemptState.CAPTURED, 500_000L, false);
    private static final HerePayment PAID_TOO = new HerePayment("REF00002", AttemptState.CAPTURED, 500_000L, false);

    @Test
    void a_refund_that_the_file_says_twice_finishes_one_refund() {
        HereRefund first = refund(RefundState.ACCEPTED, null, false);
        HereRefund second = refund(RefundState.UNKNOWN, null, false);
        SettlementMatch match = match(List.of(first, second), refundRow(2, "77"), refundRow(3, "77"));
        assertThat(match.toFinish()).isEqualTo(Map.of(first.id(), "77"));
    }

    @Test
    void a_refund_that_the_bank_paid_and_vnpay_as_well_is_listed() {
        HereRefund byBank = refund(RefundState.PAID_OUT, "77", true);
        assertThat(match(List.of(byBank), refundRow(2, "77")).differences())
                .extracting(Difference::kind)
                .containsExactly(ExceptionKind.REFUND_MISSING_HERE);
    }

    @Test
    void two_payments_with_one_number_are_listed() {
        SettlementRow first = new SettlementRow(2, false, "REF00001", "55", 50_000_000, "00");
        SettlementRow second = new SettlementRow(3, false, "REF00002", "55", 50_000_000, "00");
        assertThat(match(List.of(), first, second).differences())
                .extracting(Difference::kind, Difference::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ExceptionKind.DUPLICATE, 3));
    }

    private static SettlementMatch match(List<HereRefund> refunds, SettlementRow... rows) {
        return new SettlementMatch(List.of(rows), List.of(PAID, PAID_TOO), refunds);
    }

    private static HereRefund refund(RefundState state, String number, boolean byBank) {
        return new HereRefund(UUID.randomUUID(), "REF00001", state, 100_000, number, false, byBank);
    }

    private static SettlementRow refundRow(int line, String number) {
        return new SettlementRow(line, true, "REF00001", number, 10_000_000, "00");
    }
}
