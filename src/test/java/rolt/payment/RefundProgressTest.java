package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Language;
import rolt.vnpay.VnpayReply;
import rolt.vnpay.VnpayReply.Genuine;
import rolt.vnpay.VnpayReply.NoAnswer;
import rolt.vnpay.VnpayReply.NotGenuine;
import rolt.vnpay.VnpayReply.Refused;
import rolt.vnpay.VnpayTerminal.Payment;

class RefundProgressTest {
    private static final long AMOUNT = 1_000_000;
    private static final String PAYMENT_NO = "14226112";
    private static final String REFUND_NO = "14226113";
    private static final String OTHER_NO = "14226114";

    @Test
    void accepted_is_not_paid_out() {
        assertThat(RefundProgress.ofSending(told("02", REFUND_NO, "05")))
                .isEqualTo(new RefundProgress(RefundState.ACCEPTED, REFUND_NO, "00"));
        assertThat(RefundProgress.ofSending(told("02", REFUND_NO, "00")).state())
                .isEqualTo(RefundState.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "95, true, REFUSED",
        "93, true, REFUSED",
        "04, true, REFUSED",
        "95, false, UNKNOWN",
        "94, true, UNKNOWN",
        "98, true, UNKNOWN",
        "99, true, UNKNOWN",
        "08, true, UNKNOWN"
    })
    void only_a_signed_refusal_that_is_final_is_believed(String code, boolean signed, RefundState state) {
        assertThat(RefundProgress.ofSending(new Refused(code, signed, "")).state())
                .isEqualTo(state);
    }

    @Test
    void without_a_genuine_answer_nobody_knows() {
        assertThat(RefundProgress.ofSending(new NoAnswer("timeout")).state()).isEqualTo(RefundState.UNKNOWN);
        assertThat(RefundProgress.ofSending(new NotGenuine("<html>")).state()).isEqualTo(RefundState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"05, ACCEPTED", "06, ACCEPTED", "00, PAID_OUT", "09, REFUSED"})
    void an_accepted_refund_is_followed_to_its_end(String status, RefundState state) {
        StoredRefund accepted = refund(RefundState.ACCEPTED, REFUND_NO);
        assertThat(RefundProgress.ofQuery(accepted, told("02", REFUND_NO, status))
                        .state())
                .isEqualTo(state);
    }

    @Test
    void an_unknown_refund_is_found_by_a_number_that_no_other_has() {
        StoredRefund unknown = refund(RefundState.UNKNOWN, null);
        assertThat(RefundProgress.ofQuery(unknown, told("03", REFUND_NO, "05")))
                .isEqualTo(new RefundProgress(RefundState.ACCEPTED, REFUND_NO, "00"));
        assertThat(RefundProgress.ofQuery(unknown, told("03", OTHER_NO, "00")).state())
                .isEqualTo(RefundState.UNKNOWN);
        assertThat(RefundProgress.ofQuery(unknown, told("01", PAYMENT_NO, "00")).state())
                .isEqualTo(RefundState.UNKNOWN);
    }

    @Test
    void another_amount_tells_of_another_refund() {
        Genuine other = genuine(Map.of(
                "vnp_TransactionType",
                "03",
                "vnp_TransactionNo",
                REFUND_NO,
                "vnp_TransactionStatus",
                "00",
                "vnp_Amount",
                String.valueOf(AMOUNT)));
        assertThat(RefundProgress.ofQuery(refund(RefundState.UNKNOWN, null), other)
                        .state())
                .isEqualTo(RefundState.UNKNOWN);
    }

    @Property
    void what_is_not_genuine_never_moves_a_refund_that_was_sent(
            @ForAll RefundState state, @ForAll @IntRange(max = 99) int code, @ForAll boolean signed) {
        StoredRefund refund = refund(state, REFUND_NO);
        for (VnpayReply reply :
                Set.of(new Refused("%02d".formatted(code), signed, ""), new NoAnswer(""), new NotGenuine(""))) {
            assertThat(RefundProgress.ofQuery(refund, reply).state()).isEqualTo(state);
        }
    }

    private static Genuine told(String type, String number, String status) {
        return genuine(Map.of(
                "vnp_TransactionType", type,
                "vnp_TransactionNo", number,
                "vnp_TransactionStatus", status,
                "vnp_Amount", String.valueOf(AMOUNT * 100)));
    }

    private static Genuine genuine(Map<String, String> fields) {
        return new Genuine(fields, "");
    }

    private static StoredRefund refund(RefundState state, String number) {
        return new StoredRefund(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                AMOUNT,
                RefundReason.ASKED,
                state,
                null,
                false,
                number,
                Set.of(OTHER_NO),
                0,
                new Payment("REFERENCE1", Instant.EPOCH, PAYMENT_NO),
                new OrderCustomer("R-7K3M9Q2X", "Minh Anh", "minhanh@example.com", Language.VI),
                State.PAID);
    }
}
