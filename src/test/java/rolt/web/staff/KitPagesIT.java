package rolt.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Eventually;
import rolt.FullShelves;
import rolt.TestShop;
import rolt.layout.LayoutFile;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Role;

/** Kits are given their layouts: through the contract, and by forms alone, without scripts. */
@ExtendWith(FullShelves.class)
class KitPagesIT {
    private static final Pattern FILE = Pattern.compile("name=\"layout\" value=\"(.*?)\">", Pattern.DOTALL);
    private static final String VIA = """
            {"name": "Thử", "menus": ["%s"], "layouts": {"labels": ["Split"], "keymap": [
              ["0,0", {"w": 2}, "0,1\\n\\n\\n0,0", {"x": 1}, "0,1\\n\\n\\n0,1", "0,2\\n\\n\\n0,1"],
              [{"w": 3}, "1,0", "1,1\\n\\n\\n\\n\\n\\n\\n\\n\\ne0"]]}}""";

    private final TestShop shop = TestShop.running();
    private final String code = newKit();

    @Test
    void a_file_is_read_and_stored_only_where_nobody_was_faster() {
        Client manager = shop.client(0).becomeStaff(Role.PRODUCT_MANAGER);
        JsonObject reading = manager.post("/api/v1/layouts", new JsonObject().put("text", "\ufeff" + VIA))
                .expect(200)
                .json();
        assertThat(reading.getJsonObject("board").getInteger("switchCount")).isEqualTo(3);
        JsonObject layout = reading.getJsonObject("layout")
                .put("expectedUpdatedAt", "2020-01-01T00:00:00Z")
                .put("rows", new JsonArray("[{\"key\": 0, \"row\": \"F\"}]"));
        String path = "/api/v1/kits/" + code + "/layout";
        Client reader = shop.client(1);
        int before = switches(reader, path);
        assertThat(manager.put(path, layout).expect(409).json().getString("code"))
                .isEqualTo("layout.changed");
        assertThat(switches(reader, path)).isEqualTo(before).isNotEqualTo(3);

        String seen = reader.get("/api/v1/products/" + code).expect(200).json().getString("updatedAt");
        JsonObject saved = manager.put(path, layout.put("expectedUpdatedAt", seen))
                .expect(200)
                .json();
        assertThat(saved.getString("updatedAt")).isGreaterThan(seen);
        // Kept answers are dropped on the other node, too, which hears of it by an event.
        Eventually.ask(
                () -> reader.get("/api/v1/products/" + code).json().getString("updatedAt"),
                saved.getString("updatedAt")::equals);
        assertThat(switches(reader, path)).isEqualTo(3);
        assertThat(switches(reader, path + "?choices=1")).isEqualTo(4);
        String file = reader.get(path + "/file").expect(200).json().getString("text");
        assertThat(LayoutFile.read(file))
                .isEqualTo(saved.getJsonObject("layout").mapTo(LayoutSpec.class));
        manager.put(path, layout).expect(409);
    }

    @Test
    void what_is_not_understood_is_named_by_row_and_item() {
        Client manager = shop.client(0).becomeStaff(Role.PRODUCT_MANAGER);
        JsonObject refused = manager.post(
                        "/api/v1/layouts", new JsonObject().put("text", "[\"A\"],\n[{w:\"2\"},\"B\"]"))
                .expect(400)
                .json();
        assertThat(refused.getJsonArray("violations").getJsonObject(0).getString("message"))
                .isEqualTo("row 2, item 1: the value of “w” is not valid");
        JsonObject beyond = new JsonObject(
                        "{\"keymap\": [[\"A\"]], \"options\": [], \"rows\": [{\"key\": 1, \"row\": \"F\"}]}")
                .put("expectedUpdatedAt", "2020-01-01T00:00:00Z");
        assertThat(manager.put("/api/v1/kits/" + code + "/layout", beyond)
                        .expect(400)
                        .json()
                        .getJsonArray("violations")
                        .getJsonObject(0)
                        .getString("field"))
                .isEqualTo("rows.0.key");
        manager.put("/api/v1/kits/suong-mai/layout", beyond.put("rows", new JsonArray()))
                .expect(404);
        manager.post("/api/v1/layouts", new JsonObject().put("text", " ".repeat(530_000)))
                .expect(400);
    }

