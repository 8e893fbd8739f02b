package rolt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.dev.samples.Consents;

/** Steps of a purchase that many tests take. */
public final class Shopping {
    private static final Pattern REFERENCE = Pattern.compile("vnp_TxnRef=([A-Z0-9]+)");
    private static final JsonObject RECIPIENT = new JsonObject()
            .put("name", "Nguyễn Minh Anh")
            .put("phone", "0912345678")
            .put("province", "Hà Nội")
            .put("ward", "Cửa Nam")
            .put("street", "12 Tràng Thi");

    private Shopping() {}

    /** A new product with one variant; answers its SKU. */
    public static String newProduct(TestShop shop, long price, int stock) {
        return newProduct(shop, "ACCESSORY", "{\"type\": \"CABLE\"}", price, stock);
    }

    /** A new service of the bench, of which there is no stock to count; answers its SKU. */
    public static String newService(TestShop shop, long price) {
        return newProduct(
                shop,
                "SERVICE",
                "{\"type\": \"ASSEMBLE\", \"unit\": \"PER_BOARD\", \"benchMinutes\": 50}",
                price,
                null);
    }

    private static String newProduct(TestShop shop, String kind, String specs, long price, Integer stock) {
        String sku = "TEST-" + UUID.randomUUID().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
        shop.number("""
                with product as (
                    insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                        description_vi, description_en, specs)
                    values (lower(?), ?, 'Thử', 'Món thử', 'Test thing', '', '', '', '', ?::jsonb)
                    returning id),
                variant as (
                    insert into catalog.variant (product_id, sku, name_vi, name_en, price, attributes)
                    select id, ?, '', '', ?, '{"colour": "#a9bcc6"}' from product returning id),
                counted as (
                    insert into stock.stock (variant_id, on_hand)
                    select id, stock from variant, (values (?::int)) as count (stock) where stock is not null
                    returning variant_id, on_hand)
                insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason)
                select variant_id, on_hand, 0, 'COUNT' from counted
                """, sku, kind, specs, sku, price, stock);
        return sku;
    }

    /** Puts so many units on the shelf by a count, as staff do. */
    public static void count(TestShop shop, String sku, int units) {
        shop.number("""
                with before as (
                    select variant_id, on_hand from stock.stock
                    where variant_id = (select id from catalog.variant where sku = ?)),
                counted as (
                    update stock.stock set on_hand = ? from before where stock.variant_id = before.variant_id
                    returning stock.variant_id, stock.on_hand - before.on_hand as delta)
                insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason)
                select variant_id, delta, 0, 'COUNT' from counted
                """, sku, units);
    }

    public static void addToCart(Client client, String sku, int quantity) {
        client.post("/api/v1/cart/lines", new JsonObject().put("sku", sku).put("quantity", quantity))
                .expect(201);
    }

    public static JsonObject checkout(long expectedTotal) {
        return new JsonObject().put("recipient", RECIPIENT.copy()).put("expectedTotal", expectedTotal);
    }

    /**
     * Orders units of a product worth at least the free-shipping sum, with what is in the cart besides; every warning
     * about its builds is accepted. Answers the order's code.
     */
    public static String placeOrder(Client client, String sku, int quantity) {
        addToCart(client, sku, quantity);
        JsonObject cart = client.get("/api/v1/cart").expect(200).json();
        JsonObject checkout = checkout(cart.getLong("total")).put("builds", Consents.to(cart.getJsonArray("builds")));
        return client.post("/api/v1/orders", checkout, key()).expect(201).json().getString("code");
    }

    /** Opens an attempt; answers it. */
    public static JsonObject openAttempt(Client client, String order) {
        return client.post("/api/v1/orders/" + order + "/payments", new JsonObject(), key())
                .expect(201)
                .json();
    }

    /** Pays at VNPAY; answers where VNPAY sends the browser. The notification comes a moment later. */
    public static String payAtVnpay(Client client, TestShop shop, String payUrl) {
        client.get(payUrl);
        Matcher reference = REFERENCE.matcher(payUrl);
        assertThat(reference.find()).as(payUrl).isTrue();
        return client.post(
                        shop.console.url() + "/simulator/pay/" + reference.group(1),
                        new JsonObject().put("outcome", "success"))
                .expect(200)
                .json()
                .getString("returnUrl");
    }

    public static String state(Client client, String order) {
        return client.get("/api/v1/orders/" + order).expect(200).json().getString("state");
    }

    /** Where an attempt stands, by the database: the shop tells it to staff alone. */
    public static String attemptState(TestShop shop, JsonObject attempt) {
        return shop.text("select state from payment.attempt where txn_ref = ?", attempt.getString("txnRef"));
    }

    /** How many mails of this key the shop has sent or is about to. */
    public static long mails(TestShop shop, String key) {
        return shop.number("select count(*) from platform.outbox where kind = 'mail' and key = ?", key);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static int onHand(TestShop shop, String sku) {
        return (int) shop.number(
                "select on_hand from stock.stock join catalog.variant on id = variant_id where sku = ?", sku);
    }

    public static int reserved(TestShop shop, String sku) {
        return (int) shop.number(
                "select reserved from stock.stock join catalog.variant on id = variant_id where sku = ?", sku);
    }

    /** How many variants have a stock that is not the sum of their ledger; always 0. */
    public static long variantsOffTheirLedger(TestShop shop) {
        return shop.number("""
                select count(*) from stock.stock s left join (
                    select variant_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
                    from stock.ledger group by variant_id) l using (variant_id)
                where (s.on_hand, s.reserved) is distinct from (coalesce(l.on_hand, 0), coalesce(l.reserved, 0))
                """);
    }
}
