package rolt.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.Workbench;
import rolt.platform.Role;

/** The pages on which staff work orders off, by forms alone. */
class OrderDeskPagesIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private Client customer;
    private String sku;

    @BeforeEach
    void a_customer_and_a_product() {
        customer = shop.client(0).becomeCustomer();
        sku = Shopping.newProduct(shop, PRICE, 5);
    }

    @Test
    void an_order_is_found_assembled_shipped_corrected_and_delivered() {
        Shopping.addToCart(customer, Shopping.newService(shop, 300_000), 1);
        String path = paidOrder();
        Browser bench = signedIn(Role.TECHNICIAN);
        Seen found = bench.get("/staff/orders?state=PAID&q=" + customer.email());
        assertThat(found.html()).contains(path, "Có lắp ráp", "Đã thanh toán <span class=\"quiet\">1</span>");
        assertThat(bench.get("/staff/orders?state=DELIVERED&q=" + customer.email())
                        .html())
                .contains("Không tìm thấy đơn nào");
        Seen file = bench.get(path);
        assertThat(file.html())
                .contains("12 Tràng Thi", sku, "VNPAY")
                .doesNotContain(path + "/call-off", path + "/shipment", path + "/money");
        Seen begun = bench.follow(bench.submit(file, path + "/assembly", Map.of()));
        String order = path.replaceAll(".*/", "");
        String work = Workbench.await(shop, order).getFirst();
        assertThat(begun.html()).contains("Đã bắt đầu lắp ráp", "Nguyễn Minh Anh ·");
        assertThat(bench.get(path).html())
                .contains("Chưa gửi hàng được", "href=\"/staff/workshop/" + work + "\"", "Chờ thợ")
                .doesNotContain(path + "/shipment");
        assertThat(signedIn(Role.SUPPORT).get(path).html())
                .contains("Chưa gửi hàng được", work)
                .doesNotContain("/staff/workshop/" + work);
        Workbench.finish(shop, order);
        Seen open = bench.get(path);
        assertThat(open.html()).contains(path + "/shipment").doesNotContain("Chưa gửi hàng được");
        Seen wrong = bench.submit(open, path + "/shipment", parcel("GHTK", "?"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.html()).contains("id=\"trackingNumber-fault\">Cần từ 5 đến 40", "value=\"GHTK\" selected");
        Seen shipped = bench.follow(bench.submit(wrong, path + "/shipment", parcel("GHTK", "s1.a1 2345")));
        assertThat(shipped.html()).contains("Giao Hàng Tiết Kiệm (GHTK)", "https://i.ghtk.vn/S1.A12345");
        Seen corrected =
                bench.follow(bench.submit(shipped, path + "/shipment/correction", parcel("VNPOST", "EE123456789VN")));
        assertThat(corrected.html()).contains("EE123456789VN", "S1.A12345").doesNotContain("i.ghtk.vn");
        bench.submit(corrected, path + "/delivery", Map.of());
        assertThat(bench.get(path).html()).contains("bạn không cần làm gì").doesNotContain("<form class=\"form\"");
    }

    @Test
    void a_paid_order_is_called_off_with_a_reason_that_its_customer_reads() {
        String path = paidOrder();
        Browser finance = signedIn(Role.FINANCE);
        Seen file = finance.get(path);
        assertThat(file.html()).contains(path + "/money").doesNotContain(path + "/shipment");
        Seen unsaid = finance.submit(file, path + "/call-off", Map.of("reason", " "));
        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.html()).contains("id=\"reason-fault\">Không được để trống.");
        Seen done = finance.follow(finance.submit(unsaid, path + "/call-off", Map.of("reason", "Kho bị ngập")));
        assertThat(done.html()).contains("tiền đang được hoàn lại", "Kho bị ngập");
        assertThat(Shopping.onHand(shop, sku)).isEqualTo(5);
        Seen again = finance.post(path + "/delivery", Map.of("key", Shopping.key()), "same-origin");
        assertThat(again.status()).isEqualTo(403);
        Browser theirs = signedIn(customer);
        String order = path.replace("/staff", "");
        assertThat(theirs.get(order).html()).contains("Lý do: Kho bị ngập", "tiền đang được hoàn lại", "<dd>3.500.000");
        assertThat(theirs.get("/staff/orders").status()).isEqualTo(403);
        assertThat(theirs.get(path + "/slip").status()).isEqualTo(403);
    }

    @Test
    void a_form_that_comes_too_late_says_so_and_shows_where_the_order_stands() {
        String path = paidOrder();
        Browser support = signedIn(Role.SUPPORT);
        Seen early = support.get(path);
        Seen first = support.submit(early, path + "/shipment", parcel("SPX", "SPXVN0123456789"));
        assertThat(support.submit(early, path + "/shipment", parcel("SPX", "SPXVN0123456789"))
                        .location())
                .isEqualTo(first.location());
        Seen late = support.submit(early, path + "/call-off", Map.of("reason", "Khách đổi ý"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.html()).contains("đang ở một bước khác", "Sửa mã vận đơn");
    }

    @Test
    void an_unpaid_order_is_cancelled_by_staff_and_money_is_not_spoken_of() {
        String path = "/staff/orders/" + Shopping.placeOrder(customer, sku, 1);
        Browser support = signedIn(Role.SUPPORT);
        Seen done = support.follow(
                support.submit(support.get(path), path + "/cancellation", Map.of("reason", "Trùng đơn")));
        assertThat(done.html()).contains("Đã hủy đơn", "Trùng đơn").doesNotContain("hoàn lại");
    }

    @Test
    void a_packing_slip_names_everything_to_pack_and_no_price() {
        String path = paidOrder();
        String slip = signedIn(Role.SUPPORT).get(path + "/slip").html();
        assertThat(slip)
                .contains(path.substring(14), sku, "Món thử", "Nguyễn Minh Anh", "0912345678", "slip-box", "<svg")
                .doesNotContain("₫", "3.500.000");
    }

    private String paidOrder() {
        String order = Shopping.placeOrder(customer, sku, 1);
        Shopping.payAtVnpay(
                customer, shop, Shopping.openAttempt(customer, order).getString("payUrl"));
        customer.mail(order);
        return "/staff/orders/" + order;
    }

    private static Map<String, String> parcel(String carrier, String number) {
        return Map.of("carrier", carrier, "trackingNumber", number);
    }

    private Browser signedIn(Role role) {
        return signedIn(shop.client(0).becomeStaff(role));
    }

    private Browser signedIn(Client person) {
        Browser browser = new Browser(shop.urls.getFirst());
        Map<String, String> credentials = Map.of("email", person.email(), "password", Client.PASSWORD);
        assertThat(browser.post("/login", credentials, "same-origin").status()).isEqualTo(303);
        return browser;
    }
}
