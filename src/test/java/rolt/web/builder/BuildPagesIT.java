package rolt.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.TestShop;
import rolt.builder.TestKeyboard;
import rolt.platform.Role;
import rolt.web.Page;

/** Saved builds, comparisons and presets as a browser without scripts has them. */
@ExtendWith(FullShelves.class)
class BuildPagesIT {
    private static final String BUILD = "kit=SONG60-BLACK&sw=SUONGMAI-70&caps=GBT-BASE";

    private final TestShop shop = TestShop.running();

    @Test
    void a_build_is_saved_saved_over_renamed_shared_and_removed() {
        Browser browser = signedIn(shop.client(0).becomeCustomer());
        String form = "/account/builds/new?" + BUILD;
        assertThat(new Browser(shop.urls.getFirst()).get(form).location())
                .startsWith("/login?next=%2Faccount%2Fbuilds%2Fnew");
        Seen saved = browser.submit(browser.get(form), "/account/builds", Map.of("title", "Bàn ở nhà", "into", "new"));
        assertThat(saved.location()).isEqualTo("/account/builds?done=build-saved");
        Seen list = browser.follow(saved);
        assertThat(list.html()).contains("Đã lưu vào danh sách của bạn", "Bàn ở nhà", "name=\"b\"");
        String one = link(list, "/account/builds/[0-9a-f-]{36}");

        Seen over = browser.get("/account/builds/new?kit=SONG60-BLACK");
        assertThat(over.html()).contains("Thay cho “Bàn ở nhà”");
        String into = one.substring(one.lastIndexOf('/') + 1) + " 1";
        assertThat(browser.submit(over, "/account/builds", Map.of("title", "", "into", into))
                        .status())
                .isEqualTo(303);
        Seen stale = browser.submit(over, "/account/builds", Map.of("title", "", "into", into));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.html()).contains("“Bàn ở nhà” vừa được đổi ở nơi khác");

