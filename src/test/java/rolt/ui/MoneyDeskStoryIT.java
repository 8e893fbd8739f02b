package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.Client;
import rolt.TestShop;
import rolt.payment.Sale;
import rolt.payment.Vnpay;
import rolt.platform.Role;

/** Finance's desk on the smallest phone: every page before axe, and one refund decided with the thumb. */
class MoneyDeskStoryIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final TestShop shop = TestShop.running();
    private String order;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void finance_gives_money_back_on_a_phone(ColorScheme scheme) {
        Client finance = shop.client(0).becomeStaff(Role.FINANCE);
        String doubtful = doubtfulPayment();
        String file = "vnp_TxnRef,vnp_TransactionNo,vnp_Amount\nKHACH0000X,1,500000";
        finance.post(
                "/api/v1/finance/settlements",
                new JsonObject().put("day", "2026-10-01").put("csv", file));
        try (Shopper phone = Shopper.onPhone(CHROMIUM, scheme)) {
            phone.logIn(finance.email(), Client.PASSWORD);
            List.of(
                            "/staff/payments",
                            "/staff/payments/" + doubtful,
                            "/staff/orders/" + order + "/money",
                            "/staff/settlement",
                            "/staff/settlement/2026-10-01",
                            "/en/staff/payments")
                    .forEach(phone::findsNoFaultWith);
            refund(phone);
            phone.sawNoErrors();
        }
    }

    private void refund(Shopper phone) {
        phone.open("/staff/orders/" + order + "/money");
        phone.page().locator(".money-decision summary").click();
        phone.fill("amount", "500.000");
        phone.fill("note", "Một gói switch bị lỗi");
        phone.findsNoFaultHere();
        phone.press("Tiếp tục");
        assertThat(phone.page().locator("h1")).hasText("Hoàn số tiền này cho khách?");
        phone.findsNoFaultHere();
        phone.press("Hoàn tiền cho khách");
        phone.isTold("Lệnh hoàn đang được gửi tới VNPAY.");
        phone.page().locator("a[href^='/staff/refunds/']").first().click();
        phone.findsNoFaultHere();
    }

    /** A paid order, and another one whose payment is held. */
    private String doubtfulPayment() {
        Sale sale = new Sale().pay();
        order = sale.order();
        JsonObject held = sale.another().attempt();
        Vnpay.tell(sale.customer(), Vnpay.with(Vnpay.paid(held), "vnp_ResponseCode", "07"));
        return held.getString("txnRef");
    }
}
