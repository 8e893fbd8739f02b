package rolt.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;
import static rolt.workshop.Paying.refused;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Shopping;
import rolt.TestShop;
import rolt.Workbench;
import rolt.media.Pixels;
import rolt.media.Uploading;
import rolt.platform.Dates;
import rolt.platform.Role;

/** Warranties and claims, on two nodes. */
class WarrantyIT {
    private final TestShop shop = TestShop.running();
    private final Client support = shop.client(1).becomeStaff(EnumSet.of(Role.SUPPORT));
    private Client customer;
    private String order;

    @BeforeEach
    void an_order_that_was_delivered() {
        customer = shop.client(0).becomeCustomer();
        Shopping.addToCart(customer, Shopping.newService(shop, 300_000), 1);
        order = Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 5), 1);
        assertThat(claim(1).json().getString("code")).isEqualTo("warranty.not-begun");
        Workbench.deliver(shop, order);
    }

    @Test
    void parts_are_under_warranty_for_a_year_and_work_for_half_a_one_from_the_delivery() {
        LocalDate today = LocalDate.now(Dates.VIETNAM);
        assertThat(line(1).getString("until")).isEqualTo(today.plusMonths(6).toString());
        assertThat(line(2).getString("until")).isEqualTo(today.plusMonths(12).toString());
        assertThat(line(1).getString("state")).isEqualTo("ACTIVE");
        expire(1, "1 day");
        assertThat(line(1).getString("state")).isEqualTo("EXPIRED");
        refused(claim(1), "warranty.expired");
        expire(2, "0 days");
        claim(2).expect(201);
    }

    @Test
    void what_is_not_in_the_order_has_no_warranty_that_could_begin() {
        JsonObject fault =
                claim(77).expect(400).json().getJsonArray("violations").getJsonObject(0);
        assertThat(fault.getString("field")).isEqualTo("position");
        assertThat(fault.getString("message")).isEqualTo("is no line of this order");
    }

    @Test
    void a_claim_is_asked_answered_done_and_each_step_is_told_once() {
        String claim = claim(1).expect(201).json().getString("id");
        refused(claim(1), "warranty.claim-open");
        assertThat(customer.mail("Warranty claim received: order " + order).text())
                .contains("add photos");
        refused(answer(claim, "completion", new JsonObject()), "claim.wrong-step");
        JsonObject words = new JsonObject().put("words", "Gửi mạch về xưởng nhé");
        answer(claim, "approval", words).expect(200);
        answer(claim, "approval", words.copy().put("words", "Lần nữa")).expect(200);
        refused(answer(claim, "rejection", new JsonObject().put("reason", "Thôi")), "claim.wrong-step");
        refused(claim(1), "warranty.claim-open");
        answer(claim, "completion", new JsonObject()).expect(200);
        assertThat(customer.mail("Warranty claim approved: order " + order).text())
                .contains("Gửi mạch về xưởng nhé");
        customer.mail("Warranty work done: order " + order);
        assertThat(shop.number("select count(*) from platform.outbox where key like 'claim-%/' || ?", claim))
                .isEqualTo(3);
        JsonObject seen =
                customer.get("/api/v1/warranty-claims/" + claim).expect(200).json();
        assertThat(whats(seen)).containsExactly("REQUEST", "APPROVE", "COMPLETE");
        assertThat(seen.encode()).doesNotContain("Lê Thu Hà", "Lần nữa");
        claim(1).expect(201);
    }

    @Test
    void of_two_claims_at_once_one_is_made_and_the_same_key_makes_one() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = threads.submit(() -> claim(1));
            Future<Answer> second = threads.submit(() -> claim(customer.at(1), 1, key()));
            assertThat(List.of(first.get().status(), second.get().status())).containsExactlyInAnyOrder(201, 409);
        }
        String key = key();
        String id = claim(customer, 2, key).expect(201).json().getString("id");
        assertThat(claim(customer.at(1), 2, key).expect(201).json().getString("id"))
                .isEqualTo(id);
    }

    @Test
    void a_warranty_that_is_made_void_ends_its_claim_and_takes_no_other() {
        String claim = claim(1).expect(201).json().getString("id");
        String warranty = line(1).getString("warrantyId");
        JsonObject reason = new JsonObject().put("reason", "Mạch bị vào nước");
        for (int i = 0; i < 2; i++) {
            support.post("/api/v1/staff/warranties/" + warranty + "/void", reason)
                    .expect(200);
        }
        assertThat(customer.mail("Warranty claim declined: order " + order).text())
                .contains("Mạch bị vào nước");
        assertThat(line(1).getString("voidReason")).isEqualTo("Mạch bị vào nước");
        assertThat(whats(customer.get("/api/v1/warranty-claims/" + claim).json()))
                .containsExactly("REQUEST", "VOID");
        refused(claim(1), "warranty.void");
    }

    @Test
    void up_to_five_photos_go_with_a_claim_and_nobody_else_adds_any() {
        String claim = claim(1).expect(201).json().getString("id");
        String path = "/api/v1/warranty-claims/" + claim + "/photos";
        byte[] picture = Pixels.file("png", 30, 20);
        for (int i = 0; i < 5; i++) {
            Uploading.upload(customer, "POST", path, picture).expect(201);
        }
        refused(Uploading.upload(customer, "POST", path, picture), "photos.enough");
        assertThat(Uploading.upload(support, "POST", path, picture).status()).isEqualTo(404);
        JsonObject seen =
                support.get("/api/v1/warranty-claims/" + claim).expect(200).json();
        assertThat(seen.getJsonArray("photos")).hasSize(5);
        shop.client(0)
                .get(seen.getJsonArray("photos").getJsonObject(0).getString("large"))
                .expect(200);
        Client stranger = shop.client(0).becomeStaff(EnumSet.of(Role.CUSTOMER));
        assertThat(stranger.get("/api/v1/warranty-claims/" + claim).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/orders/" + order + "/warranty").status())
                .isEqualTo(404);
    }

    private void expire(int position, String ago) {
        shop.number("""
                update workshop.warranty w
                set begins_on = begins_on - 400,
                    ends_on = ((now() at time zone 'Asia/Ho_Chi_Minh')::date - ?::interval)::date
                from ordering.orders o where o.id = w.order_id and o.code = ? and w.position = ?
                """, ago, order, position);
    }

    private Answer claim(int position) {
        return claim(customer, position, key());
    }

    private Answer claim(Client by, int position, String key) {
        JsonObject claim = new JsonObject().put("position", position).put("description", "Phím Enter không nhận.");
        return by.post("/api/v1/orders/" + order + "/warranty/claims", claim, key);
    }

    private Answer answer(String claim, String how, JsonObject body) {
        return support.post("/api/v1/staff/warranty-claims/" + claim + "/" + how, body);
    }

    private JsonObject line(int position) {
        return customer.get("/api/v1/orders/" + order + "/warranty").expect(200).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(line -> line.getInteger("position") == position)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> whats(JsonObject claim) {
        return claim.getJsonArray("events").stream()
                .map(event -> ((JsonObject) event).getString("what"))
                .toList();
    }
}
