package rolt.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.FullShelves;
import rolt.TestShop;

/** The builder as a browser without scripts has it. */
@ExtendWith(FullShelves.class)
class BuilderPagesIT {
    private static final String BUILD = "kit=SONG60-BLACK&sw=SUONGMAI-70&caps=GBT-BASE&sv=SV-LUBE";

    private final TestShop shop = TestShop.running();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void the_form_prices_a_build_line_by_line() throws Exception {
        String page = get("/build?" + BUILD).body();
        assertThat(page)
                .contains("61 switch · stabiliser 4 × 2u, 1 × 6,25u")
                .contains("Cần 61 switch: 1 gói 70, dư 9")
                .contains("Làm cho 61 switch")
                .contains(
                        "data-address=\"/build?kit=SONG60-BLACK&amp;sw=SUONGMAI-70&amp;caps=GBT-BASE&amp;sv=SV-LUBE\"");
        JsonObject quote = shop.client(0)
                .post("/api/v1/builds/price", new JsonObject("""
                                {"selection": {"kitSku": "SONG60-BLACK", "switches": [{"sku": "SUONGMAI-70"}],
                                  "keycapSkus": ["GBT-BASE"], "services": [{"sku": "SV-LUBE"}]}}"""))
                .expect(200)
                .json();
        assertThat(page).contains("%,d".formatted(quote.getLong("total")).replace(',', '.'));
    }

    @Test
    void products_stand_for_their_variants_and_the_switches_for_the_pack_that_fits() throws Exception {
        assertThat(get("/build?kit=song60&sw=suong-mai&caps=gom-bat-trang").body())
                .contains("data-address=\"/build?kit=SONG60-BLACK&amp;sw=SUONGMAI-70&amp;caps=GBT-BASE\"");
    }

    @Test
    void an_option_changes_the_switch_count() throws Exception {
        assertThat(get("/build?kit=truong-son").body()).contains("87 switch");
        assertThat(get("/build?kit=truong-son&o0=1").body())
                .contains("88 switch")
                .contains("o=1,0,0,0");
    }

