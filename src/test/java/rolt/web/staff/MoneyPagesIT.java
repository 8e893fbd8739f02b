package rolt.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.payment.Books;
import rolt.payment.Sale;
import rolt.payment.Vnpay;
import rolt.platform.Dates;
import rolt.platform.Role;

/** Finance's pages by forms alone: what moves money is asked for twice. */
@ExtendWith(Books.class)
class MoneyPagesIT {
    private static final Map<String, String> NOTE = Map.of("note", "Đã xem cổng VNPAY");

    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final Client customer = sale.customer();
    private final String order = sale.order();
    private final JsonObject attempt = sale.attempt();
    private final Browser finance = signedIn(shop.client(0).becomeStaff(Role.FINANCE));

    @Test
    void money_in_doubt_is_found_explained_confirmed_twice_and_booked_once() {
        tell(customer, with(paid(attempt), "vnp_ResponseCode", "07"));
        String here = "/staff/payments/" + attempt.getString("txnRef");
        assertThat(finance.get(latest()).html()).contains(here, "nghi ngờ gian lận", order);
        Seen page = finance.get(here);
        assertThat(page.html())
                .contains("07 · đã trừ tiền, nghi ngờ gian lận", "Vẫn được giữ cho đơn này", "value=\"3500000\"");
        Seen asked = finance.submit(page, here + "/confirmation", NOTE);
        assertThat(asked.html()).contains("Xác nhận tiền đã đến?", "Đã xem cổng VNPAY");
        assertThat(sale.state()).isEqualTo("PENDING_PAYMENT");
        Seen done = finance.submit(asked, here + "/confirmation", Map.of());
        assertThat(done.location()).isEqualTo(here + "?done=money-confirmation");
        assertThat(finance.submit(asked, here + "/confirmation", Map.of()).location())
                .isEqualTo(done.location());
        assertThat(sale.state()).isEqualTo("PAID");
        assertThat(finance.get("/en" + here).html()).contains("Confirmed that the money is there", "Đã xem cổng VNPAY");
        Seen late = finance.submit(page, here + "/dismissal", Map.of("note", "x", "sure", "yes", "key", "x".repeat(9)));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.html()).contains("Lần thanh toán này đã rõ kết quả");
    }

    @Test
    void p08_the_customer_is_told() {
        tell(customer, with(paid(attempt), "vnp_TransactionStatus", "04"));
        Browser browser = signedIn(customer);
        for (String way : new String[] {"", "?vnpay=failed", "?vnpay=unknown"}) {
            assertThat(browser.get("/orders/" + order + way).html())
                    .contains("Khoản thanh toán của bạn đang được kiểm tra", "xin đừng trả lại lần nữa")
                    .doesNotContain("chưa bị trừ tiền", "/orders/" + order + "/payments\"");
        }
        String here = "/staff/payments/" + attempt.getString("txnRef");
        Seen sure = finance.submit(finance.get(here), here + "/dismissal", NOTE);
        finance.submit(sure, here + "/dismissal", Map.of());
        assertThat(browser.get("/orders/" + order).html())
                .contains("Đang chờ bạn thanh toán", "/orders/" + order + "/payments\"")
                .doesNotContain("xin đừng trả lại");
    }

    @Test
    void a_refund_begins_with_what_is_left_and_is_settled_at_the_desk_when_vnpay_refuses() {
        sale.payAtVnpay(attempt);
        sale.awaitState("PAID");
        Vnpay.faults(shop, new JsonObject().put("apiCode", "99"));
        String money = "/staff/orders/" + order + "/money";
        Seen page = finance.get(money);
        assertThat(page.html()).contains("value=\"3500000\"", "Đơn được thanh toán bằng tiền này");
        String refund = money + "/refund";
        Seen bad = finance.submit(
                page, refund, Map.of("amount", "4.000.000", "note", "x", "sure", "y", "key", "y".repeat(9)));
        assertThat(bad.status()).isEqualTo(409);
        assertThat(bad.html()).contains("chỉ còn 3.500.000");
        Seen asked = finance.submit(page, refund, Map.of("amount", "1.500.000", "note", "Một gói bị lỗi"));
        assertThat(finance.submit(asked, refund, Map.of()).location()).isEqualTo(money + "?done=money-refund");
        Eventually.ask(() -> finance.get(latest()).html(), html -> html.contains("Không rõ VNPAY đã nhận"));
        String here = "/staff/refunds/" + sale.refund();
        Seen unseen = finance.submit(
                finance.get(here),
                here + "/transfer",
                Map.of("reference", "FT1", "note", "x", "notAtVnpay", "", "sure", "y", "key", "z".repeat(9)));
        assertThat(unseen.html()).contains("hãy xem cổng VNPAY");
        Seen sure = finance.submit(finance.get(here), here + "/transfer", Map.of("reference", "FT1", "note", "x"));
        assertThat(finance.submit(sure, here + "/transfer", Map.of()).location())
                .isEqualTo(here + "?done=money-transfer");
        assertThat(finance.get(money).html()).contains("Cửa hàng chuyển khoản cho khách", "FT1");
    }

    @Test
    void a_settlement_file_is_pasted_checked_and_ticked_off() {
        LocalDate day = LocalDate.now(Dates.VIETNAM).minusDays(5);
        Seen form = finance.get("/staff/settlement");
        Seen bad = finance.submit(form, "/staff/settlement", Map.of("day", day.toString(), "csv", "a,b\n1,2"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.html()).contains("Tệp thiếu cột vnp_TxnRef", "value=\"" + day + "\"");
        String csv = "Mã tham chiếu;Mã giao dịch VNPAY;Số tiền\n" + attempt.getString("txnRef")
                + ";14226112;3.500.000\nKHACH00001;14226113;5.000";
        Seen checked = finance.submit(form, "/staff/settlement", Map.of("day", day.toString(), "csv", csv));
        assertThat(checked.location()).isEqualTo("/staff/settlement/" + day + "?done=money-checked");
        assertThat(sale.state()).isEqualTo("PAID");
        Seen page = finance.follow(checked);
        assertThat(page.html())
                .contains("vừa ghi nhận theo tệp", "Mã tham chiếu không phải của cửa hàng", "KHACH00001");
        String tick = "/staff/settlement/" + day + "/tick";
        assertThat(finance.submit(page, tick, Map.of("note", "Của cửa hàng khác"))
                        .location())
                .isEqualTo("/staff/settlement/" + day + "?done=money-ticked");
        assertThat(finance.get("/staff/settlement/" + day).html()).contains("Của cửa hàng khác", "Đã xem");
        assertThat(finance.get("/en/staff/settlement").html()).contains("File is missing", "differences");
    }

    @Test
    void finance_is_told_when_vnpay_can_be_asked_and_others_see_nothing() {
        shop.number("update payment.query_turn set next_at = now() + interval '4 minutes'");
        String here = "/staff/payments/" + attempt.getString("txnRef");
        Seen asked = finance.submit(finance.get(here), here + "/query", Map.of());
        assertThat(asked.location()).isEqualTo(here + "?asked=LATE&minutes=4");
        assertThat(finance.follow(asked).html()).contains("hỏi lại được sau khoảng 4 phút");
        Browser support = signedIn(shop.client(0).becomeStaff(Role.SUPPORT));
        assertThat(support.get("/staff/payments").status()).isEqualTo(403);
        assertThat(support.get("/staff").html()).doesNotContain("/staff/settlement");
        assertThat(support.get("/staff/orders/" + order + "/money").status()).isEqualTo(403);
    }

    private Browser signedIn(Client person) {
        Browser browser = new Browser(shop.urls.getFirst());
        Map<String, String> credentials = Map.of("email", person.email(), "password", Client.PASSWORD);
        assertThat(browser.post("/login", credentials, "same-origin").status()).isEqualTo(303);
        return browser;
    }

    /** The list from a minute ago: other tests leave theirs behind, and the oldest come first. */
    private static String latest() {
        return "/staff/payments?after=" + Instant.now().minusSeconds(60).toEpochMilli() * 1_000 + ".00000000";
    }
}
