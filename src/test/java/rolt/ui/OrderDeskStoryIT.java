package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.Workbench;
import rolt.platform.Role;

/** A technician with a phone takes an order from the payment to the door, while its customer looks on. */
class OrderDeskStoryIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final TestShop shop = TestShop.running();

    @Test
    void an_order_is_found_assembled_packed_shipped_and_delivered() {
        try (Shopper customer = Shopper.atDesk(CHROMIUM);
                Shopper bench = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            String order = paidOrder(customer.logInAsNewCustomer());
            customer.open("/orders/" + order);
            Client staff = shop.client(0).becomeStaff(Role.TECHNICIAN, Role.SUPPORT);
            bench.logIn(staff.email(), Client.PASSWORD);
            bench.open("/staff");
            bench.page().locator(".area-nav a[href='/staff/orders']").click();
            bench.page().locator("#q").fill(order.substring(2).toLowerCase(Locale.ROOT));
            bench.press("Tìm");
            bench.findsNoFaultHere();
            bench.follow(order);
            bench.press("Bắt đầu lắp ráp");
            bench.isTold("Đã bắt đầu lắp ráp");
            assertThat(customer.page().locator("h1")).hasText("Bàn phím của bạn đang ở trên bàn thợ");
            Workbench.finish(shop, order);
            pack(bench);
            bench.page().locator("[name=carrier]").selectOption("JT");
            bench.fill("trackingNumber", "842 000 111 222");
            bench.press("Đã gửi hàng");
            bench.isTold("Đã ghi kiện hàng");
            assertThat(customer.page().locator(".shipment-number")).hasText("842000111222");
            customer.findsNoFaultHere();
            bench.press("Khách đã nhận hàng");
            bench.isTold("Đã ghi là khách nhận hàng");
            assertThat(customer.page().locator("h1")).hasText("Hàng đã đến tay bạn");
            bench.sawNoErrors();
            customer.sawNoErrors();
        }
    }

    private static void pack(Shopper bench) {
        bench.page().locator("[popovertarget=cancel]").first().click();
        bench.findsNoFaultHere();
        bench.press("Giữ đơn hàng");
        bench.follow("Phiếu đóng gói");
        bench.findsNoFaultHere();
        assertThat(bench.page().locator("#print")).isVisible();
        bench.page().locator(".slip-bar a").click();
    }

    private String paidOrder(Client customer) {
        Shopping.addToCart(customer, Shopping.newService(shop, 300_000), 1);
        String order = Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 2), 1);
        Shopping.payAtVnpay(
                customer, shop, Shopping.openAttempt(customer, order).getString("payUrl"));
        customer.mail(order);
        return order;
    }
}
