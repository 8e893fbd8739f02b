package rolt.payment;

import io.vertx.core.json.JsonObject;
import java.util.List;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;

/** A customer's order of a product of its own, from its placing to its end. */
public final class Sale {
    /** Of a piece, in đồng. */
    public static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private final Client customer;
    private final String sku;
    private final String order;
    private String txnRef;

    /** One piece is ordered, of ten. */
    public Sale() {
        this(1, 10);
    }

    public Sale(int quantity, int stock) {
        customer = shop.client(0).becomeCustomer();
        sku = Shopping.newProduct(shop, PRICE, stock);
        order = Shopping.placeOrder(customer, sku, quantity);
    }

    private Sale(Sale earlier) {
        customer = earlier.customer;
        sku = earlier.sku;
        order = Shopping.placeOrder(customer, sku, 1);
    }

    /** The same customer orders one more piece of the same product. */
    public Sale another() {
        return new Sale(this);
    }

    public Client customer() {
        return customer;
    }

    public String sku() {
        return sku;
    }

    public String order() {
        return order;
    }

    /** The API's path of the order. */
    public String path() {
        return "/api/v1/orders/" + order;
    }

    /** Opens an attempt to pay. */
    public JsonObject attempt() {
        JsonObject attempt = Shopping.openAttempt(customer, order);
        txnRef = attempt.getString("txnRef");
        return attempt;
    }

    /** Of the attempt that was opened last. */
    public String txnRef() {
        return txnRef;
    }

    /** Pays at VNPAY, whose notification comes a moment later; answers where VNPAY sends the browser. */
    public String payAtVnpay(JsonObject attempt) {
        return Shopping.payAtVnpay(customer, shop, attempt.getString("payUrl"));
    }

    /** Pays by a new attempt and waits until the shop knows. */
    public Sale pay() {
        payAtVnpay(attempt());
        awaitState("PAID");
        return this;
    }

    public Client.Answer cancel() {
        return customer.post(path() + "/cancellation", new JsonObject());
    }

    /** The time of the order is over; it expires unless money may be on its way. */
    public void expire() {
        shop.number("update ordering.orders set reserved_until = now() - interval '1 second' where code = ?", order);
        shop.expireOrders();
    }

    public String state() {
        return Shopping.state(customer, order);
    }

    public void awaitState(String wanted) {
        Eventually.ask(this::state, wanted::equals);
    }

    /** Pieces of the product. */
    public int onHand() {
        return Shopping.onHand(shop, sku);
    }

    /** Pieces of the product. */
    public int reserved() {
        return Shopping.reserved(shop, sku);
    }

    /** Reason, amount and state of each refund. */
    public List<String> refunds() {
        String all = shop.text(
                "select string_agg(reason || ' ' || amount || ' ' || r.state, ',' order by r.id) from payment.refund r"
                        + " join ordering.orders o on o.id = r.order_id where o.code = ?",
                order);
        return all == null || all.isEmpty() ? List.of() : List.of(all.split(","));
    }

    public void awaitRefunds(String... wanted) {
        Eventually.ask(this::refunds, List.of(wanted)::equals);
    }

    /** The id of the first refund. */
    public String refund() {
        return shop.text(
                "select r.id from payment.refund r join ordering.orders o on o.id = r.order_id where o.code = ? order by r.id",
                order);
    }

    /** What Finance or a file decided about the attempt that was opened last. */
    public List<String> decisions() {
        String all = shop.text(
                "select string_agg(kind, ' ' order by d.id) from payment.decision d join payment.attempt a on a.id = d.attempt_id"
                        + " where txn_ref = ?",
                txnRef);
        return all == null ? List.of() : List.of(all.split(" "));
    }

    /** What the shop owes the customer for the order, in đồng. */
    long owed() {
        return -shop.number(
                "select coalesce(sum(p.amount), 0) from finance.posting p join ordering.orders o on o.id = p.order_id"
                        + " where o.code = ? and p.account = 'CUSTOMER'",
                order);
    }
}