    @Test
    void staff_read_a_file_look_at_it_name_its_options_and_save() {
        Browser manager = signedIn(Role.PRODUCT_MANAGER);
        assertThat(manager.get("/staff").html()).contains("href=\"/staff/kits\"");
        assertThat(manager.get("/staff/kits?q=song60").html()).contains("Sông 60", "/staff/kits/song60/layout");
        String path = "/staff/kits/" + code + "/layout";
        Seen page = manager.get(path);
        assertThat(page.html()).contains("Bố cục đang dùng", "Xuất tệp", "role=\"img\"");
        Seen read = manager.post(
                path,
                Map.of("form", "file", "expectedUpdatedAt", seenIn(page), "text", VIA.formatted("m".repeat(150_000))),
                "same-origin");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.html()).contains("Bản xem trước, chưa lưu", "<dd>3</dd>", "value=\"Split\"", "1 × 2u, 1 × 3u");
        assertThat(switches(shop.client(0), "/api/v1/kits/" + code + "/layout")).isNotEqualTo(3);

        Map<String, String> filled = filled(read);
        filled.put("options.0.name.vi", "");
        Seen refused = manager.post(path, filled, "same-origin");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("id=\"options.0.name.vi-fault\"", "value=\"Backspace tách\"");
        filled.put("options.0.name.vi", "Phím xóa");
        filled.put("shown.0", "1");
        filled.put("do", "preview");
        assertThat(manager.post(path, filled, "same-origin").html()).contains("Bản xem trước", "<dd>4</dd>", "Hàng F");
        filled.put("do", "save");
        Seen saved = manager.post(path, filled, "same-origin");
        assertThat(saved.location()).isEqualTo(path + "?done=layout-saved");
        assertThat(manager.follow(saved).html())
                .contains("Đã lưu bố cục phím", "Bố cục đang dùng", "<dd>3</dd>", "value=\"Phím xóa\"", "Hàng F")
                .contains("<option value=\"false\" selected>Không</option>");
        Seen late = manager.post(path, filled, "same-origin");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.html()).contains("vừa được người khác sửa", "value=\"Phím xóa\"");
        assertThat(manager.get("/en" + path).html()).contains("The layout in use", "Correct rows");
    }

    @Test
    void a_file_that_is_refused_stays_in_its_field() {
        Browser manager = signedIn(Role.ADMIN);
        String path = "/staff/kits/" + code + "/layout";
        for (String text : new String[] {"[\"Phím\", 7]", "[\"Phím\",,", "{\"Phím\": 1}"}) {
            Seen refused = manager.post(
                    path,
                    Map.of("form", "file", "expectedUpdatedAt", seenIn(manager.get(path)), "text", text),
                    "same-origin");
            assertThat(refused.status()).as(text).isEqualTo(400);
            assertThat(refused.html())
                    .contains("class=\"field-fault\" id=\"text-hint\"", "Phím")
                    .containsPattern("<textarea[^>]*name=\"text\"[^>]* autofocus")
                    .contains("Bố cục đang dùng");
        }
        Seen forged = manager.post(path, Map.of("form", "edit", "layout", "x"), "same-origin");
        assertThat(forged.status()).isEqualTo(400);
        Seen undated = manager.post(path, Map.of("form", "edit", "layout", "[\"A\"]"), "same-origin");
        assertThat(undated.status()).isEqualTo(400);
        Seen endless =
                manager.post(path, Map.of("form", "file", "layout", "x", "text", "a".repeat(3 << 20)), "same-origin");
        assertThat(endless.status()).isEqualTo(413);
        assertThat(endless.html()).as("a page").contains("<h1>Nội dung gửi lên quá lớn.</h1>");
    }

    /** Its orders and builds are still looked at, so that its layout is, too. */
    @Test
    void a_kit_that_is_no_longer_sold_is_listed_and_has_its_layout() {
        shop.text("update catalog.product set published = false where code = ? returning code", code);
        Client manager = shop.client(0).becomeStaff(Role.PRODUCT_MANAGER);
        JsonObject listed = manager.get("/api/v1/kits?q=" + code).expect(200).json();
        assertThat(listed.getJsonArray("items")).hasSize(1);
        assertThat(listed.getJsonArray("items").getJsonObject(0).getBoolean("published"))
                .isFalse();
        assertThat(manager.get("/api/v1/kits?q=song").expect(200).json().encode())
                .contains(code, "\"song60\"");
        assertThat(manager.get("/api/v1/kits/" + code).expect(200).json().getString("code"))
                .isEqualTo(code);
        manager.get("/api/v1/kits/suong-mai").expect(404);
        shop.client(0).get("/api/v1/products/" + code).expect(404);
        Browser staff = signedIn(Role.PRODUCT_MANAGER);
        assertThat(staff.get("/staff/kits?q=" + code).html()).contains("Ngừng bán", "/staff/kits/" + code + "/layout");
        assertThat(staff.get("/staff/kits/" + code + "/layout").html()).contains("Bố cục đang dùng");
    }

    @Test
    void the_kits_are_listed_page_by_page() {
        Client manager = shop.client(0).becomeStaff(Role.ADMIN);
        List<String> paged = new ArrayList<>();
        for (String after = ""; after != null; ) {
            JsonObject page =
                    manager.get("/api/v1/kits?limit=7" + after).expect(200).json();
            page.getJsonArray("items").stream()
                    .map(kit -> ((JsonObject) kit).getString("code"))
                    .filter(kit -> !kit.startsWith("kit-"))
                    .forEach(paged::add);
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        assertThat(paged).contains("song60", "hat40").doesNotHaveDuplicates();
    }

    @Test
    void the_layouts_are_for_those_who_keep_the_products() {
        Browser support = signedIn(Role.SUPPORT);
        assertThat(support.get("/staff").html()).doesNotContain("/staff/kits");
        assertThat(support.get("/staff/kits").status()).isEqualTo(403);
        assertThat(support.get("/staff/kits/" + code + "/layout").status()).isEqualTo(403);
        assertThat(signedIn(Role.PRODUCT_MANAGER)
                        .get("/staff/kits/suong-mai/layout")
                        .status())
                .isEqualTo(404);
        assertThat(new Browser(shop.urls.getFirst()).get("/staff/kits").location())
                .isEqualTo("/login?next=%2Fstaff%2Fkits");
    }

    private static Map<String, String> filled(Seen page) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form", "edit");
        fields.put("do", "save");
        fields.put("layout", file(page));
        fields.put("expectedUpdatedAt", seenIn(page));
        fields.put("options.0.name.vi", "Phím xóa");
        fields.put("options.0.name.en", "Backspace");
        fields.put("options.0.choices.0.name.vi", "Liền");
        fields.put("options.0.choices.0.name.en", "One key");
        fields.put("options.0.choices.0.plate", "true");
        fields.put("options.0.choices.1.name.vi", "Backspace tách");
        fields.put("options.0.choices.1.name.en", "Split");
        fields.put("options.0.choices.1.plate", "false");
        fields.put("rows.0.key", "");
        fields.put("rows.0.row", "A");
        fields.put("rows.1.key", "0");
        fields.put("rows.1.row", "F");
        return fields;
    }

    private static String file(Seen page) {
        Matcher file = FILE.matcher(page.html());
        assertThat(file.find()).isTrue();
        return file.group(1).replace("&#34;", "\"").replace("&lt;", "<").replace("&amp;", "&");
    }

    private static String seenIn(Seen page) {
        Matcher seen =
                Pattern.compile("name=\"expectedUpdatedAt\" value=\"([^\"]*)\"").matcher(page.html());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private static int switches(Client reader, String path) {
        return reader.get(path).expect(200).json().getJsonObject("board").getInteger("switchCount");
    }

    /** A kit of its own, as like another as can be: other tests count on the sample's. */
    private String newKit() {
        String id = UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        shop.text("""
                with kit as (
                    insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                        description_vi, description_en, specs)
                    select ?, kind, brand, name_vi, name_en, summary_vi, summary_en,
                        description_vi, description_en, specs
                    from catalog.product where code = 'song60'
                    returning id, code)
                insert into catalog.variant (product_id, sku, name_vi, name_en, price, attributes)
                select kit.id, upper(kit.code), v.name_vi, v.name_en, v.price, v.attributes
                from kit, catalog.variant v where v.sku = 'SONG60-BLACK'
                returning sku""", "kit-" + id);
        return "kit-" + id;
    }

    private Browser signedIn(Role role) {
        Client person = shop.client(0).becomeStaff(role);
        Browser browser = new Browser(shop.urls.getFirst());
        Map<String, String> credentials = Map.of("email", person.email(), "password", Client.PASSWORD);
        assertThat(browser.post("/login", credentials, "same-origin").status()).isEqualTo(303);
        return browser;
    }
}
