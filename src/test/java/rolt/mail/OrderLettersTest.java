package rolt.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.mail.SampleMails.ORDER;
import static rolt.mail.SampleMails.URL;
import static rolt.mail.SampleMails.cancelled;
import static rolt.mail.SampleMails.refund;
import static rolt.mail.SampleMails.shipped;
import static rolt.mail.SampleMails.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.mail.MailMessages.OrderCancelled;
import rolt.mail.MailMessages.PaymentUnclear;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.platform.Language;

/** What the shop writes about an order and its money. */
class OrderLettersTest {
    @Test
    void a_paid_order_whose_money_went_back_before_is_neither_said_to_be_unpaid_nor_surely_there() {
        OrderCancelled empty = new OrderCancelled("Tí", "R-7K3M9Q2X", "Hết hàng", true, 0, URL);
        assertThat(text(Language.EN, empty))
                .contains("paid back before, or is on its way back")
                .doesNotContain("not paid", "Refund:");
    }

    @Test
    void late_money_for_an_order_that_its_customer_cancelled_is_not_said_to_find_no_goods() {
        assertThat(text(Language.VI, refund(RefundReason.LATE)))
                .contains("đến sau khi đơn đã hết hạn hoặc đã hủy")
                .doesNotContain("không còn giữ được hàng");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_PAYMENT, hàng vẫn được giữ cho bạn",
        "EXPIRED, hết thời gian giữ hàng",
        "CANCELLED, Đơn hàng đã bị hủy",
        "PAID, đã được thanh toán bằng một lần trả khác",
        "SHIPPED, đã được thanh toán bằng một lần trả khác"
    })
    void a_payment_in_doubt_promises_what_its_order_can_keep(State order, String promise) {
        PaymentUnclear unclear = new PaymentUnclear("Tí", "R-7K3M9Q2X", order, 4_195_000, "NCB", URL);
        assertThat(text(Language.VI, unclear)).contains(promise);
    }

    @Test
    void a_parcel_that_can_be_followed_leads_to_its_carrier_and_names_the_order_below() {
        String text = text(Language.VI, shipped(false, "SPX Express", "https://spx.vn/track?LK8F2M9X"));
        assertThat(text)
                .contains("Mã vận đơn: LK8F2M9X", "ở đâu:\nhttps://spx.vn/track?LK8F2M9X")
                .contains("Đơn hàng của bạn: " + URL);
    }

    @Test
    void a_cancelled_order_says_why_and_what_goes_back() {
        assertThat(text(Language.VI, cancelled("Hết hàng", 4_195_000)))
                .contains("Lý do: Hết hàng", "Hoàn lại: 4.195.000\u00a0₫");
        assertThat(text(Language.VI, cancelled(null, 0)))
                .contains("Theo yêu cầu của bạn")
                .doesNotContain("Hoàn lại:", "Lý do");
    }

    @Test
    void amounts_are_written_as_the_language_writes_them() {
        assertThat(text(Language.VI, ORDER)).contains("Tổng cộng: 4.195.000\u00a0₫", "Phí giao hàng: Miễn phí");
        assertThat(text(Language.EN, ORDER)).contains("Total: ₫4,195,000", "Shipping: Free");
    }
}