    @Test
    void another_kit_begins_with_its_own_options() throws Exception {
        assertThat(get("/build?kit.of=song60&kit=TRUONGSON-STONE&o.of=truong-son&o0=1")
                        .body())
                .contains("data-address=\"/build?kit=SONG60-BLACK\"")
                .contains("61 switch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kit=KHONG-CO",
                "kit=khong-co",
                "kit=GBT-BASE",
                "sw=KHONG-CO:3",
                "caps=KHONG-CO,SONG60-BLACK",
                "acc=KHONG-CO:0",
                "sv=KHONG-CO&art=khong-co"
            })
    void unknown_parts_are_told_and_left_out(String query) throws Exception {
        HttpResponse<String> page = get("/build?" + query);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("nên chúng tôi đã bỏ qua mã này").contains("data-address=\"/build\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kit=song60&o=9,9,9,99", "o=a,b&kit=truong-son&o77=5", "sw=SUONGMAI-70:0&kit=%00%ff", "caps=,,,"
            })
    void what_cannot_be_read_asks_for_nothing(String query) throws Exception {
        assertThat(get("/build?" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void a_kit_without_a_layout_is_told_and_left_out() throws Exception {
        shop.number("""
                with product as (
                    insert into catalog.product (id, code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                        description_vi, description_en, specs)
                    values ('00000000-0000-7000-8000-000000000001', 'bare-kit', 'KIT', 'Thử', 'Kit trống', 'Kit', '', '',
                        '', '', '{}') returning id)
                insert into catalog.variant (product_id, sku, name_vi, name_en, price, attributes)
                select id, 'BARE-KIT', '', '', 9000, '{}' from product
                """);
        try {
            for (String query : new String[] {"kit=BARE-KIT&sw=SUONGMAI-70", "kit.of=bare-kit&sw=SUONGMAI-70"}) {
                HttpResponse<String> page = get("/build?" + query);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .contains("Kit trống chưa có layout nên chưa ráp được", "\"/build?sw=SUONGMAI-70\"");
            }
        } finally {
            shop.number("""
                    with variant as (delete from catalog.variant where sku = 'BARE-KIT')
                    delete from catalog.product where code = 'bare-kit'
                    """);
        }
    }

    @Test
    void mixed_switches_are_for_as_many_keys_as_the_form_says() throws Exception {
        String mixed = get("/build?kit=song60&sw=suong-mai&sw.and=gach-hoa").body();
        assertThat(mixed)
                .contains("data-address=\"/build?kit=SONG60-BLACK&amp;sw=GACHHOA-10::1,SUONGMAI-10\"")
                .contains("Phím chữ · 26")
                .doesNotContain("Chia switch chưa khớp");
        assertThat(get("/build?kit=song60&sw=suong-mai,gach-hoa::1&keys.suong-mai=&keys.gach-hoa=26")
                        .body())
                .contains("sw=GACHHOA-10::26,SUONGMAI-35\"")
                .contains("Cần 26 switch");
        assertThat(get("/build?kit=song60&sw=suong-mai,gach-hoa::1&keys.suong-mai=20&keys.gach-hoa=26")
                        .body())
                .contains("chưa khớp với 61 phím");
    }

    @Test
    void a_build_is_saved_by_who_logs_in_first() throws Exception {
        assertThat(get("/build?" + BUILD).body())
                .contains("href=\"/account/builds/new?kit=SONG60-BLACK&amp;sw=SUONGMAI-70&amp;caps=GBT-BASE");
        HttpResponse<String> answer = get("/account/builds/new?" + BUILD);
        assertThat(answer.headers().firstValue("location").orElseThrow())
                .startsWith("/login?next=")
                .contains("SUONGMAI-70");
    }

    @Test
    void the_form_puts_the_build_into_the_cart() throws Exception {
        HttpResponse<String> answer = post("/build/cart", BUILD + "&kit.of=song60&sw.of=suong-mai");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).hasValue("/cart");
        assertThat(get("/api/v1/cart/count").body()).isEqualTo("{\"count\":1}");
    }

    @Test
    void an_unfinished_build_stays_on_the_table_and_says_what_is_missing() throws Exception {
        HttpResponse<String> answer = post("/build/cart", "kit=SONG60-BLACK");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Bộ dựng chưa đủ: cần chọn kit, switch và keycap.")
                .contains("Còn thiếu: switch, keycap");
    }

    @Test
    void a_shared_build_opens_under_its_link() throws Exception {
        HttpResponse<String> shared = post("/en/build/share", BUILD);
        assertThat(shared.statusCode()).isEqualTo(303);
        String link = shared.headers().firstValue("location").orElseThrow();
        assertThat(link).matches("/en/builds/[A-Za-z0-9_-]{22}");
        assertThat(get(link).body())
                .contains("61 switches needed: 1 pack of 70, 9 spare")
                .contains("noindex")
                .contains("/en/build?kit=SONG60-BLACK&amp;sw=SUONGMAI-70&amp;caps=GBT-BASE&amp;sv=SV-LUBE");
        assertThat(get("/pictures/builds/" + link.substring(link.lastIndexOf('/') + 1) + ".svg")
                        .body())
                .startsWith("<svg");
    }

    @Test
    void a_preset_is_shown_priced_and_can_be_bought() throws Exception {
        assertThat(get("/builds").body()).contains("Viết Đêm").contains("/pictures/builds/viet-dem.svg");
        String preset = get("/builds/viet-dem").body();
        assertThat(preset).contains("Viết Đêm").contains("Mở trong trình ráp").doesNotContain("noindex");
        String form = hidden(preset).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        assertThat(post("/build/cart", form).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/builds/khong-co", "/builds/AAAAAAAAAAAAAAAAAAAAAA", "/pictures/builds/khong-co.svg"})
    void a_build_that_is_not_there_is_not_found(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_is_whole_in_both_languages_and_runs_nothing_inline() throws Exception {
        for (String path : new String[] {"/build", "/en/build?" + BUILD, "/builds", "/en/builds/pho-co"}) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<h1>", "</html>").doesNotContain(" style=", " onclick=", "null\"");
        }
    }

    @Test
    void pictures_show_curves_of_switches_and_sets_on_a_board() throws Exception {
        assertThat(get("/pictures/curves/suong-mai.svg").body())
                .startsWith("<svg")
                .contains("gf / mm");
        assertThat(get("/pictures/boards/gom-bat-trang.svg").body()).contains("#34548c");
        assertThat(get("/pictures/boards/song60.svg").statusCode()).isEqualTo(404);
        assertThat(get("/products/suong-mai").body()).contains("gf / mm");
    }

    private static Map<String, String> hidden(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">")
                .matcher(html)
                .results()
                .forEach(found -> fields.put(found.group(1), found.group(2)));
        return fields;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", shop.urls.getFirst())
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(shop.urls.getFirst() + path);
    }
}
