package rolt.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Browser;
import rolt.Client;
import rolt.FullShelves;
import rolt.TestShop;

/** Builds that belong to somebody, saved on one node and found on the other. */
@ExtendWith(FullShelves.class)
class OwnBuildsIT {
    private static final String PRESET = "buoi-sang-dau-tien";

    private final TestShop shop = TestShop.running();
    private final Client owner = shop.client(0).becomeCustomer();

    @Test
    void a_saved_build_stands_in_the_list_of_its_owner_alone() {
        JsonObject saved = save("Của tôi", "SUONGMAI-70");
        JsonObject listed = builds(owner.at(1)).getJsonObject(0);
        assertThat(listed.getString("id")).isEqualTo(saved.getString("id"));
        assertThat(listed.getLong("total")).isPositive();
        assertThat(listed.getJsonArray("obstacles")).isEmpty();

        Client other = shop.client(1).becomeCustomer();
        assertThat(builds(other)).isEmpty();
        other.get(path(saved)).expect(404);
        other.patch(path(saved), new JsonObject().put("version", 1).put("title", "Nay của tôi"))
                .expect(404);
        other.delete(path(saved) + "/link").expect(404);
        other.delete(path(saved)).expect(404);
        shop.client(1).get("/api/v1/me/builds").expect(401);
    }

    @Test
    void the_list_is_paged_with_the_last_change_first() {
        JsonObject first = save("Một", "SUONGMAI-70");
        save("Hai", "SUONGMAI-70");
        save("Ba", "SUONGMAI-70");
        owner.patch(path(first), new JsonObject().put("version", 1).put("title", "Một, đổi tên"))
                .expect(200);
        JsonObject page = owner.get("/api/v1/me/builds?limit=2").expect(200).json();
        assertThat(titles(page)).containsExactly("Một, đổi tên", "Ba");
        JsonObject rest = owner.get("/api/v1/me/builds?limit=2&after=" + page.getString("next"))
                .expect(200)
                .json();
        assertThat(titles(rest)).containsExactly("Hai");
        assertThat(rest.getString("next")).isNull();
        owner.get("/api/v1/me/builds?after=elsewhere").expect(400);
    }

    @Test
    void the_same_build_under_the_same_title_is_saved_once() {
        JsonObject saved = save("Một lần", "SUONGMAI-70");
        assertThat(save("Một lần", "SUONGMAI-70")).isEqualTo(saved);
        assertThat(save("Lần khác", "SUONGMAI-70")).isNotEqualTo(saved);
        assertThat(builds(owner)).hasSize(2);
    }

    @Test
    void a_build_is_saved_over_only_by_who_saw_its_newest_version() {
        JsonObject saved = save("Của tôi", "SUONGMAI-70");
        JsonObject change = new JsonObject().put("version", 1).put("selection", selection("SUONGMAI-10"));
        JsonObject changed = owner.at(1).patch(path(saved), change).expect(200).json();
        assertThat(changed.getInteger("version")).isEqualTo(2);
        assertThat(changed.getString("title")).isEqualTo("Của tôi");
        assertThat(changed.getString("code")).isEqualTo(saved.getString("code"));
        JsonObject refused = owner.patch(path(saved), change).expect(409).json();
        assertThat(refused.getString("code")).isEqualTo("build.changed");
        JsonObject unknown = new JsonObject().put("version", 2).put("selection", selection("NOWHERE"));
        assertThat(owner.patch(path(saved), unknown).expect(400).http().body()).contains("selection.switches.0.sku");
    }

    @Test
    void a_title_has_something_to_read() {
        for (String title : List.of(" ", "\u00a0", "\u2003", "a\nb", "a\u202eb", "x".repeat(81))) {
            JsonObject build =
                    new JsonObject().put("selection", selection("SUONGMAI-70")).put("title", title);
            owner.post("/api/v1/builds", build).expect(400);
            owner.post("/api/v1/cart/builds", build).expect(400);
        }
        assertThat(builds(owner)).isEmpty();
    }

    @Test
    void a_withdrawn_link_opens_nothing_and_the_new_one_does() {
        JsonObject saved = save("Để chia sẻ", "SUONGMAI-70");
        Client anyone = shop.client(1);
        anyone.get("/api/v1/builds/" + saved.getString("code")).expect(200);
        JsonObject renewed = owner.delete(path(saved) + "/link").expect(200).json();
        anyone.get("/api/v1/builds/" + saved.getString("code")).expect(404);
        anyone.get("/api/v1/builds/" + renewed.getString("code")).expect(200);
    }