        Seen page = browser.get(one);
        assertThat(page.html()).contains("Còn thiếu switch, keycap").doesNotContain("Thêm vào giỏ");
        Seen renamed = browser.submit(page, one, Map.of("title", "Bàn ở cơ quan"));
        assertThat(browser.follow(renamed).html()).contains("Đã đổi tên", "Bàn ở cơ quan");
        String link = link(page, "/builds/[A-Za-z0-9_-]{22}");
        assertThat(browser.post(one + "/link", Map.of(), "same-origin").status())
                .isEqualTo(303);
        assertThat(browser.get(link).status()).isEqualTo(404);
        assertThat(browser.post(one + "/removal", Map.of(), "same-origin").location())
                .isEqualTo("/account/builds?done=build-removed");
        assertThat(browser.get(one).status()).isEqualTo(404);
    }

    @Test
    void a_preset_is_saved_as_ones_own() {
        Browser browser = signedIn(shop.client(0).becomeCustomer());
        Seen preset = browser.get("/builds/buoi-sang-dau-tien");
        Seen saved = browser.submit(preset, "/account/builds/copies", Map.of());
        assertThat(browser.follow(saved).html()).contains("Buổi Sáng Đầu Tiên", "Thu hồi liên kết");
    }

    @Test
    void builds_stand_side_by_side_and_tell_what_differs() {
        Browser browser = new Browser(shop.urls.getLast());
        assertThat(browser.get("/builds").html())
                .contains("action=\"/builds/compare\"", "name=\"b\" value=\"viet-dem\"", "Đủ món, còn hàng");
        Seen two = browser.get("/builds/compare?b=buoi-sang-dau-tien&b=viet-dem");
        assertThat(two.html())
                .contains("Buổi Sáng Đầu Tiên", "Viết Đêm", "khác nhau", "60%", "65%", "Sương Mai")
                .contains("/builds/compare?b=viet-dem");
        String pasted = "https://rolt.vn/builds/viet-dem/";
        assertThat(browser.get("/en/builds/compare?b=" + Page.encode(pasted) + "&b=nothing-here")
                        .html())
                .contains("Night Writing", "No build is found under “nothing-here”");
        assertThat(browser.get("/builds/compare").html()).contains("Chưa chọn bộ nào");
        assertThat(browser.get("/builds/compare?b=aaa,bbb,ccc,ddd,eee").html()).contains("giữ bốn bộ đầu");
    }

    @Test
    void staff_make_a_preset_of_an_address_and_publish_it() {
        Browser staff = signedIn(shop.client(0).becomeStaff(Role.CONTENT_DESIGNER));
        assertThat(staff.get("/staff").html()).contains("href=\"/staff/presets\"");
        Map<String, String> typed =
                Map.of("title.vi", "Thử trưng bày", "title.en", "On show", "text.vi", "Gõ thử.", "text.en", "A try.");
        Seen wrong = staff.submit(staff.get("/staff/presets/new?source=hm"), "/staff/presets", typed);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.html()).contains("Cần là mã của một bộ", "value=\"Thử trưng bày\"");
        Map<String, String> source = Map.of("source", "https://rolt.vn/build?" + BUILD);
        Seen made = staff.submit(wrong, "/staff/presets", source);
        assertThat(made.location()).contains("?done=preset-saved");
        String one = made.location().replaceFirst("\\?.*", "");
        Seen page = staff.follow(made);
        assertThat(page.html()).contains("Bản nháp", "value=\"On show\"");
        assertThat(staff.get(one + "/picture.svg").html()).contains("<svg");
        assertThat(new Browser(shop.urls.getFirst()).get(one + "/picture.svg").html())
                .doesNotContain("<svg xmlns");

        Seen published = staff.submit(page, one + "/publication", Map.of());
        assertThat(staff.follow(published).html()).contains("Bộ phối đã được trưng bày", "Ngừng trưng bày");
        assertThat(staff.get("/staff/presets").html()).contains("Thử trưng bày", "Đang trưng bày");
        assertThat(staff.post(one + "/position", Map.of("position", "1"), "same-origin")
                        .location())
                .isEqualTo("/staff/presets?done=preset-moved");
        assertThat(staff.post(one + "/removal", Map.of(), "same-origin").location())
                .isEqualTo("/staff/presets?done=preset-removed");
    }

    /** What is not known of an owned part is a dozen warnings, each of which is kept with the order. */
    @Test
    void what_cannot_be_checked_is_accepted_by_one_tick() {
        Client client = shop.client(0).becomeCustomer();
        Browser browser = signedIn(client);
        browser.post("/build/cart", Map.of("own", "KIT,SWITCHES,KEYCAPS", "sv", "SV-CLEAN"), "same-origin");
        Seen checkout = browser.get("/checkout");
        assertThat(checkout.html()).contains("điều chúng tôi không kiểm tra được", "<li>Khác cách nhận phím</li>");
        assertThat(Pattern.compile("name=\"accept\\.").matcher(checkout.html()).results())
                .as("that, and that the work waits for the part")
                .hasSize(2);
        Seen placed = browser.submit(
                checkout,
                "/checkout",
                Map.of(
                        "recipient.name", "Nguyễn Minh Anh",
                        "recipient.phone", "0912345678",
                        "recipient.province", "Hà Nội",
                        "recipient.ward", "Cửa Nam",
                        "recipient.street", "12 Tràng Thi"));
        assertThat(placed.location()).startsWith(shop.console.url());
        JsonObject order =
                client.get("/api/v1/orders").json().getJsonArray("items").getJsonObject(0);
        assertThat(browser.get("/orders/" + order.getString("code")).html()).contains("S01", "C01", "V10");

        Map<String, String> lubed = Map.of(
                "kit", "SONG60-BLACK", "sw", "SUONGMAI-70", "caps", "GBT-BASE", "sv", "SV-LUBE", "own", "SWITCHES");
        browser.post("/build/cart", lubed, "same-origin");
        assertThat(browser.get("/cart").html()).as("a sentence").contains("Switch của bạn đã được lube từ nhà máy");
    }

    @Test
    void a_warning_is_ticked_at_the_checkout_and_read_in_the_order() {
        Client client = shop.client(0).becomeCustomer();
        Browser browser = signedIn(client);
        Map<String, String> build =
                Map.of("kit", "SONG60-BLACK", "sw", "SUONGMAI-70", "caps", "GBT-BASE", "sv", "SV-LUBE");
        assertThat(browser.post("/build/cart", build, "same-origin").location()).isEqualTo("/cart");
        String lubed = "Sương Mai đã được lube từ nhà máy, thường không cần lube thêm.";
        assertThat(browser.get("/cart").html())
                .contains("Cần bạn đồng ý khi đặt hàng", lubed, "Xưởng hẹn làm xong vào");
        Seen checkout = browser.get("/checkout");
        assertThat(checkout.html()).contains(lubed, "Xưởng hẹn làm xong vào");
        Map<String, String> recipient = Map.of(
                "recipient.name", "Nguyễn Minh Anh",
                "recipient.phone", "0912345678",
                "recipient.province", "Hà Nội",
                "recipient.ward", "Cửa Nam",
                "recipient.street", "12 Tràng Thi");
        Map<String, String> unticked = new HashMap<>(recipient);
        Pattern.compile("accept\\.[0-9a-f-]{36}\\.[A-Z0-9]+")
                .matcher(checkout.html())
                .results()
                .forEach(box -> unticked.put(box.group(), ""));
        Seen refused = browser.submit(checkout, "/checkout", unticked);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("có điều cần bạn đồng ý", "12 Tràng Thi");

        Seen placed = browser.submit(refused, "/checkout", recipient);
        assertThat(placed.location()).startsWith(shop.console.url());
        String order = client.get("/api/v1/orders")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("code");
        assertThat(browser.get("/orders/" + order).html()).contains("Đã đồng ý", "V01", lubed);
        Browser bench = signedIn(shop.client(0).becomeStaff(Role.TECHNICIAN));
        assertThat(bench.get("/staff/orders/" + order + "/slip").html()).contains("Đã đồng ý", "V01", lubed);
        assertThat(bench.get("/staff/orders/" + order).html()).contains("Đã đồng ý", "V01", lubed);
        shop.text("""
                update ordering.build set verdicts = '[{"rule": "S01", "severity": "W", "unknown": false, "parts": [],
                    "params": {}, "fixes": []}, {"rule": "S99", "severity": "I", "unknown": false, "parts": [], "params": {}, "fixes": []}]'
                where order_id = (select id from ordering.orders where code = ?)
                """, order);
        assertThat(browser.get("/orders/" + order).html())
                .as("rules that are worded otherwise by now, or no longer at all")
                .contains("Khác cách nhận phím", "quy tắc S99");
    }

    @Test
    void a_build_in_the_cart_says_what_keeps_it_from_being_ordered_and_what_to_do() {
        TestKeyboard parts = TestKeyboard.sold(shop);
        Browser browser = signedIn(shop.client(0).becomeCustomer());
        Map<String, String> build = Map.of("kit", parts.kit(), "sw", parts.switches(), "caps", parts.caps());
        assertThat(browser.post("/build/cart", build, "same-origin").location()).isEqualTo("/cart");
        assertThat(browser.get("/cart").html()).contains("Xem bộ này", "href=\"/checkout\"");

        Shopping.count(shop, parts.switches(), 3);
        Seen scarce = browser.get("/cart");
        assertThat(scarce.html()).contains("Kho chỉ còn 3. Bạn đổi món khác trong trình ráp", "Sửa trong trình ráp");
        assertThat(browser.get("/checkout").location()).isEqualTo("/cart");
        shop.text("update catalog.product set published = false where code = lower(?)", parts.kit());
        assertThat(browser.get("/cart").html()).contains("Món này không còn bán nữa. Bạn đổi món khác");

        String link = link(scarce, "/builds/[A-Za-z0-9_-]{22}");
        shop.text("update catalog.product set specs = specs - 'layout' where code = lower(?)", parts.kit());
        assertThat(browser.get("/cart").html())
                .contains("không ráp được như cũ nữa", "Ráp lại từ đầu", "href=\"/build\"")
                .doesNotContain(link);
        assertThat(browser.get(link).html())
                .contains("Hãy ráp lại trong trình ráp", "href=\"/build?kit=" + parts.kit())
                .doesNotContain("Địa chỉ có thể đã thay đổi");
    }

    @Test
    void presets_are_kept_by_those_who_may() {
        Browser support = signedIn(shop.client(0).becomeStaff(Role.SUPPORT));
        assertThat(support.get("/staff").html()).doesNotContain("/staff/presets");
        assertThat(support.get("/staff/presets").status()).isEqualTo(403);
        assertThat(support.get("/staff/presets/new").status()).isEqualTo(403);
    }

    private Browser signedIn(Client client) {
        Browser browser = new Browser(shop.urls.getFirst());
        browser.post("/login", Map.of("email", client.email(), "password", Client.PASSWORD), "same-origin");
        return browser;
    }

    private static String link(Seen page, String pattern) {
        var found = Pattern.compile("\"[^\"]*?(" + pattern + ")\"").matcher(page.html());
        assertThat(found.find()).as(page.html()).isTrue();
        return found.group(1);
    }
}
