package rolt.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;
import static rolt.workshop.Paying.events;
import static rolt.workshop.Paying.file;
import static rolt.workshop.Paying.move;
import static rolt.workshop.Paying.own;
import static rolt.workshop.Paying.path;
import static rolt.workshop.Paying.refused;
import static rolt.workshop.Paying.technician;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Browser;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Eventually;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.TestShop;
import rolt.Workbench;
import rolt.platform.Role;

/** Work that waits for its customer, and work that is done once more, on two nodes. */
@ExtendWith(FullShelves.class)
class WorkWaitsIT {
    private static final JsonObject PARCEL =
            new JsonObject().put("carrier", "GHN").put("trackingNumber", "LK8F2M9X");

    private final TestShop shop = TestShop.running();
    private final Client bench = technician(shop, 0);
    private Client customer;

    @BeforeEach
    void a_customer() {
        customer = shop.client(0).becomeCustomer();
    }

    @Test
    void work_on_the_customers_own_part_waits_by_itself_until_the_part_arrives() {
        JsonObject selection = new JsonObject("""
                {"kitSku": "SONG60-BLACK", "switches": [{"sku": "SUONGMAI-70"}], "keycapSkus": ["GBT-BASE"],
                 "services": [{"sku": "SV-LUBE"}], "owned": ["SWITCHES"]}""");
        customer.post("/api/v1/cart/builds", new JsonObject().put("selection", selection))
                .expect(201);
        String order = Paying.pay(shop, Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 5), 1));
        String work = Workbench.await(shop, order).getFirst();
        JsonObject waiting = file(bench, work);
        assertThat(state(waiting)).isEqualTo("ON_HOLD");
        assertThat(waiting.getString("holdReason")).isEqualTo("CUSTOMER_PART");
        assertThat(waiting.getJsonArray("awaited")).containsExactly("SWITCHES");
        assertThat(own(customer, order).getJsonArray("awaited")).containsExactly("SWITCHES");
        assertThat(events(waiting)).containsExactly("OPEN", "AWAIT");
        refused(move(bench, work, "taking"), "work.wrong-step");
        assertThat(customer.mail("Waiting for your part: order " + order).text())
                .contains("the switches", "Answer this mail", "write " + work + " on the parcel");

        Client staff = shop.client(0).becomeStaff(Role.TECHNICIAN);
        Browser page = new Browser(shop.urls.getFirst());
        page.post("/login", Map.of("email", staff.email(), "password", Client.PASSWORD), "same-origin");
        assertThat(page.get("/staff/workshop/" + work).html()).contains("Khi món của khách đến");

        promisedLongAgo(work);
        assertThat(file(bench, work).getJsonObject("work").getBoolean("late")).isFalse();
        for (int i = 0; i < 2; i++) {
            move(bench, work, "resumption").expect(200);
        }
        JsonObject arrived = file(bench, work);
        assertThat(state(arrived)).isEqualTo("QUEUED");
        assertThat(events(arrived)).containsExactly("OPEN", "AWAIT", "ARRIVAL", "PROMISE");
        assertThat(LocalDate.parse(arrived.getJsonObject("work").getString("promisedOn")))
                .isAfter(LocalDate.now());
        assertThat(customer.mail("A new date for order " + order).text()).contains("What you sent has arrived");
    }

    @Test
    void a_service_without_anything_bought_is_done_on_what_the_customer_sends() {
        String order = Paying.pay(shop, Shopping.placeOrder(customer, "SV-CLEAN", 12));
        JsonObject waiting = file(bench, Workbench.await(shop, order).getFirst());
        assertThat(waiting.getString("holdReason")).isEqualTo("CUSTOMER_PART");
        assertThat(waiting.getJsonArray("awaited")).isEmpty();
        String promised = waiting.getJsonObject("work").getString("promisedOn");
        String work = waiting.getJsonObject("work").getString("code");
        JsonObject arrived = move(bench, work, "resumption").expect(200).json();
        assertThat(arrived.getJsonObject("work").getString("promisedOn")).isGreaterThanOrEqualTo(promised);
        move(bench, work, "taking").expect(200);
    }

    @Test
    void finished_work_is_done_once_more_until_the_order_is_shipped() {
        String order = Paying.order(shop, customer);
        String work = Workbench.await(shop, order).getFirst();
        refused(reopenTaken(work), "work.wrong-step");
        workOff(work);
        customer.mail("Finished: order " + order);
        assertThat(moves(bench, work)).containsExactly("REOPEN");
        assertThat(unfinished(order)).isEmpty();
        assertThat(reopen(work, 7).status()).isEqualTo(404);
        assertThat(state(file(bench, work))).isEqualTo("FINISHED");

        reopen(work, 1).expect(200);
        JsonObject again = reopen(work, 1).expect(200).json();
        assertThat(state(again)).isEqualTo("QUEUED");
        assertThat(events(again).stream().filter("REOPEN"::equals)).hasSize(1);
        assertThat(again.getJsonArray("steps").encode()).doesNotContain("\"done\":true");
        assertThat(own(customer, order).getJsonArray("notes").encode()).contains("Stab còn kêu");
        assertThat(unfinished(order)).containsExactly(work);
        refused(bench.post("/api/v1/staff/orders/" + order + "/shipment", PARCEL, key()), "order.work-unfinished");
        workOff(work);
        Eventually.ask(() -> shop.number("""
                        select count(*) from platform.outbox where key in (
                            select 'work-finished/' || h.id from workshop.history h
                            join workshop.work_order w on w.id = h.work_order_id where w.code = ?)
                        """, work), mails -> mails == 2);
        bench.post("/api/v1/staff/orders/" + order + "/shipment", PARCEL, key()).expect(200);
        refused(reopen(work, 1), "work.order-over");
        assertThat(moves(bench, work)).isEmpty();
    }

    @Test
    void nothing_is_done_any_more_from_the_moment_an_order_is_called_off() {
        String order = Paying.order(shop, customer);
        String work = Workbench.await(shop, order).getFirst();
        move(bench, work, "taking").expect(200);
        JsonObject step = file(bench, work).getJsonArray("steps").getJsonObject(0);
        String item = step.getJsonArray("items").getJsonObject(0).getString("code");
        shop.number("update ordering.orders set state = 'CANCELLED' where code = ?", order);
        refused(
                bench.put(path(work) + "/steps/1/items/" + item, new JsonObject().put("done", true)),
                "work.wrong-step");
        refused(move(bench, work, "release"), "work.wrong-step");
        refused(bench.post(path(work) + "/hold", new JsonObject().put("reason", "OTHER")), "work.wrong-step");
        refused(move(bench, work, "finish"), "work.wrong-step");
    }

    @Test
    void nobody_takes_work_or_claims_a_warranty_once_all_the_money_has_gone_back() {
        Shopping.addToCart(customer, Shopping.newService(shop, 300_000), 1);
        String order = Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 5), 1);
        Shopping.payAtVnpay(
                customer, shop, Shopping.openAttempt(customer, order).getString("payUrl"));
        String work = Workbench.await(shop, order).getFirst();
        move(bench, work, "taking").expect(200);
        move(bench, work, "release").expect(200);
        JsonObject all = new JsonObject().put("amount", 3_800_000).put("note", "Khách trả lại");
        shop.client(0)
                .becomeStaff(EnumSet.of(Role.FINANCE))
                .post("/api/v1/orders/" + order + "/refunds", all, key())
                .expect(201);
        assertThat(file(bench, work).getBoolean("givenBack")).isTrue();
        assertThat(moves(bench, work)).containsExactly("HOLD");
        refused(move(bench, work, "taking"), "order.given-back");
        Workbench.deliver(shop, order);
        JsonObject claim = new JsonObject().put("position", 1).put("description", "Phím Enter không nhận.");
        refused(customer.post("/api/v1/orders/" + order + "/warranty/claims", claim, key()), "warranty.given-back");
        assertThat(customer.get("/api/v1/orders/" + order + "/warranty")
                        .expect(200)
                        .json()
                        .encode())
                .contains("\"givenBack\":true")
                .doesNotContain("\"claimable\":true");
    }

    private void workOff(String work) {
        move(bench, work, "taking").expect(200);
        for (Object item :
                file(bench, work).getJsonArray("steps").getJsonObject(0).getJsonArray("items")) {
            String path = path(work) + "/steps/1/items/" + ((JsonObject) item).getString("code");
            bench.put(path, new JsonObject().put("done", true)).expect(200);
        }
        move(bench, work, "steps/1/finish").expect(200);
        move(bench, work, "finish").expect(200);
    }

    private Answer reopenTaken(String work) {
        move(bench, work, "taking").expect(200);
        return reopen(work, 1);
    }

    private Answer reopen(String work, int step) {
        JsonObject again = new JsonObject()
                .put("steps", new JsonArray().add(step))
                .put("words", "Stab còn kêu")
                .put("visible", true);
        return technician(shop, 1).post(path(work) + "/reopening", again);
    }

    private void promisedLongAgo(String work) {
        shop.number("update workshop.work_order set promised_on = date '2026-01-05' where code = ?", work);
    }

    private List<Object> unfinished(String order) {
        return shop
                .client(1)
                .becomeStaff(EnumSet.of(Role.SUPPORT))
                .get("/api/v1/staff/orders/" + order)
                .expect(200)
                .json()
                .getJsonArray("unfinished")
                .stream()
                .toList();
    }

    private static List<Object> moves(Client staff, String work) {
        return file(staff, work).getJsonArray("moves").stream().toList();
    }

    private static String state(JsonObject file) {
        return file.getJsonObject("work").getString("state");
    }
}
