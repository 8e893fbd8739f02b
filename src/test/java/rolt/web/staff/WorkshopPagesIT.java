package rolt.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.Workbench;
import rolt.platform.Role;

/** The bench and the warranty by forms alone, without scripts. */
class WorkshopPagesIT {
    private static final Pattern TICK = Pattern.compile("action=\"(/staff/workshop/[^\"]+/items/[a-z]+)\"");

    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();

    @Test
    void a_technician_works_an_order_off_by_touch_and_its_customer_follows() {
        String order = paidOrder();
        String path = "/staff/workshop/" + Workbench.await(shop, order).getFirst();
        Browser bench = signedIn(shop.client(0).becomeStaff(Role.TECHNICIAN));
        assertThat(bench.get("/staff").html()).contains("href=\"/staff/workshop\"", "href=\"/staff/warranty\"");
        assertThat(bench.get("/staff/workshop").html()).contains("Đang mở");
        Seen file = bench.get(path);
        assertThat(file.html()).contains("Nhận việc này", "Món thử", order).doesNotContain("Xong phiếu việc</button>");
        Seen taken = bench.follow(bench.submit(file, path + "/taking", Map.of()));
        assertThat(taken.html()).contains("Đã lưu.", "Đang làm");
        assertThat(bench.get("/staff/workshop?mine=true").html()).contains(path);
        Matcher ticks = TICK.matcher(taken.html());
        while (ticks.find()) {
            assertThat(bench.submit(taken, ticks.group(1), Map.of()).location()).isEqualTo(path + "#step-1");
        }
        bench.submit(bench.get(path), path + "/steps/1/finish", Map.of());
        Seen unsaid = bench.submit(bench.get(path), path + "/notes", Map.of("words", ""));
        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.html()).contains("Lời nhắn: Không được để trống.");
        bench.submit(bench.get(path), path + "/notes", Map.of("words", "Gõ rất êm", "visible", "true"));
        Seen finished = bench.follow(bench.submit(bench.get(path), path + "/finish", Map.of()));
        assertThat(finished.html()).contains("Đã xong", "Xong phiếu việc", "Gõ rất êm");
        assertThat(signedIn(customer).get("/orders/" + order).html())
                .contains("Trên bàn thợ", "Mọi việc đã xong", "Gõ rất êm");
        Seen wrong = bench.submit(finished, path + "/reopening", Map.of("words", "Stab còn kêu", "steps", "0"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.html()).contains(">Stab còn kêu</textarea>");
        Map<String, String> again = Map.of("words", "Stab còn kêu");
        Seen reopened = bench.follow(bench.submit(finished, path + "/reopening", again));
        assertThat(reopened.html()).contains("Chờ thợ", "Mở lại để làm thêm", "Nhận việc này");
        assertThat(signedIn(shop.client(0).becomeStaff(Role.SUPPORT)).get(path).status())
                .isEqualTo(403);
    }

    @Test
    void a_customer_claims_and_staff_answer() {
        String order = paidOrder();
        Workbench.deliver(shop, order);
        Browser theirs = signedIn(customer);
        String warranty = "/orders/" + order + "/warranty";
        assertThat(theirs.get("/orders/" + order).html()).contains(warranty);
        Seen page = theirs.get(warranty);
        assertThat(page.html()).contains("Còn bảo hành", "Yêu cầu bảo hành");
        Seen brief = theirs.submit(page, warranty, Map.of("description", "Hỏng"));
        assertThat(brief.status()).isEqualTo(400);
        assertThat(brief.html()).contains("Có chuyện gì: Phải có ít nhất 10 ký tự", ">Hỏng</textarea>");
        Seen sent = theirs.follow(theirs.submit(brief, warranty, Map.of("description", "Phím Enter không nhận.")));
        assertThat(sent.html()).contains("Chúng tôi đã nhận yêu cầu", "Đang chờ trả lời", "Thêm ảnh");

        Browser support = signedIn(shop.client(0).becomeStaff(Role.SUPPORT));
        assertThat(support.get("/staff/warranty").html()).contains("Bảo hành");
        String claim = "/staff/warranty/" + shop.text("""
                        select c.id from workshop.claim c join workshop.warranty w on w.id = c.warranty_id
                            join ordering.orders o on o.id = w.order_id where o.code = ?
                        """, order);
        Seen asked = support.get(claim);
        assertThat(asked.html()).contains("Phím Enter không nhận.", order);
        assertThat(support.submit(asked, claim + "/approval", Map.of("words", " "))
                        .status())
                .isEqualTo(400);
        Seen approved = support.follow(support.submit(asked, claim + "/approval", Map.of("words", "Gửi về xưởng nhé")));
        assertThat(approved.html()).contains("Được chấp nhận", "Gửi về xưởng nhé");
        Seen ended = support.follow(support.submit(approved, claim + "/void", Map.of("reason", "Vào nước")));
        assertThat(ended.html()).contains("Không còn hiệu lực", "Vào nước");
        assertThat(support.follow(support.submit(ended, claim + "/completion", Map.of()))
                        .html())
                .contains("Yêu cầu này đã kết thúc");
        assertThat(theirs.get(warranty).html())
                .contains("Gửi về xưởng nhé", "Vào nước")
                .doesNotContain("Thêm ảnh");
        assertThat(signedIn(shop.client(0).becomeCustomer()).get(warranty).status())
                .isEqualTo(404);
        assertThat(customer.get("/api/v1/staff/warranty-claims").status()).isEqualTo(403);
    }

    private String paidOrder() {
        Shopping.addToCart(customer, Shopping.newService(shop, 300_000), 1);
        String order = Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 5), 1);
        JsonObject attempt = Shopping.openAttempt(customer, order);
        Shopping.payAtVnpay(customer, shop, attempt.getString("payUrl"));
        customer.mail(order);
        return order;
    }

    private Browser signedIn(Client person) {
        Browser browser = new Browser(shop.urls.getFirst());
        Map<String, String> credentials = Map.of("email", person.email(), "password", Client.PASSWORD);
        assertThat(browser.post("/login", credentials, "same-origin").status()).isEqualTo(303);
        return browser;
    }
}
