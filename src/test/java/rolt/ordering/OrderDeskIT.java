package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.newService;
import static rolt.Shopping.onHand;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.payAtVnpay;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.reserved;
import static rolt.Shopping.state;
import static rolt.ordering.PaidOrders.begin;
import static rolt.ordering.PaidOrders.callOff;
import static rolt.ordering.PaidOrders.deliver;
import static rolt.ordering.PaidOrders.parcel;
import static rolt.ordering.PaidOrders.path;
import static rolt.ordering.PaidOrders.ship;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.Workbench;
import rolt.platform.Role;

/** What staff do with paid orders, over HTTP on two nodes. */
class OrderDeskIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private final PaidOrders paid = new PaidOrders(shop);
    private final Client bench = shop.client(1).becomeStaff(Set.of(Role.TECHNICIAN));
    private final Client support = shop.client(0).becomeStaff(Set.of(Role.SUPPORT));
    private Client customer;
    private String sku;

    @BeforeEach
    void a_customer_and_a_product() {
        customer = shop.client(0).becomeCustomer();
        sku = newProduct(shop, PRICE, 10);
    }

    @Test
    void an_order_with_a_service_goes_over_the_bench_to_the_door_and_each_step_is_told_once() {
        String order = paid.withService(customer, sku);
        refused(ship(support, order), "order.wrong-step");
        begin(bench, order).expect(200);
        refused(begin(bench, order), "order.wrong-step");
        refused(ship(support, order), "order.work-unfinished");
        Workbench.finish(shop, order);
        assertThat(ship(support.at(1), order).expect(200).json().getString("state"))
                .isEqualTo("SHIPPED");
        deliver(support, order).expect(200);
        refused(deliver(bench, order), "order.wrong-step");

        JsonObject seen = customer.get("/api/v1/orders/" + order).expect(200).json();
        assertThat(seen.getString("state")).isEqualTo("DELIVERED");
        assertThat(seen.getJsonObject("shipment").getString("trackingUrl"))
                .isEqualTo("https://donhang.ghn.vn/?order_code=LK8F2M9X");
        assertThat(customer.mail("on the bench: order " + order).text()).contains("/en/orders/" + order);
        assertThat(customer.mail("On its way: order " + order).text())
                .contains("Giao Hàng Nhanh (GHN)", "LK8F2M9X", "https://donhang.ghn.vn/?order_code=LK8F2M9X");
        assertThat(customer.mail("Delivered: order " + order).text()).contains("Happy typing");
        assertThat(mails(order)).isEqualTo(3);
        assertThat(events(order)).containsExactly("PLACE", "PAY", "BEGIN_ASSEMBLY", "SHIP", "SHIPMENT", "DELIVER");
    }

    @Test
    void an_order_without_a_service_skips_the_bench() {
        String order = paid.goods(customer, sku);
        refused(begin(bench, order), "order.wrong-step");
        assertThat(moves(bench, order)).containsExactly("SHIP");
        assertThat(moves(support, order)).containsExactly("SHIP", "CALL_OFF");
        ship(bench, order).expect(200);
        assertThat(moves(bench, order)).containsExactly("DELIVER");
    }

    @Test
    void the_same_key_is_answered_the_same_and_moves_an_order_once() {
        String order = paid.goods(customer, sku);
        String key = key();
        JsonObject parcel = parcel("SPX", "SPXVN0123456789");
        Answer first = support.post(path(order) + "/shipment", parcel, key).expect(200);
        Answer again = support.at(1).post(path(order) + "/shipment", parcel, key);
        assertThat(again.expect(200).json()).isEqualTo(first.json());
        support.post(path(order) + "/shipment", parcel("GHN", "SPXVN0123456789"), key)
                .expect(422);
        support.post(path(order) + "/shipment", parcel).expect(400);
        assertThat(events(order)).containsExactly("PLACE", "PAY", "SHIP", "SHIPMENT");
        assertThat(mails(order)).isEqualTo(1);
    }

    @Test
    void a_wrong_tracking_number_is_corrected_and_told_and_the_old_one_stays_in_the_file() {
        String order = paid.goods(customer, sku);
        refused(correct(order, parcel("JT", "84200001111")), "order.wrong-step");
        ship(support, order).expect(200);
        refused(correct(order, parcel("GHN", "LK8F2M9X")), "order.shipment-unchanged");
        correct(order, parcel("OTHER", "MOTO-77-A")).expect(200);
        assertThat(customer.mail("A new tracking number for order " + order).text())
                .contains("Another carrier", "MOTO-77-A");
        JsonObject shipment = customer.get("/api/v1/orders/" + order).json().getJsonObject("shipment");
        assertThat(shipment).isEqualTo(parcel("OTHER", "MOTO-77-A"));
        assertThat(events(order)).containsExactly("PLACE", "PAY", "SHIP", "SHIPMENT", "SHIPMENT");
        correct(order, parcel("OTHER", "javascript:alert(1)")).expect(400);
        deliver(support, order).expect(200);
        refused(correct(order, parcel("GHN", "LK8F2M9X")), "order.wrong-step");
    }

    @Test
    void an_order_that_is_called_off_gives_its_goods_back_and_says_why() {
        Shopping.addToCart(customer, newService(shop, 300_000), 1);
        String order = placeOrder(customer, sku, 2);
        payAtVnpay(customer, shop, openAttempt(customer, order).getString("payUrl"));
        customer.mail(order);
        begin(bench, order).expect(200);
        assertThat(onHand(shop, sku)).isEqualTo(8);
        assertThat(callOff(support, order).expect(200).json().getLong("refund")).isEqualTo(7_300_000);
        assertThat(onHand(shop, sku)).isEqualTo(10);
        assertThat(reserved(shop, sku)).isZero();
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
        JsonObject seen = customer.get("/api/v1/orders/" + order).json();
        assertThat(seen.getString("state")).isEqualTo("CANCELLED");
        assertThat(seen.getString("cancelReason")).isEqualTo("Hết keycap ở xưởng");
        assertThat(seen.getLong("refunding")).isEqualTo(7_300_000);
        assertThat(customer.mail("Cancelled: order " + order).text())
                .contains("Hết keycap ở xưởng", "Refund: ₫7,300,000");
        refused(callOff(support, order), "order.wrong-step");
        assertThat(mails(order)).isEqualTo(3);
    }

    @Test
    void what_is_shipped_or_in_doubt_is_not_called_off() {
        String shipped = paid.goods(customer, sku);
        ship(support, shipped).expect(200);
        refused(callOff(support, shipped), "order.wrong-step");
        String doubtful = paid.goods(customer, sku);
        shop.text("""
                insert into payment.attempt (order_id, txn_ref, tmn_code, amount, state, created_at, expires_at)
                select id, 'DOUBT' || substr(code, 3), 'ROLTTEST', total, 'HELD', now(), now()
                from ordering.orders where code = ?
                """, doubtful);
        assertThat(moves(support, doubtful)).containsExactly("SHIP");
        refused(callOff(support, doubtful), "order.payment-in-doubt");
        assertThat(onHand(shop, sku)).isEqualTo(6);
    }

    @Test
    void staff_who_cancel_an_unpaid_order_say_why_and_its_customer_need_not() {
        String theirs = placeOrder(customer, sku, 1);
        Answer unsaid = support.post("/api/v1/orders/" + theirs + "/cancellation", new JsonObject());
        assertThat(unsaid.expect(400).json().getJsonArray("violations").encode())
                .contains("\"reason\"", "\"required\"");
        support.post("/api/v1/orders/" + theirs + "/cancellation", new JsonObject().put("reason", "Trùng đơn"))
                .expect(200);
        assertThat(customer.mail("Cancelled: order " + theirs).text()).contains("Trùng đơn", "nothing to pay");
        String own = placeOrder(customer, sku, 1);
        customer.post("/api/v1/orders/" + own + "/cancellation", new JsonObject())
                .expect(200);
        assertThat(customer.mail("Cancelled: order " + own).text()).contains("As you asked");
        String paidOne = paid.goods(customer, sku);
        refused(
                customer.post("/api/v1/orders/" + paidOne + "/cancellation", new JsonObject()),
                "order.not-cancellable");
        assertThat(customer.get(path(own)).status()).isEqualTo(403);
        assertThat(callOff(bench, paidOne).status()).isEqualTo(403);
        assertThat(begin(support, paidOne).status()).isEqualTo(403);
    }

    @Test
    void p17_of_shipping_and_calling_off_at_once_exactly_one_happens() throws Exception {
        for (int round = 0; round < 5; round++) {
            String order = paid.goods(customer, sku);
            int before = onHand(shop, sku);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Answer> shipped = threads.submit(() -> ship(bench, order));
                Future<Answer> cancelled = threads.submit(() -> callOff(support, order));
                assertThat(List.of(shipped.get().status(), cancelled.get().status()))
                        .containsExactlyInAnyOrder(200, 409);
                boolean gone = shipped.get().status() == 200;
                assertThat(state(customer, order)).isEqualTo(gone ? "SHIPPED" : "CANCELLED");
                assertThat(onHand(shop, sku)).isEqualTo(gone ? before : before + 2);
            }
            assertThat(mails(order)).isEqualTo(1);
        }
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void staff_find_an_order_by_what_a_customer_tells_on_the_telephone() {
        String order = paid.withService(customer, sku);
        String email = customer.email();
        for (String told : List.of(
                order.toLowerCase(Locale.ROOT), email, email.substring(0, 20).toUpperCase(Locale.ROOT))) {
            assertThat(found("q=" + told)).containsExactly(order);
        }
        assertThat(found("q=nguyen+minh+anh&limit=1")).hasSize(1);
        assertThat(found("q=%2B84+912+345+678&limit=1")).hasSize(1);
        assertThat(found("state=DELIVERED&q=" + email)).isEmpty();
        placeOrder(customer, sku, 1);
        assertThat(support.get("/api/v1/staff/order-counts?q=" + email).json().encode())
                .isEqualTo(
                        "{\"items\":[{\"state\":\"PAID\",\"count\":1},{\"state\":\"PENDING_PAYMENT\",\"count\":1}]}");
        JsonObject newest =
                support.get("/api/v1/staff/orders?limit=1&q=" + email).json();
        assertThat(found("q=" + email + "&after=" + newest.getString("next"))).containsExactly(order);
    }

    private Answer correct(String order, JsonObject parcel) {
        return support.post(path(order) + "/shipment/correction", parcel, key());
    }

    @Test
    void goods_whose_money_all_goes_back_stay_in_the_shop() {
        String order = placeOrder(customer, sku, 1);
        payAtVnpay(customer, shop, openAttempt(customer, order).getString("payUrl"));
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
        Client finance = shop.client(1).becomeStaff(Set.of(Role.FINANCE));
        JsonObject part = new JsonObject().put("amount", 500_000).put("note", "Giảm giá");
        finance.post("/api/v1/orders/" + order + "/refunds", part, key()).expect(201);
        assertThat(moves(support, order)).containsExactly("SHIP", "CALL_OFF");
        JsonObject rest = new JsonObject().put("amount", PRICE - 500_000).put("note", "Khách trả lại");
        finance.post("/api/v1/orders/" + order + "/refunds", rest, key()).expect(201);
        assertThat(moves(support, order)).containsExactly("CALL_OFF");
        refused(ship(support, order), "order.given-back");
        callOff(support, order).expect(200);
        assertThat(onHand(shop, sku)).isEqualTo(10);
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.expect(409).json().getString("code")).isEqualTo(code);
    }

    private List<String> found(String query) {
        JsonArray items =
                support.get("/api/v1/staff/orders?" + query).expect(200).json().getJsonArray("items");
        return items.stream().map(item -> ((JsonObject) item).getString("code")).toList();
    }

    private List<String> events(String order) {
        return file(support, order).getJsonArray("events").stream()
                .map(event -> ((JsonObject) event).getString("what"))
                .toList();
    }

    private static List<String> moves(Client staff, String order) {
        return file(staff, order).getJsonArray("moves").stream()
                .map(String::valueOf)
                .toList();
    }

    private static JsonObject file(Client staff, String order) {
        return staff.get(path(order)).expect(200).json();
    }

    /** Mails of the order's life; only who really pays at VNPAY gets a receipt. */
    private long mails(String order) {
        return shop.number("""
                select count(*) from platform.outbox where key like 'order-%' and (key like '%/' || ? or key in (
                    select 'order-tracking/' || s.id from ordering.shipment s join ordering.orders o on o.id = s.order_id
                    where o.code = ?))
                """, order, order);
    }
}
