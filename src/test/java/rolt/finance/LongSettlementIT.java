package rolt.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.payment.Books;
import rolt.platform.Dates;
import rolt.platform.Role;

/** The settlement file of a day on which VNPAY's notifications failed, against two nodes. */
class LongSettlementIT {
    private static final long PRICE = 150_000;
    private static final int PAYMENTS = 550;

    private static final String UNTOLD = """
            with o as (
                insert into ordering.orders (code, account_id, email, state, goods_total, shipping_fee, vat, recipient,
                    language, reserved_until)
                select 'R-' || upper(substr(md5(o.code || n), 1, 8)), account_id, email, state, goods_total,
                    shipping_fee, vat, recipient, language, now() + interval '1 hour'
                from ordering.orders o, generate_series(1, ?) n where o.code = ? returning id, code, total),
            l as (
                insert into ordering.line (order_id, position, variant_id, cart_line_id, sku, kind, name_vi, name_en,
                    unit_price, quantity)
                select o.id, 1, v.id, gen_random_uuid(), v.sku, 'SERVICE', 'Lắp ráp', 'Assembly', o.total, 1
                from o, catalog.variant v where v.sku = ?),
            a as (
                insert into payment.attempt (order_id, txn_ref, tmn_code, amount, created_at, expires_at)
                select id, 'LONG' || replace(code, '-', ''), 'ROLTTEST', total, now(), now() + interval '15 minutes'
                from o returning txn_ref, amount)
            select string_agg(txn_ref || ',' || row_number || ',' || amount * 100 || ',01,00', chr(10))
            from (select *, row_number() over () from a) numbered
            """;

    private final TestShop shop = TestShop.running();
    private final LocalDate day = LocalDate.now(Dates.VIETNAM).minusDays(70);
    private final Client finance = shop.client(1).becomeStaff(Role.FINANCE);

    @Test
    void a_day_without_notifications_is_settled_from_its_file_however_long_that_takes() {
        Client customer = shop.client(0).becomeCustomer();
        String service = Shopping.newService(shop, PRICE);
        String order = Shopping.placeOrder(customer, service, 1);
        String rows = shop.text(UNTOLD, PAYMENTS, order, service);
        String csv = "vnp_TxnRef,vnp_TransactionNo,vnp_Amount,vnp_TransactionType,vnp_TransactionStatus\n" + rows;
        JsonObject body = new JsonObject().put("day", day.toString()).put("csv", csv);
        JsonObject answered =
                finance.post("/api/v1/finance/settlements", body).expect(200).json();
        assertThat(answered.getJsonObject("file").getInteger("rows")).isEqualTo(PAYMENTS);
        stopInBetween();
        Eventually.ask(this::isCompared, Boolean::booleanValue);
        JsonObject settled = settlement();
        assertThat(settled.getJsonObject("file").getBoolean("compared")).isTrue();
        assertThat(settled.getJsonArray("exceptions").stream()
                        .map(exception -> ((JsonObject) exception).getString("kind")))
                .hasSize(PAYMENTS)
                .containsOnly("SETTLED");
        assertThat(finance.at(0)
                        .post("/api/v1/finance/settlements", body)
                        .expect(200)
                        .json())
                .isEqualTo(settled);
        assertThat(shop.number("select count(*) from payment.attempt a join ordering.orders o on o.id = a.order_id"
                        + " where a.txn_ref like 'LONG%' and a.pays and o.state = 'PAID'"))
                .isEqualTo(PAYMENTS);
        assertThat(Books.troubles(shop)).isEmpty();
    }

    /** As if the node that took the file had been lost after some of its rows. */
    private void stopInBetween() {
        shop.number(
                "with found as (delete from finance.settlement_exception where settlement_id in"
                        + " (select id from finance.settlement where day = ?::date))"
                        + " update finance.settlement set compared_to = least(compared_to, 250), due = now() where day = ?::date",
                day.toString(),
                day.toString());
    }

    private boolean isCompared() {
        return shop.number(
                        "select count(*) from finance.settlement where day = ?::date and due is null", day.toString())
                == 1;
    }

    private JsonObject settlement() {
        return finance.get("/api/v1/finance/settlements/" + day).expect(200).json();
    }
}
