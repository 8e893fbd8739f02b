package rolt.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** Counts and receipts over both nodes, among orders. */
class CountStockIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private final Client keeper = shop.client(0).becomeStaff(Set.of(Role.PRODUCT_MANAGER));

    @Test
    void p35_a_count_below_what_is_reserved_is_refused_naming_the_orders() {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        String two = Shopping.placeOrder(customer(0), sku, 2);
        Client customer = customer(1);
        String one = Shopping.placeOrder(customer, sku, 1);
        List<Answer> refusals = atOnce(Stream.of(0, 1, 0, 1).map(node -> () -> count(keeper.at(node), sku, 2)));
        assertThat(refusals).allSatisfy(refusal -> {
            JsonObject problem = refusal.expect(409).json();
            assertThat(problem.getString("code")).isEqualTo("stock.below-reserved");
            assertThat(problem.getString("title")).contains("3 units are reserved");
            assertThat(problem.getJsonObject("params"))
                    .isEqualTo(new JsonObject()
                            .put("sku", sku)
                            .put("onHand", 2)
                            .put("reserved", 3)
                            .put("orders", new JsonArray().add(claim(two, 2)).add(claim(one, 1))));
        });
        assertThat(Shopping.onHand(shop, sku)).isEqualTo(5);
        assertThat(rows(sku)).as("the first count and the two orders").isEqualTo(3);

        customer.post("/api/v1/orders/" + one + "/cancellation", new JsonObject())
                .expect(200);
        assertThat(count(keeper.at(1), sku, 2).expect(200).json())
                .isEqualTo(new JsonObject()
                        .put("sku", sku)
                        .put("delta", -3)
                        .put("onHand", 2)
                        .put("reserved", 2)
                        .put("available", 0));
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void of_a_count_to_nothing_and_an_order_of_the_last_unit_exactly_one_goes_through() {
        for (int round = 0; round < 10; round++) {
            String sku = Shopping.newProduct(shop, PRICE, 1);
            Client customer = customer(round);
            Shopping.addToCart(customer, sku, 1);
            Client other = keeper.at((round + 1) % 2);
            List<Answer> answers = atOnce(Stream.of(() -> order(customer), () -> count(other, sku, 0)));
            Answer order = answers.getFirst();
            Answer count = answers.getLast();
            if (order.status() == 201) {
                assertThat(count.expect(409).json().getString("code")).isEqualTo("stock.below-reserved");
            } else {
                assertThat(order.expect(409).json().getString("code")).isEqualTo("stock.short");
                count.expect(200);
            }
        }
    }

    @Test
    void counts_and_orders_at_once_keep_the_ledger_and_oversell_nothing() {
        String sku = Shopping.newProduct(shop, PRICE, 12);
        List<Client> customers = IntStream.range(0, 16).mapToObj(this::customer).toList();
        customers.forEach(customer -> Shopping.addToCart(customer, sku, 1));
        List<Answer> answers = atOnce(IntStream.range(0, 32)
                .mapToObj(i -> () -> i % 2 == 0
                        ? order(customers.get(i / 2))
                        : i % 4 == 1
                                ? count(keeper.at(i / 4 % 2), sku, i / 4 + 2)
                                : receive(keeper.at(i / 4 % 2), sku)));
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(answer -> answer.json().getString("code"))
                .isSubsetOf("stock.short", "stock.below-reserved");
        assertThat(Shopping.reserved(shop, sku))
                .isEqualTo((int) answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .count())
                .isLessThanOrEqualTo(Shopping.onHand(shop, sku));
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void a_count_is_made_once_however_often_it_is_sent() {
        String sku = Shopping.newProduct(shop, PRICE, 4);
        String key = key();
        JsonObject first = receive(keeper, sku, 3, key).expect(200).json();
        assertThat(receive(keeper.at(1), sku, 3, key).expect(200).json()).isEqualTo(first);
        assertThat(receive(keeper.at(1), sku, 4, key).expect(422).json().getString("code"))
                .isEqualTo("idempotency.other-body");
        assertThat(Shopping.onHand(shop, sku)).isEqualTo(7);
        keeper.post("/api/v1/stock/" + sku + "/counts", new JsonObject().put("onHand", 1))
                .expect(400);
        assertThat(rows(sku)).isEqualTo(2);
    }

    @Test
    void a_count_that_is_still_in_flight_is_not_begun_again() throws Exception {
        String sku = Shopping.newProduct(shop, PRICE, 4);
        String key = key();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> waiting = shop.platform().database().transaction(tx -> {
                tx.run("""
                        select from stock.stock where variant_id = (
                            select variant_id from catalog.sold_variant where sku = $1) for update
                        """, sku);
                Future<Answer> first = threads.submit(() -> receive(keeper, sku, 3, key));
                Eventually.ask(
                        () -> shop.number("select count(*) from pg_locks where not granted"), locks -> locks > 0);
                assertThat(receive(keeper.at(1), sku, 3, key).expect(409).json().getString("code"))
                        .isEqualTo("idempotency.in-flight");
                return first;
            });
            assertThat(waiting.get().expect(200).json().getInteger("onHand")).isEqualTo(7);
        }
    }

    @Test
    void a_count_that_agrees_is_answered_and_moves_nothing() {
        String sku = Shopping.newProduct(shop, PRICE, 4);
        assertThat(count(keeper, sku, 4).expect(200).json().getInteger("delta")).isZero();
        assertThat(rows(sku)).isEqualTo(1);
    }

    @Test
    void goods_begin_to_be_counted_and_services_never_do() {
        String goods = uncounted("ACCESSORY");
        String service = uncounted("SERVICE");
        JsonObject item =
                keeper.get("/api/v1/stock/" + goods).expect(200).json().getJsonObject("stock");
        assertThat(item.containsKey("onHand")).isFalse();
        count(keeper, goods, 0).expect(200);
        assertThat(Shopping.onHand(shop, goods)).isZero();
        receive(keeper, goods, 6, key()).expect(200);
        assertThat(receive(keeper, goods, 1_000_000, key()).expect(422).json().getString("code"))
                .isEqualTo("stock.too-much");
        assertThat(Shopping.onHand(shop, goods)).isEqualTo(6);
        List.of(count(keeper, service, 3), receive(keeper, service, 3, key()), keeper.get("/api/v1/stock/" + service))
                .forEach(refused ->
                        assertThat(refused.expect(409).json().getString("code")).isEqualTo("stock.not-counted"));
        count(keeper, "NO-SUCH-SKU", 3).expect(404);
        keeper.get("/api/v1/stock/NO-SUCH-SKU").expect(404);
        keeper.get("/api/v1/stock/NO-SUCH-SKU/movements").expect(404);
    }

    @Test
    void the_kept_answers_of_both_nodes_hear_of_a_count() {
        String sku = Shopping.newProduct(shop, PRICE, 4);
        assertThat(available(0, sku)).isEqualTo(4);
        assertThat(available(1, sku)).isEqualTo(4);
        count(keeper, sku, 1).expect(200);
        assertThat(available(0, sku)).isEqualTo(1);
        Eventually.ask(() -> available(1, sku), left -> left == 1);
    }

    private Client customer(int node) {
        return shop.client(node).becomeStaff(Set.of(Role.CUSTOMER));
    }

    private static Answer order(Client customer) {
        return customer.post("/api/v1/orders", Shopping.checkout(PRICE), key());
    }

    private static Answer count(Client keeper, String sku, int onHand) {
        return keeper.post("/api/v1/stock/" + sku + "/counts", new JsonObject().put("onHand", onHand), key());
    }

    private static Answer receive(Client keeper, String sku) {
        return receive(keeper, sku, 1, key());
    }

    private static Answer receive(Client keeper, String sku, int quantity, String key) {
        return keeper.post("/api/v1/stock/" + sku + "/receipts", new JsonObject().put("quantity", quantity), key);
    }

    private static JsonObject claim(String order, int quantity) {
        return new JsonObject().put("code", order).put("quantity", quantity);
    }

    private int available(int node, String sku) {
        return shop.client(node)
                .get("/api/v1/products/" + sku.toLowerCase(Locale.ROOT))
                .expect(200)
                .json()
                .getJsonArray("variants")
                .getJsonObject(0)
                .getInteger("available");
    }

    private long rows(String sku) {
        return shop.number(
                "select count(*) from stock.ledger join catalog.sold_variant using (variant_id) where sku = ?", sku);
    }

    /** A variant that has no stock row. */
    private String uncounted(String kind) {
        String sku = "TEST-" + key().substring(24).toUpperCase(Locale.ROOT);
        shop.number("""
                with product as (
                    insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                        description_vi, description_en)
                    values (lower(?), ?, 'Thử', 'Món thử', 'Test thing', '', '', '', '') returning id)
                insert into catalog.variant (product_id, sku, name_vi, name_en, price)
                select id, ?, '', '', 100000 from product
                """, sku, kind, sku);
        return sku;
    }

    private static List<Answer> atOnce(Stream<Callable<Answer>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(calls.toList())) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
