package rolt.bench;

import static rolt.bench.PgbenchScript.literal;

/** The scripts with which pgbench does what the shop does, statement for statement. */
final class Scripts {
    private static final String SCOPE = "'ordering.placeOrder/' || bench.id(:n)::text";
    private static final String KEY = "'pgbench-' || :first::text || '-' || :n::text";
    private static final String NUMBER = "lpad((:first::int + :n::int)::text, 8, '0')";
    private static final String LINES = "jsonb_build_array(jsonb_build_object('id', :line_id::text,"
            + " 'variantId', :variant_id::text,"
            + " 'buildId', null::text, 'sku', :sku::text, 'kind', :kind::text, 'nameVi', :name_vi::text,"
            + " 'nameEn', :name_en::text, 'price', :price::bigint, 'quantity', :quantity::int))";

    private Scripts() {}

    static String checkout(Recorder recorder) {
        PgbenchScript script = new PgbenchScript(recorder.checkout());
        Sql recorded = recorder.database();
        return script.fillAndKeep("from cart.checkout", "bench.id(:n)")
                .fill("platform.enter_idempotent", SCOPE, KEY)
                .fill(
                        "insert into ordering.orders",
                        ":order_id::uuid",
                        "'R-' || " + NUMBER,
                        "bench.id(:n)",
                        ":price::bigint",
                        "0",
                        "259259",
                        literal(recorded.text("select recipient from ordering.orders")) + "::jsonb",
                        "'VI'",
                        "now() + interval '15 minutes'",
                        LINES)
                .fill(
                        "'RESERVE'",
                        ":order_id::uuid",
                        "array[:variant_id::uuid]",
                        "array[:quantity::int]",
                        "bench.id(:n)")
                .fill(
                        "insert into platform.idempotency",
                        SCOPE,
                        KEY,
                        "decode(repeat('ab', 32), 'hex')",
                        literal(recorded.text("select answer from platform.idempotency")) + "::jsonb")
                .fill("delete from cart.line", "bench.id(:n)", "array[:line_id::uuid]")
                .text();
    }

    static String settlement(Recorder recorder) {
        PgbenchScript script = new PgbenchScript(recorder.settlement());
        Sql recorded = recorder.database();
        return script.fillAndKeep("for no key update of a", "'BENCH' || " + NUMBER)
                .fill(
                        "insert into payment.notification",
                        ":id::uuid",
                        "'CAPTURED'",
                        "null::text",
                        "'14226112'",
                        "'NCB'",
                        "'00'",
                        "'00'",
                        Customers.PRICE + "::bigint",
                        "true",
                        literal(recorded.text("select query from payment.notification")) + "::jsonb",
                        "'00'",
                        "'127.0.0.1'")
                .fill(
                        "update ordering.orders set state",
                        ":order_id::uuid",
                        "array['PENDING_PAYMENT']",
                        "'PAID'",
                        "'PAY'",
                        ":txn_ref::text",
                        "null::uuid",
                        "array['PENDING_PAYMENT']",
                        "null")
                .fill(
                        "insert into finance.transfer",
                        "array['CAPTURE', 'SALE']",
                        "array['CLEARING', 'CUSTOMER']",
                        "array['CUSTOMER', 'SALES']",
                        "array[" + Customers.PRICE + "::bigint, " + Customers.PRICE + "]",
                        "array[:order_id::uuid, :order_id]",
                        "array[:id::uuid, :id]",
                        "array[null::uuid, null]",
                        "array[null::uuid, null]",
                        "array[null::text, null]")
                .fill("on_hand = on_hand - quantity", "array[:order_id::uuid]", "1", "'COMMIT'", "null::uuid")
                .fill(
                        "insert into platform.outbox",
                        "'mail'",
                        "'order-paid/R-' || " + NUMBER,
                        literal(recorded.text("select payload from platform.outbox")) + "::jsonb")
                .text();
    }

    /** @param rooms numbered from 1, each with the customer of its number */
    static String sendMessage(Recorder recorder, int rooms) {
        String room = "(:n - 1) % " + rooms + " + 1";
        return new PgbenchScript(recorder.message())
                .fill(
                        "insert into chat.message",
                        "'support-bench0-' || lpad((" + room + ")::text, 3, '0')",
                        "bench.id(" + room + ")",
                        KEY,
                        "'TEXT'",
                        "'Bạn thử tháo switch ra xem chân có bị cong không nhé.'",
                        "null::uuid",
                        "null::bytea",
                        "null::text")
                .text();
    }
}
