package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.builder.TestKeyboard;
import rolt.dev.samples.Consents;
import rolt.platform.Role;

/** Keyboards from the cart into the order, over two nodes, while the catalogue changes. */
class CheckoutBuildsIT {
    private static final String THREE_PINS = "3";
    private static final String OTHER_SOCKET = "[\"CHOC_V1\"]";

    private final TestShop shop = TestShop.running();
    private final TestKeyboard parts = TestKeyboard.sold(shop);
    private final Client customer = shop.client(0).becomeCustomer();

    @BeforeEach
    void a_keyboard_lies_in_the_cart() {
        customer.post("/api/v1/cart/builds", new JsonObject().put("selection", parts.selection()))
                .expect(201);
    }

    @Test
    void a_build_in_the_cart_follows_price_stock_and_layout_and_says_so() {
        assertThat(line(parts.switches()).getInteger("quantity")).isEqualTo(7);
        assertThat(line(parts.switches()).getInteger("quantitySeen")).isNull();
        shop.text("update catalog.variant set price = price + 1000 where sku = ?", parts.caps());
        shop.text("update catalog.product set published = false where code = lower(?)", parts.caps());
        Shopping.count(shop, parts.switches(), 3);
        parts.loseRow();

        JsonObject switches = line(parts.switches());
        assertThat(switches.getInteger("quantity")).isEqualTo(5);
        assertThat(switches.getInteger("quantitySeen")).isEqualTo(7);
        assertThat(switches.getInteger("shortOf")).isEqualTo(2);
        assertThat(line(parts.lube()).getInteger("quantity")).isEqualTo(47);
        assertThat(line(parts.lube()).getInteger("quantitySeen")).isEqualTo(61);
        assertThat(line(parts.caps()).getLong("priceSeen")).isEqualTo(1_690_000);
        assertThat(line(parts.caps()).getBoolean("withdrawn")).isTrue();
        assertThat(line(parts.kit()).getInteger("quantitySeen")).isNull();
        assertThat(build().getJsonArray("obstacles").encode())
                .contains("WITHDRAWN")
                .contains("SHORT");
    }

    @Test
    void a_build_without_warnings_needs_no_consent() {
        if (warnings().isEmpty()) {
            order(null).expect(201);
        } else {
            order(consent(warnings(), version())).expect(201);
        }
    }

    @Test
    void each_warning_has_to_be_accepted_as_it_is_now() {
        parts.say("pins", THREE_PINS);
        List<String> warned = warnings();
        assertThat(warned).contains("S04");
        JsonObject unasked = order(null).expect(409).json();
        assertThat(unasked.getString("code")).isEqualTo("build.warnings");
        assertThat(words(unasked.getJsonObject("params").getJsonArray("rules"))).isEqualTo(warned);
        assertThat(unasked.getJsonObject("params").getString("buildId")).isEqualTo(build().getString("id"));
        refused(consent(List.of(), version()), "build.warnings");
        refused(consent(List.of("S03"), version()), "build.warnings");
        refused(consent(warned, "1999.1"), "build.warnings");

        parts.say("pins", "5");
        refused(consent(warned, version()), "build.warnings");
        parts.say("pins", THREE_PINS);
        order(consent(warned, version())).expect(201);
    }

    @Test
    void what_does_not_fit_is_not_ordered_whatever_is_accepted() {
        List<String> before = warnings();
        parts.say("sockets", OTHER_SOCKET);
        JsonObject refused = order(consent(before, version())).expect(409).json();
        assertThat(refused.getString("code")).isEqualTo("build.unfit");
        assertThat(refused.getJsonObject("params").getJsonArray("rules")).contains("S02");
        assertThat(refused.getString("title")).contains("S02").contains(build().getString("title"));
        assertThat(build().getJsonArray("obstacles").encode()).contains("UNFIT").contains("S02");
        assertThat(Shopping.reserved(shop, parts.kit())).isZero();
    }

    @Test
    void what_changed_since_the_cart_was_seen_is_shown_before_it_is_ordered() {
        JsonObject seen = order();
        seen.put("builds", consent(warnings(), version()));
        parts.loseRow();
        JsonObject refused = customer.at(1)
                .post("/api/v1/orders", seen, Shopping.key())
                .expect(409)
                .json();
        assertThat(refused.getString("code")).isEqualTo("build.lines-changed");
        assertThat(line(parts.switches()).getInteger("quantity")).isEqualTo(5);
        order(consent(warnings(), version())).expect(201);
        assertThat(Shopping.reserved(shop, parts.switches())).isEqualTo(5);
    }

