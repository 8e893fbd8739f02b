package rolt.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Client;
import rolt.Eventually;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** Presets, kept on one node by who may, and seen by customers on the other. */
@ExtendWith(FullShelves.class)
class PresetsIT {
    private static final String PRESETS = "/api/v1/staff/presets";
    private static final String TITLE = "Đồng quê & Đêm";

    private final TestShop shop = TestShop.running();
    private final Client manager = shop.client(0).becomeStaff(EnumSet.of(Role.PRODUCT_MANAGER));
    private final Client designer = shop.client(1).becomeStaff(EnumSet.of(Role.CONTENT_DESIGNER));

    @AfterEach
    void the_showcase_is_as_it_was() {
        for (Object preset : all()) {
            if (((JsonObject) preset).getJsonObject("title").getString("vi").startsWith(TITLE)) {
                manager.delete(PRESETS + "/" + ((JsonObject) preset).getString("id"))
                        .expect(204);
            }
        }
    }

    @Test
    void a_draft_is_seen_by_customers_once_it_is_published() {
        JsonObject draft = add(selection("GBT-BASE")).expect(201).json();
        assertThat(draft.getBoolean("published")).isFalse();
        assertThat(draft.getString("code")).startsWith("bo-dong-que-dem");
        shop.client(1).get("/api/v1/presets/" + draft.getString("code")).expect(404);

        designer.put(path(draft) + "/publication", new JsonObject()).expect(200);
        Eventually.ask(this::codes, codes -> codes.contains(draft.getString("code")));
        shop.client(1).get("/api/v1/presets/" + draft.getString("code")).expect(200);

        manager.delete(path(draft) + "/publication").expect(200);
        Eventually.ask(this::codes, codes -> !codes.contains(draft.getString("code")));
    }

    @Test
    void two_presets_of_one_title_have_addresses_of_their_own() {
        String first = add(selection("GBT-BASE")).expect(201).json().getString("code");
        assertThat(add(selection("GBT-BASE")).expect(201).json().getString("code"))
                .startsWith(first + "-");
    }

    @Test
    void what_cannot_be_ordered_is_not_published() {
        JsonObject incomplete = selection("GBT-BASE");
        incomplete.remove("keycapSkus");
        JsonObject draft = add(incomplete).expect(201).json();
        JsonObject refused = designer.put(path(draft) + "/publication", new JsonObject())
                .expect(409)
                .json();
        assertThat(refused.getString("code")).isEqualTo("preset.unsellable");
        assertThat(refused.getJsonObject("params").encode())
                .contains("INCOMPLETE")
                .contains("KEYCAPS");
        assertThat(designer.get(path(draft)).json().getBoolean("published")).isFalse();
    }

    @Test
    void a_published_preset_that_is_sold_out_stays_and_says_so() {
        String cable = Shopping.newProduct(shop, 100_000, 1);
        JsonObject build =
                selection("GBT-BASE").put("accessories", new JsonArray().add(new JsonObject().put("sku", cable)));
        JsonObject preset = add(build).expect(201).json();
        designer.put(path(preset) + "/publication", new JsonObject()).expect(200);
        Shopping.count(shop, cable, 0);
        shop.platform().cache().drop("catalog");

        Eventually.ask(
                () -> shown(preset).getJsonArray("obstacles").encode(),
                told -> told.contains("SHORT") && told.contains("Test thing"));
        assertThat(manager.get(path(preset)).json().getJsonArray("obstacles").encode())
                .contains("SHORT");
        JsonObject change = words(preset).put("version", version(preset)).put("selection", build);
        assertThat(manager.put(path(preset), change).expect(409).json().getString("code"))
                .isEqualTo("preset.unsellable");
        shop.text("update catalog.product set published = false where code = lower(?)", cable);
        assertThat(manager.get(path(preset)).json().getJsonArray("obstacles").encode())
                .contains("WITHDRAWN");
    }

    @Test
    void a_change_from_an_older_version_is_refused() {
        JsonObject preset = add(selection("GBT-BASE")).expect(201).json();
        JsonObject change = words(preset).put("version", 1);
        manager.put(path(preset), change).expect(200);
        assertThat(designer.put(path(preset), change).expect(409).json().getString("code"))
                .isEqualTo("preset.changed");
    }

    @Test
    void presets_change_their_places() {
        JsonObject preset = add(selection("GBT-BASE")).expect(201).json();
        int last = all().size();
        assertThat(places().indexOf(preset.getString("id"))).isEqualTo(last - 1);
        designer.put(path(preset) + "/position", new JsonObject().put("position", 2))
                .expect(200);
        assertThat(places().indexOf(preset.getString("id"))).isEqualTo(1);
        designer.put(path(preset) + "/position", new JsonObject().put("position", 10_000))
                .expect(200);
        assertThat(places().indexOf(preset.getString("id"))).isEqualTo(last - 1);
    }

    @Test
    void a_picture_that_nobody_uploaded_is_refused() {
        JsonObject preset = add(selection("GBT-BASE")).expect(201).json();
        JsonObject nowhere = new JsonObject().put("pictureId", preset.getString("id"));
        manager.put(path(preset) + "/picture", nowhere).expect(404);
    }

    private Client.Answer add(JsonObject selection) {
        JsonObject asked = new JsonObject()
                .put("title", new JsonObject().put("vi", TITLE).put("en", "Country and night"))
                .put("text", new JsonObject().put("vi", "").put("en", ""));
        return manager.post(PRESETS, asked.put("selection", selection));
    }

    private static JsonObject words(JsonObject preset) {
        return new JsonObject().put("title", preset.getJsonObject("title")).put("text", preset.getJsonObject("text"));
    }

    private int version(JsonObject preset) {
        return manager.get(path(preset)).expect(200).json().getInteger("version");
    }

    private static JsonObject selection(String caps) {
        return new JsonObject()
                .put("kitSku", "SONG60-BLACK")
                .put("switches", new JsonArray().add(new JsonObject().put("sku", "SUONGMAI-70")))
                .put("keycapSkus", new JsonArray().add(caps));
    }

    private JsonArray all() {
        return manager.get(PRESETS).expect(200).json().getJsonArray("items");
    }

    private List<String> places() {
        return all().stream()
                .map(preset -> ((JsonObject) preset).getString("id"))
                .toList();
    }

    private List<String> codes() {
        return showcase().stream().map(preset -> preset.getString("code")).toList();
    }

    private JsonObject shown(JsonObject preset) {
        return showcase().stream()
                .filter(shown -> shown.getString("code").equals(preset.getString("code")))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> showcase() {
        return shop.client(1).get("/api/v1/presets").expect(200).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static String path(JsonObject preset) {
        return PRESETS + "/" + preset.getString("id");
    }
}
