package rolt.builder;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.UUID;
import rolt.TestShop;
import rolt.dev.samples.SampleData;

/** Parts of the sample under SKUs of their own, so that a test may change what the catalogue says of them. */
public record TestKeyboard(TestShop shop, String kit, String switches, String caps, String lube) {

    /** A kit of 61 keys, its switches in packs of ten, caps that cover it, and lube by the switch. */
    public static TestKeyboard sold(TestShop shop) {
        SampleData.load(shop.postgres.url(), shop.redis.url());
        return new TestKeyboard(
                shop,
                copy(shop, "SONG60-BLACK"),
                copy(shop, "SUONGMAI-10"),
                copy(shop, "GBT-BASE"),
                copy(shop, "SV-LUBE"));
    }

    private static String copy(TestShop shop, String sku) {
        String copy = "K-" + UUID.randomUUID().toString().substring(24).toUpperCase(Locale.ROOT);
        shop.number("""
                with source as (
                    select p.kind, p.brand, p.name_vi, p.name_en, p.specs, v.price, v.attributes
                    from catalog.variant v join catalog.product p on p.id = v.product_id where v.sku = ?),
                product as (
                    insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                        description_vi, description_en, specs)
                    select lower(?), kind, brand, name_vi, name_en, '', '', '', '', specs from source returning id),
                variant as (
                    insert into catalog.variant (product_id, sku, name_vi, name_en, price, attributes)
                    select id, ?, '', '', price, attributes from product, source returning id),
                counted as (
                    insert into stock.stock (variant_id, on_hand)
                    select id, 50 from variant, source where kind <> 'SERVICE' returning variant_id, on_hand)
                insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason)
                select variant_id, on_hand, 0, 'COUNT' from counted
                """, sku, copy, copy);
        return copy;
    }

    public JsonObject selection() {
        return new JsonObject()
                .put("kitSku", kit)
                .put("switches", new JsonArray().add(new JsonObject().put("sku", switches)))
                .put("keycapSkus", new JsonArray().add(caps))
                .put("services", new JsonArray().add(new JsonObject().put("sku", lube)));
    }

    /** Changes what the kit's specs say under a name; the value is JSON. */
    public void say(String name, String value) {
        shop.text(
                "update catalog.product set specs = jsonb_set(specs, array[?], ?::jsonb) where code = lower(?)",
                name,
                value,
                kit);
    }

    /** Takes the second row of keys, 14 of them, out of the kit's layout. */
    public void loseRow() {
        shop.text("update catalog.product set specs = specs #- '{layout,keymap,1}' where code = lower(?)", kit);
    }
}
