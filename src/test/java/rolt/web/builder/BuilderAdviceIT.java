package rolt.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.FullShelves;
import rolt.TestShop;

/** What the builder's page says about a build, and helps with, to a browser without scripts. */
@ExtendWith(FullShelves.class)
class BuilderAdviceIT {
    private static final String BUILD = "kit=SONG60-BLACK&sw=SUONGMAI-70&caps=GBT-BASE&sv=SV-LUBE";

    private final TestShop shop = TestShop.running();
    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void what_does_not_fit_is_said_with_a_fix_that_is_an_address() throws Exception {
        String page = get("/build?kit=song60&sw=tia-chop").body();
        assertThat(page)
                .contains("Chưa hợp: khác cách nhận phím")
                .contains("Tia Chớp và Sông 60 nhận phím theo hai cách khác nhau (Từ tính và Tiếp điểm)")
                .contains("Cách xử lý");
        String fix = first(page, "<a class=\"button button--small\" href=\"([^\"]+)\">Đổi sang ");
        assertThat(get(fix).body()).doesNotContain("Chưa hợp:").contains("Còn thiếu: keycap");
        assertThat(get("/en/build?kit=song60&sw=tia-chop").body())
                .contains("Does not fit yet: sensed in another way")
                .contains("Change to ");
    }

    @Test
    void two_kits_that_only_together_cover_a_board_are_one_tap() throws Exception {
        String page = get("/build?kit=luy-tre&o=1&caps=GBT-BASE").body();
        assertThat(page).contains("chưa có keycap cho");
        String fix =
                first(page, "href=\"([^\"]+)\">Thêm Gốm Bát Tràng · Bộ WKL và 7u \\+ Bộ phím cách \\(\\+740\\.000");
        assertThat(fix).contains("caps=GBT-BASE,GBT-WKL,GBT-SPACE");
        JsonObject selection = new JsonObject()
                .put("kitSku", first(fix, "kit=([^&]+)"))
                .put("choices", List.of(1))
                .put("keycapSkus", List.of("GBT-BASE", "GBT-WKL", "GBT-SPACE"));
        JsonObject bar = shop
                .client(0)
                .post("/api/v1/builds/price", new JsonObject().put("selection", selection))
                .expect(200)
                .json()
                .getJsonArray("caps")
                .stream()
                .map(JsonObject.class::cast)
                .filter(kit -> kit.getString("sku").equals("GBT-SPACE"))
                .findFirst()
                .orElseThrow();
        int key = bar.getJsonArray("keys").getInteger(0);
        assertThat(get(fix + "&key=" + key).body())
                .doesNotContain("chưa có keycap cho")
                .as("whose cap it is, the engine tells")
                .contains("<dd>Gốm Bát Tràng · Bộ phím cách");
    }

    @Test
    void lists_hold_what_fits_and_show_the_rest_with_its_reason_when_asked() throws Exception {
        String fitting = get("/build?kit=song60").body();
        assertThat(fitting).doesNotContain("id=\"pick-tia-chop\"").contains("id=\"pick-suong-mai\"");
        assertThat(fitting).containsPattern("Đã ẩn \\d+ món không hợp").contains("/build?kit=SONG60-BLACK&amp;all=1");
        String everything = get("/build?kit=song60&all=1").body();
        assertThat(everything)
                .contains(
                        "id=\"pick-tia-chop\"", "Khác cách nhận phím", "name=\"all\" value=\"1\"", "Chỉ hiện món hợp");
    }

    @Test
    void a_list_is_searched_and_narrowed_and_says_when_nothing_is_left() throws Exception {
        assertThat(get("/build?q.SWITCH=suong+mai").body())
                .contains("id=\"pick-suong-mai\"")
                .doesNotContain("id=\"pick-lua-van\"");
        String tactile = get("/build?f.SWITCH=type:TACTILE").body();
        assertThat(tactile)
                .contains("id=\"pick-gach-hoa\"", "value=\"type:TACTILE\" selected")
                .doesNotContain("id=\"pick-suong-mai\"");
        assertThat(get("/build?q.KIT=khongcogi").body()).contains("Không có món nào khớp");
    }

    @Test
    void a_key_tells_of_itself_and_of_the_option_it_belongs_to() throws Exception {
        String page = get("/build?kit=truong-son&sw=suong-mai&caps=gom-bat-trang&key=16")
                .body();
        assertThat(page).contains("id=\"key\"", "Gốm Bát Tràng · ", "aria-current=\"true\"", "key=16\"");
        JsonObject layout =
                shop.client(0).get("/api/v1/kits/truong-son/layout").expect(200).json();
        int key = layout.getJsonArray("options")
                .getJsonObject(0)
                .getJsonArray("keys")
                .getInteger(0);
        assertThat(get("/build?kit=truong-son&key=" + key).body()).contains("href=\"#option-0\"", "id=\"option-0\"");
    }

    @Test
    void what_the_customer_owns_costs_nothing() throws Exception {
        String page = get("/build?" + BUILD + "&own=KEYCAPS&lang=EN").body();
        assertThat(page).contains("Bạn có sẵn", "own=KEYCAPS&amp;lang=EN", "value=\"EN\" selected");
        assertThat(get("/build?" + BUILD.replace("&caps=GBT-BASE", "") + "&own=KEYCAPS")
                        .body())
                .doesNotContain("Còn thiếu: keycap");
        String all =
                get("/build?kit=SONG60-BLACK&own=SWITCHES,KEYCAPS,STABILISERS").body();
        assertThat(all)
                .contains("<details class=\"builder-fold\" id=\"shop-SWITCH\">", "id=\"shop-KEYCAP_SET\">")
                .contains("id=\"extras-acc\">");
        String before = all.substring(0, all.indexOf("id=\"extras-acc\""));
        assertThat(before.lastIndexOf("class=\"verdicts\""))
                .as("what is said of a part stands outside of its folded list")
                .isGreaterThan(before.lastIndexOf("</details>"));
    }

    @Test
    void a_build_is_shared_by_a_picture_with_its_price() throws Exception {
        String page = get("/en/build?" + BUILD).body();
        assertThat(page)
                .contains("<meta property=\"og:image\" content=\"" + shop.urls.getFirst()
                        + "/en/build.png?kit=SONG60-BLACK&amp;")
                .contains("summary_large_image");
        for (String path : new String[] {"/build.png?" + BUILD, "/en/build.png", "/pictures/builds/viet-dem.png"}) {
            HttpResponse<byte[]> picture =
                    browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
            assertThat(picture.headers().firstValue("content-type")).hasValue("image/png");
            BufferedImage card = ImageIO.read(new ByteArrayInputStream(picture.body()));
            assertThat(card.getWidth() + "x" + card.getHeight()).isEqualTo("1200x630");
        }
        assertThat(get("/pictures/builds/khong-co.png").statusCode()).isEqualTo(404);
    }

    @Test
    void switches_are_compared_in_one_drawing_and_a_table() throws Exception {
        String page = get("/switches/compare?s=suong-mai,lua-van&s=gach-hoa,khong-co,song60")
                .body();
        assertThat(page).contains("Lực (gf)", "Hành trình (mm)", "Giá mỗi switch", "Gạch Hoa", "stroke-dasharray");
        assertThat(page).contains("/switches/compare?s=lua-van,gach-hoa").contains("lấy 4 switch đầu tiên");
        assertThat(get("/en/switches/compare").body()).contains("Tick up to 4 switches");
        assertThat(get("/products?kind=SWITCH").body()).contains("form=\"compare\"");
    }

    private static String first(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(shop.urls.getFirst() + path);
    }
}