    @Test
    void sent_from_two_nodes_at_once_a_keyboard_is_ordered_once() {
        for (boolean sameKey : List.of(true, false)) {
            if (!sameKey) {
                a_keyboard_lies_in_the_cart();
            }
            JsonObject order = order().put("builds", consent(warnings(), version()));
            String key = Shopping.key();
            List<Client.Answer> answers = IntStream.range(0, 6)
                    .parallel()
                    .mapToObj(i -> customer.at(i % 2).post("/api/v1/orders", order, sameKey ? key : Shopping.key()))
                    .toList();
            assertThat(answers).extracting(Client.Answer::status).isSubsetOf(201, 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 201)
                            .map(answer -> answer.json().getString("code"))
                            .distinct())
                    .hasSize(1);
            assertThat(Shopping.reserved(shop, parts.kit())).isEqualTo(sameKey ? 1 : 2);
            assertThat(Shopping.reserved(shop, parts.switches())).isEqualTo(sameKey ? 7 : 14);
        }
    }

    @Test
    void the_last_kit_is_sold_once_however_many_build_with_it() {
        Client other = shop.client(1).becomeCustomer();
        other.post("/api/v1/cart/builds", new JsonObject().put("selection", parts.selection()))
                .expect(201);
        Shopping.count(shop, parts.kit(), 1);
        List<Client.Answer> answers = List.of(customer, other).parallelStream()
                .map(each -> {
                    JsonObject cart = each.get("/api/v1/cart").json();
                    JsonObject order = Shopping.checkout(cart.getLong("total"))
                            .put("builds", Consents.to(cart.getJsonArray("builds")));
                    return each.post("/api/v1/orders", order, Shopping.key());
                })
                .toList();
        assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(Shopping.reserved(shop, parts.kit())).isEqualTo(1);
        assertThat(Shopping.reserved(shop, parts.switches())).isEqualTo(7);
    }

    @Test
    void anothers_build_is_neither_taken_along_nor_agreed_to() {
        Client other = shop.client(1).becomeCustomer();
        String theirs = build().getString("id");
        other.delete("/api/v1/cart/builds/" + theirs).expect(404);
        other.post("/api/v1/cart/builds", new JsonObject().put("selection", parts.selection()))
                .expect(201);
        JsonObject cart = other.get("/api/v1/cart").json();
        JsonArray consents = Consents.to(cart.getJsonArray("builds"));
        consents.getJsonObject(0).put("buildId", theirs);
        JsonObject order = Shopping.checkout(cart.getLong("total")).put("builds", consents);
        assertThat(other.post("/api/v1/orders", order, Shopping.key())
                        .expect(409)
                        .json()
                        .getString("code"))
                .isEqualTo("build.warnings");
        assertThat(Shopping.reserved(shop, parts.kit())).isZero();
    }

    @Test
    void an_order_keeps_what_was_judged_and_accepted_whatever_becomes_of_the_catalogue() {
        parts.say("pins", THREE_PINS);
        List<String> warned = warnings();
        String promised = promised(build());
        String code = order(consent(warned, version())).expect(201).json().getString("code");
        JsonObject ordered = ordered(code);
        assertThat(promised(ordered)).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}").isEqualTo(promised);
        assertThat(words(ordered.getJsonArray("accepted"))).isEqualTo(warned);
        assertThat(ordered.getString("ruleVersion")).isNotEmpty();
        assertThat(ordered.getJsonArray("verdicts").encode()).contains("S04");
        assertThat(ordered.getJsonObject("selection").getString("kitSku")).isEqualTo(parts.kit());

        parts.say("sockets", OTHER_SOCKET);
        parts.loseRow();
        shop.text("delete from builder.build where id = ?::uuid", ordered.getString("id"));
        assertThat(ordered(code)).isEqualTo(ordered);
        JsonObject file = shop.client(1)
                .becomeStaff(Role.TECHNICIAN)
                .get("/api/v1/staff/orders/" + code)
                .expect(200)
                .json();
        assertThat(file.getJsonObject("order").getJsonArray("builds")).isEqualTo(new JsonArray().add(ordered));
    }

    /** The day by which the bench has it ready. */
    private static String promised(JsonObject build) {
        return build.getJsonArray("verdicts").stream()
                .map(JsonObject.class::cast)
                .filter(verdict -> verdict.getString("rule").equals("V09"))
                .map(verdict -> verdict.getJsonObject("params").getString("date"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }

    private JsonObject ordered(String code) {
        return customer.at(1)
                .get("/api/v1/orders/" + code)
                .expect(200)
                .json()
                .getJsonArray("builds")
                .getJsonObject(0);
    }

    private void refused(JsonArray consent, String code) {
        assertThat(order(consent).expect(409).json().getString("code")).isEqualTo(code);
    }

    /** @param consent null to leave it out */
    private Client.Answer order(JsonArray consent) {
        JsonObject order = order();
        return customer.post("/api/v1/orders", consent == null ? order : order.put("builds", consent), Shopping.key());
    }

    private JsonObject order() {
        return Shopping.checkout(cart().getLong("total"));
    }

    private JsonArray consent(List<String> rules, String version) {
        return new JsonArray()
                .add(new JsonObject()
                        .put("buildId", build().getString("id"))
                        .put("acceptedWarnings", new JsonArray(rules))
                        .put("ruleVersion", version));
    }

    private List<String> warnings() {
        return Consents.warnings(build());
    }

    private String version() {
        return build().getString("ruleVersion");
    }

    private JsonObject build() {
        return cart().getJsonArray("builds").getJsonObject(0);
    }

    private JsonObject line(String sku) {
        return cart().getJsonArray("lines").stream()
                .map(JsonObject.class::cast)
                .filter(line -> line.getString("sku").equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject cart() {
        return customer.at(1).get("/api/v1/cart").expect(200).json();
    }
}
