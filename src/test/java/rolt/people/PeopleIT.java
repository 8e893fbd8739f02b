package rolt.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** Staff cards and the lists of staff and customers, over HTTP. */
class PeopleIT {
    private final TestShop shop = TestShop.running();
    private final Client admin = shop.client(0).becomeStaff(Role.ADMIN);
    private final Client support = shop.client(1).becomeStaff(Role.SUPPORT);

    @Test
    void an_administrator_fills_in_the_card_and_its_owner_the_rest() {
        JsonObject card = new JsonObject()
                .put("position", "Trưởng nhóm")
                .put("department", "Chăm sóc khách hàng")
                .put("startDate", "2025-03-03");
        admin.put("/api/v1/staff/" + idOf(support) + "/card", card).expect(200);
        JsonObject own = new JsonObject().put("workPhone", "028 3822 1234 (12)").put("about", "Mê switch tactile.");
        support.put("/api/v1/me/staff-card", own).expect(200);
        JsonObject seen = support.get("/api/v1/me/staff-card").expect(200).json();
        assertThat(seen.getString("position")).isEqualTo("Trưởng nhóm");
        assertThat(seen.getString("startDate")).isEqualTo("2025-03-03");
        assertThat(seen.getString("workPhone")).isEqualTo("028 3822 1234 (12)");
        JsonObject emptied = admin.put("/api/v1/staff/" + idOf(support) + "/card", new JsonObject())
                .expect(200)
                .json();
        assertThat(emptied.getString("position")).isNull();
        assertThat(emptied.getString("about")).isEqualTo("Mê switch tactile.");
    }

    @Test
    void nobody_promotes_himself() {
        support.put("/api/v1/me/staff-card", new JsonObject().put("position", "Giám đốc"))
                .expect(400);
        support.put("/api/v1/staff/" + idOf(support) + "/card", new JsonObject().put("position", "Giám đốc"))
                .expect(403);
        admin.put("/api/v1/staff/" + idOf(admin) + "/card", new JsonObject().put("startDate", "tomorrow"))
                .expect(400);
        shop.client(0).becomeCustomer().get("/api/v1/me/staff-card").expect(403);
    }

    @Test
    void a_card_belongs_to_staff_only() {
        Client customer = shop.client(0).becomeCustomer();
        admin.put("/api/v1/staff/" + idOf(customer) + "/card", new JsonObject().put("position", "Khách"))
                .expect(404);
        admin.get("/api/v1/staff/" + UUID.randomUUID()).expect(404);
        assertThat(admin.get("/api/v1/staff/" + idOf(customer))
                        .expect(200)
                        .json()
                        .getJsonArray("roles"))
                .isEmpty();
    }

    @Test
    void staff_are_found_by_name_address_and_role() {
        rename(support, "Đặng Thị Ngọc Ánh " + UUID.randomUUID());
        String name = shop.text("select name from account.account where email = ?", support.email());
        String typed = name.replace("Đặng Thị Ngọc Ánh", "dang thi ngoc anh");
        assertThat(emails(admin, "/api/v1/staff?q=" + encoded(typed))).containsExactly(support.email());
        assertThat(emails(admin, "/api/v1/staff?role=SUPPORT&q=" + encoded(support.email())))
                .containsExactly(support.email());
        assertThat(emails(admin, "/api/v1/staff?role=FINANCE&q=" + encoded(support.email())))
                .isEmpty();
        assertThat(emails(admin, "/api/v1/staff?q=" + encoded("%%%"))).isEmpty();
        support.get("/api/v1/staff").expect(403);
        shop.client(0).get("/api/v1/staff").expect(401);
    }

    @Test
    void support_finds_customers_by_name_address_and_phone_but_staff_are_not_among_them() {
        Client customer = shop.client(0).becomeCustomer();
        String phone = "09" + (10_000_000 + Math.floorMod(customer.email().hashCode(), 80_000_000));
        shop.text("update account.account set phone = ? where email = ?", phone, customer.email());
        String spaced = phone.substring(0, 4) + " " + phone.substring(4);
        assertThat(emails(support, "/api/v1/customers?q=" + encoded(spaced))).containsExactly(customer.email());
        assertThat(emails(admin, "/api/v1/customers?q=" + encoded(customer.email())))
                .containsExactly(customer.email());
        assertThat(emails(support, "/api/v1/customers?q=" + encoded(admin.email())))
                .isEmpty();
        support.get("/api/v1/customers/" + idOf(admin)).expect(404);
        shop.client(0).becomeStaff(Role.FINANCE).get("/api/v1/customers").expect(403);
        customer.get("/api/v1/customers").expect(403);
    }

    @Test
    void a_customer_is_shown_with_orders_and_addresses_and_without_secrets() {
        Client customer = shop.client(0).becomeCustomer();
        Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_200_000, 5), 1);
        customer.post(
                        "/api/v1/me/addresses",
                        Shopping.checkout(0).getJsonObject("recipient").copy())
                .expect(201);
        Client.Answer answer =
                support.get("/api/v1/customers/" + idOf(customer)).expect(200);
        assertThat(answer.json().getJsonObject("customer").getInteger("orders")).isOne();
        assertThat(answer.json().getJsonObject("customer").getInstant("lastOrderAt"))
                .isNotNull();
        assertThat(answer.json().getJsonArray("addresses")).hasSize(1);
        assertThat(answer.http().body()).doesNotContainIgnoringCase("password").doesNotContain("argon2");
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        String mark = UUID.randomUUID().toString();
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Client customer = shop.client(i).becomeCustomer();
            rename(customer, "Khách " + mark);
            added.addFirst(customer.email());
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonObject page = support.get("/api/v1/customers?limit=2&q=" + mark + next)
                    .expect(200)
                    .json();
            page.getJsonArray("items").forEach(item -> seen.add(((JsonObject) item).getString("email")));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        assertThat(seen).isEqualTo(added);
    }

    private void rename(Client person, String name) {
        shop.text("update account.account set name = ? where email = ?", name, person.email());
    }

    private static List<String> emails(Client client, String path) {
        return client.get(path).expect(200).json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("email"))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String idOf(Client person) {
        return shop.text("select id from account.account where email = ?", person.email());
    }
}