    @Test
    void what_lies_in_a_cart_stays_when_its_build_is_changed_or_removed() {
        JsonObject saved = save("Rồi xóa", "SUONGMAI-70");
        owner.post("/api/v1/cart/builds", new JsonObject().put("selection", selection("SUONGMAI-70")))
                .expect(201);
        owner.delete(path(saved)).expect(204);
        owner.get(path(saved)).expect(404);
        shop.client(1).get("/api/v1/builds/" + saved.getString("code")).expect(404);
        JsonObject inCart =
                owner.get("/api/v1/cart").json().getJsonArray("builds").getJsonObject(0);
        shop.client(1).get("/api/v1/builds/" + inCart.getString("code")).expect(200);
        assertThat(builds(owner)).isEmpty();
    }

    @Test
    void a_preset_and_a_shared_build_are_cloned() {
        JsonObject preset = copy(owner, PRESET, null).expect(201).json();
        JsonObject own = owner.get(path(preset)).expect(200).json();
        assertThat(own.getString("title")).isEqualTo("First Morning");
        JsonObject shared = copy(shop.client(1).becomeCustomer(), own.getString("code"), "Giống bạn tôi")
                .expect(201)
                .json();
        assertThat(shared.getString("id")).isNotEqualTo(own.getString("id"));
        copy(owner, "no-such-build", null).expect(404);
        copy(shop.client(0), PRESET, null).expect(401);
    }

    @Test
    void a_list_holds_a_hundred_builds_and_says_so() {
        shop.text("""
                insert into builder.build (code, account_id, title_vi, title_en, selection, kept)
                select gen_random_uuid()::text, id, 'Số ' || n, 'Số ' || n, '{"kitSku": "SONG60-BLACK"}', true
                from account.account, generate_series(1, 99) n where email = ?
                """, owner.email());
        save("Bộ thứ một trăm", "SUONGMAI-70");
        JsonObject refused = copy(owner, PRESET, null).expect(409).json();
        assertThat(refused.getString("code")).isEqualTo("builds.too-many");
        assertThat(refused.getString("title")).contains("100");
        assertThat(save("Bộ thứ một trăm", "SUONGMAI-70").getString("code")).isNotNull();
        assertThat(owner.get("/api/v1/me/builds?limit=100").json().getJsonArray("items"))
                .hasSize(100);
    }

    @Test
    void what_a_visitor_saved_joins_the_account_at_the_login() {
        Browser browser = new Browser(shop.urls.getFirst());
        browser.post("/build/share", Map.of("kit", "SONG60-BLACK"), "same-origin");
        browser.post("/login", Map.of("email", owner.email(), "password", Client.PASSWORD), "same-origin");
        assertThat(titles(owner.at(1).get("/api/v1/me/builds").json())).containsExactly("River 60");
    }

    @Test
    void up_to_four_builds_are_compared_in_one_call() {
        String mine = save("Của tôi", "SUONGMAI-10").getString("code");
        JsonArray compared = shop.client(1)
                .get("/api/v1/builds/compare?codes=" + mine + "&codes=" + PRESET)
                .expect(200)
                .json()
                .getJsonArray("items");
        assertThat(compared.getJsonObject(0).getString("title")).isEqualTo("Của tôi");
        assertThat(compared.getJsonObject(0).getBoolean("preset")).isFalse();
        assertThat(compared.getJsonObject(0).getString("formFactor")).isEqualTo("SIXTY");
        assertThat(compared.getJsonObject(1).getBoolean("preset")).isTrue();
        assertThat(compared.getJsonObject(1).getJsonObject("quote").getLong("total"))
                .isPositive();
        JsonObject half = shop.client(0)
                .get("/api/v1/builds/compare?codes=" + mine + "&codes=nowhere")
                .expect(200)
                .json();
        assertThat(half.getJsonArray("items")).hasSize(1);
        assertThat(half.getJsonArray("unknown")).containsExactly("nowhere");
        shop.client(0)
                .get("/api/v1/builds/compare?codes=aaa&codes=bbb&codes=ccc&codes=ddd&codes=eee")
                .expect(400);
    }

    private JsonObject save(String title, String switches) {
        return owner.post(
                        "/api/v1/builds",
                        new JsonObject().put("selection", selection(switches)).put("title", title))
                .expect(201)
                .json();
    }

    private static JsonObject selection(String switches) {
        return new JsonObject()
                .put("kitSku", "SONG60-BLACK")
                .put("switches", new JsonArray().add(new JsonObject().put("sku", switches)))
                .put("keycapSkus", new JsonArray().add("GBT-BASE"));
    }

    private static Client.Answer copy(Client client, String code, String title) {
        JsonObject asked = new JsonObject().put("code", code);
        return client.post("/api/v1/me/builds", title == null ? asked : asked.put("title", title));
    }

    private static JsonArray builds(Client client) {
        return client.get("/api/v1/me/builds").expect(200).json().getJsonArray("items");
    }

    private static List<String> titles(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("title"))
                .toList();
    }

    private static String path(JsonObject build) {
        return "/api/v1/me/builds/" + UUID.fromString(build.getString("id"));
    }
}
