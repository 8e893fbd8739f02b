package rolt.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;
import static rolt.Shopping.state;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Eventually;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.TestShop;
import rolt.Workbench;
import rolt.media.Pixels;
import rolt.media.Uploading;
import rolt.ordering.OrderingMessages.OrderChanged;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Role;

/** Work on orders, from the payment to the door, on two nodes. */
@ExtendWith(FullShelves.class)
class WorkshopIT {
    private final TestShop shop = TestShop.running();
    private final Client bench = technician(shop, 0);
    private Client customer;

    @BeforeEach
    void a_customer() {
        customer = shop.client(0).becomeCustomer();
    }

    @Test
    void each_build_of_a_paid_order_and_what_is_outside_of_one_comes_to_the_bench_once() {
        JsonObject selection = new JsonObject("""
                {"kitSku": "SONG60-BLACK", "switches": [{"sku": "SUONGMAI-70"}], "keycapSkus": ["GBT-BASE"],
                 "services": [{"sku": "SV-BUILD"}, {"sku": "SV-LUBE"}]}""");
        customer.post("/api/v1/cart/builds", new JsonObject().put("selection", selection))
                .expect(201);
        Shopping.addToCart(customer, "SV-CLEAN", 2);
        String order = Paying.pay(shop, Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 5), 1));
        List<String> codes = Workbench.await(shop, order);
        for (int i = 0; i < 4; i++) {
            shop.platform(i % 2).bus().publish(OrderChanged.OF_ANY, new OrderChanged(order, State.PAID));
        }
        String other = Paying.order(shop, customer);
        Workbench.await(shop, other);
        assertThat(Workbench.await(shop, order)).isEqualTo(codes).containsExactly(order + "-1", order + "-2");

        JsonObject loose = codes.stream()
                .map(code -> file(bench, code))
                .filter(file -> file.getJsonArray("steps").size() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(loose.getJsonArray("steps").getJsonObject(0).getInteger("benchMinutes"))
                .isEqualTo(80);
        JsonObject build = codes.stream()
                .map(code -> file(bench, code))
                .filter(file -> file.getJsonArray("steps").size() == 2)
                .findFirst()
                .orElseThrow();
        JsonObject lube = build.getJsonArray("steps").getJsonObject(0);
        assertThat(lube.getString("type")).isEqualTo("LUBE_SWITCH");
        assertThat(lube.getInteger("benchMinutes")).isEqualTo((int) Math.ceil(lube.getInteger("quantity") * 1.5));
        assertThat(lube.getJsonArray("items").getJsonObject(0).getString("text"))
                .contains("Thin grease");
        assertThat(build.getJsonArray("parts").encode())
                .contains("SONG60-BLACK")
                .doesNotContain("SV-");
    }

    @Test
    void of_two_technicians_at_once_one_takes_the_work_and_the_assembly_begins_once() throws Exception {
        Client other = technician(shop, 1);
        for (int round = 0; round < 4; round++) {
            String order = Paying.order(shop, customer);
            String work = Workbench.await(shop, order).getFirst();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Answer> first = threads.submit(() -> move(bench, work, "taking"));
                Future<Answer> second = threads.submit(() -> move(other, work, "taking"));
                assertThat(List.of(first.get().status(), second.get().status())).containsExactlyInAnyOrder(200, 409);
                Client winner = first.get().status() == 200 ? bench : other;
                Client loser = winner == bench ? other : bench;
                assertThat(move(winner, work, "taking").expect(200).json().getBoolean("workable"))
                        .isTrue();
                refused(move(loser, work, "taking"), "work.taken");
                refused(move(loser, work, "release"), "work.others");
            }
            assertThat(state(customer, order)).isEqualTo("IN_ASSEMBLY");
            assertThat(shop.number("select count(*) from platform.outbox where key = 'order-in-assembly/' || ?", order))
                    .isEqualTo(1);
        }
    }

    @Test
    void work_is_ticked_off_finished_and_told_and_only_then_is_the_order_shipped() {
        String order = Paying.order(shop, customer);
        String work = Workbench.await(shop, order).getFirst();
        move(bench, work, "taking").expect(200);
        refused(move(bench, work, "finish"), "work.step-open");
        refused(move(bench, work, "steps/1/finish"), "work.items-open");
        JsonArray items =
                file(bench, work).getJsonArray("steps").getJsonObject(0).getJsonArray("items");
        for (Object item : items) {
            tick(work, ((JsonObject) item).getString("code"), true).expect(200);
            tick(work, ((JsonObject) item).getString("code"), true).expect(200);
        }
        assertThat(tick(work, "no-such-item", true).status()).isEqualTo(404);
        JsonObject parcel = new JsonObject().put("carrier", "GHN").put("trackingNumber", "LK8F2M9X");
        Answer early = bench.post("/api/v1/staff/orders/" + order + "/shipment", parcel, key());
        refused(early, "order.work-unfinished");
        assertThat(early.json().getJsonObject("params").getString("work")).isEqualTo(work);
        for (String move : new String[] {"steps/1/finish", "steps/1/finish", "finish", "finish"}) {
            move(bench, work, move).expect(200);
        }
        assertThat(customer.mail("Finished: order " + order).text()).contains("/en/orders/" + order);
        List<String> told = events(file(bench, work));
        assertThat(told.stream().filter("TICK"::equals)).hasSize(items.size());
        assertThat(told.stream().filter(what -> !what.equals("TICK")))
                .containsExactly("OPEN", "TAKE", "STEP", "FINISH");
        bench.post("/api/v1/staff/orders/" + order + "/shipment", parcel, key()).expect(200);
        refused(hold(work, new JsonObject().put("reason", "OTHER")), "work.wrong-step");
    }

    @Test
    void what_waits_says_why_and_what_is_put_back_can_be_taken_by_anybody() {
        String order = Paying.order(shop, customer);
        String work = Workbench.await(shop, order).getFirst();
        JsonObject why = new JsonObject().put("reason", "CUSTOMER_PART").put("words", "Đợi keycap của bạn");
        hold(work, why).expect(200);
        JsonObject seen = own(customer, order);
        assertThat(seen.getString("state")).isEqualTo("ON_HOLD");
        assertThat(seen.getString("holdWords")).isEqualTo("Đợi keycap của bạn");
        hold(work, why).expect(200);
        assertThat(customer.mail("Waiting for your part: order " + order).text())
                .contains("“Đợi keycap của bạn”", "write " + work + " on the parcel");
        assertThat(shop.number("""
                select count(*) from platform.outbox o join workshop.history h on o.key = 'part-awaited/' || h.id
                    join workshop.work_order w on w.id = h.work_order_id where w.code = ?""", work)).isOne();
        refused(move(bench, work, "taking"), "work.wrong-step");
        move(bench, work, "resumption").expect(200);
        move(bench, work, "taking").expect(200);
        move(bench, work, "release").expect(200);
        move(technician(shop, 1), work, "taking").expect(200);
        refused(tick(work, "test", true), "work.others");
    }

    @Test
    void a_customer_reads_what_is_meant_for_him_and_nobody_else_does() {
        String order = Paying.order(shop, customer);
        String work = Workbench.await(shop, order).getFirst();
        String key = key();
        JsonObject shown = new JsonObject().put("words", "Stab hơi khô").put("visible", true);
        bench.post(path(work) + "/notes", shown, key).expect(200);
        bench.post(path(work) + "/notes", shown, key).expect(200);
        bench.post(
                        path(work) + "/notes",
                        new JsonObject().put("words", "Khách khó").put("visible", false),
                        key())
                .expect(200);
        JsonArray notes = own(customer, order).getJsonArray("notes");
        assertThat(notes).hasSize(1);
        assertThat(notes.encode()).contains("Stab hơi khô");
        assertThat(file(bench, work).getJsonArray("notes")).hasSize(2);
        Client stranger = shop.client(1).becomeStaff(EnumSet.of(Role.CUSTOMER));
        assertThat(stranger.get("/api/v1/orders/" + order + "/work").status()).isEqualTo(404);
        assertThat(stranger.get(path(work)).status()).isEqualTo(403);
    }

    @Test
    void a_photo_is_shown_to_the_customer_until_it_is_removed() {
        String order = Paying.order(shop, customer);
        String work = Workbench.await(shop, order).getFirst();
        byte[] picture = Pixels.file("png", 30, 20);
        Uploading.upload(bench, "POST", path(work) + "/photos", picture).expect(201);
        JsonObject photo = own(customer, order).getJsonArray("photos").getJsonObject(0);
        customer.get(photo.getString("large")).expect(200);
        assertThat(Uploading.upload(customer, "POST", path(work) + "/photos", picture)
                        .status())
                .isEqualTo(403);
        assertThat(Uploading.upload(bench, "POST", path("R-00000000-1") + "/photos", picture)
                        .status())
                .isEqualTo(404);
        for (int i = 0; i < 2; i++) {
            bench.delete(path(work) + "/photos/" + photo.getString("id")).expect(200);
        }
        assertThat(own(customer, order).getJsonArray("photos")).isEmpty();
        Eventually.ask(() -> customer.get(photo.getString("large")).status(), status -> status == 404);
        assertThat(events(file(bench, work))).containsExactly("OPEN", "PHOTO", "PHOTO_REMOVED");
    }

    @Test
    void a_promise_stays_until_a_person_moves_it_for_a_reason_and_the_customer_is_told_once() {
        String order = Paying.order(shop, customer);
        String work = Workbench.await(shop, order).getFirst();
        String promised = own(customer, order).getString("promisedOn");
        assertThat(LocalDate.parse(promised)).isAfter(LocalDate.now());
        LocalDate later = LocalDate.parse(promised).plusDays(7);
        JsonObject moved = new JsonObject().put("promisedOn", later.toString()).put("reason", "Đợi mạch về");
        for (int i = 0; i < 2; i++) {
            bench.put(path(work) + "/promise", moved).expect(200);
        }
        JsonObject file = file(bench, work);
        assertThat(file.getString("firstPromisedOn")).isEqualTo(promised);
        assertThat(events(file(bench, work))).containsExactly("OPEN", "PROMISE");
        assertThat(customer.mail("A new date for order " + order).text()).contains("Đợi mạch về");
        LocalDate sunday = later.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SUNDAY));
        bench.put(path(work) + "/promise", moved.copy().put("promisedOn", sunday.toString()))
                .expect(400);
        bench.put(path(work) + "/promise", moved.copy().put("promisedOn", "2020-01-01"))
                .expect(400);
        LocalDate mistyped = LocalDate.now().plusYears(10);
        bench.put(path(work) + "/promise", moved.copy().put("promisedOn", mistyped.toString()))
                .expect(400);
    }

    @Test
    void an_order_that_is_called_off_takes_its_work_from_the_bench() {
        String order = Paying.order(shop, customer);
        String work = Workbench.await(shop, order).getFirst();
        move(bench, work, "taking").expect(200);
        Client support = shop.client(1).becomeStaff(EnumSet.of(Role.SUPPORT));
        support.post("/api/v1/staff/orders/" + order + "/call-off", new JsonObject().put("reason", "Hết hàng"), key())
                .expect(200);
        Eventually.ask(() -> file(bench, work).getJsonObject("work").getString("state"), "CANCELLED"::equals);
        refused(move(bench, work, "finish"), "work.wrong-step");
        assertThat(bench.get("/api/v1/staff/work-orders?state=CANCELLED&limit=1")
                        .expect(200)
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void the_queue_is_paged_in_its_order_and_the_bench_promises_behind_it() {
        for (int i = 0; i < 3; i++) {
            Workbench.await(shop, Paying.order(shop, customer));
        }
        List<String> whole = new java.util.ArrayList<>();
        String after = "";
        while (after != null) {
            JsonObject page = bench.get("/api/v1/staff/work-orders?limit=2" + after)
                    .expect(200)
                    .json();
            page.getJsonArray("items").forEach(item -> whole.add(((JsonObject) item).getString("code")));
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        JsonObject promise = shop.client(0)
                .get("/api/v1/bench/promise?minutes=100")
                .expect(200)
                .json();
        JsonObject longer = shop.client(0)
                .get("/api/v1/bench/promise?minutes=9000")
                .expect(200)
                .json();
        assertThat(LocalDate.parse(longer.getString("promisedOn")))
                .isAfter(LocalDate.parse(promise.getString("promisedOn")));
    }

    private Answer tick(String work, String item, boolean done) {
        return bench.put(path(work) + "/steps/1/items/" + item, new JsonObject().put("done", done));
    }

    private Answer hold(String work, JsonObject why) {
        return bench.post(path(work) + "/hold", why);
    }
}
