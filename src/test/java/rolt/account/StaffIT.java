package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.platform.Role;

/** Administrators give and take roles of staff, over HTTP and on two nodes. */
class StaffIT {
    /** Less than the five seconds for which an identity is believed. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final TestShop shop = TestShop.running();
    private final Client admin = shop.client(0).becomeStaff(Role.ADMIN);

    @Test
    void an_administrator_makes_somebody_staff_by_the_address() {
        Client person = shop.client(0).becomeCustomer();
        Client.Answer added =
                admin.post("/api/v1/staff", add(person.email(), "SUPPORT")).expect(201);
        assertThat(added.json().getJsonArray("roles")).containsExactly("SUPPORT");
        assertThat(added.http().headers().firstValue("Location")).contains("/api/v1/staff/" + idOf(person));
        assertThat(admin.post("/api/v1/staff", add(person.email(), "FINANCE"))
                        .expect(409)
                        .json()
                        .getString("code"))
                .isEqualTo("staff.already");
    }

    @Test
    void only_an_administrator_learns_whether_an_address_is_known() {
        JsonObject unknown = add("khong-ai-" + UUID.randomUUID() + "@example.com", "SUPPORT");
        JsonObject problem = admin.post("/api/v1/staff", unknown).expect(404).json();
        assertThat(problem.getString("title")).isEqualTo("There is no account with this e-mail address.");
        Client support = shop.client(1).becomeStaff(Role.SUPPORT);
        support.post("/api/v1/staff", unknown).expect(403);
        support.post("/api/v1/staff", add(admin.email(), "SUPPORT")).expect(403);
        shop.client(1).post("/api/v1/staff", unknown).expect(401);
    }

    @Test
    void who_has_not_verified_the_address_gets_no_role() {
        String email = shop.client(0).becomeCustomer().email();
        shop.text("update account.account set verified_at = null where email = ?", email);
        assertThat(admin.post("/api/v1/staff", add(email, "ADMIN"))
                        .expect(409)
                        .json()
                        .getString("code"))
                .isEqualTo("staff.unverified");
        assertThat(shop.number(
                        "select count(*) from account.account_role join account.account on id = account_id where email = ?",
                        email))
                .isOne();
    }

    @Test
    void a_given_and_a_taken_role_hold_at_once_on_every_node() {
        Client person = shop.client(1).becomeCustomer();
        person.get("/api/v1/roles").expect(403);
        person.at(0).get("/api/v1/roles").expect(403);
        admin.put(rolesOf(person), change("[]", "[\"FINANCE\"]")).expect(200);
        awaitStatus(person, 200);
        awaitStatus(person.at(0), 200);
        admin.put(rolesOf(person), change("[\"FINANCE\"]", "[]")).expect(200);
        awaitStatus(person, 403);
        awaitStatus(person.at(0), 403);
    }

    @Test
    void of_two_administrators_the_second_does_not_overwrite_the_first() {
        Client person = shop.client(0).becomeStaff(Role.SUPPORT);
        Client other = shop.client(1).becomeStaff(Role.ADMIN);
        admin.put(rolesOf(person), change("[\"SUPPORT\"]", "[\"SUPPORT\", \"FINANCE\"]"))
                .expect(200);
        JsonObject problem = other.put(rolesOf(person), change("[\"SUPPORT\"]", "[]"))
                .expect(409)
                .json();
        assertThat(problem.getString("code")).isEqualTo("roles.changed");
        assertThat(problem.getJsonObject("params").getJsonArray("roles")).containsExactly("SUPPORT", "FINANCE");
        other.put(rolesOf(person), change("[\"FINANCE\", \"SUPPORT\"]", "[]")).expect(200);
    }

    @Test
    void every_change_is_recorded_for_administrators() {
        Client person = shop.client(0).becomeCustomer();
        admin.put(rolesOf(person), change("[]", "[\"TECHNICIAN\"]")).expect(200);
        admin.put(rolesOf(person), change("[\"TECHNICIAN\"]", "[\"TECHNICIAN\"]"))
                .expect(200);
        admin.put(rolesOf(person), change("[\"TECHNICIAN\"]", "[\"FINANCE\"]")).expect(200);
        String path = "/api/v1/staff/" + idOf(person) + "/role-changes";
        JsonObject page = admin.get(path + "?limit=1").expect(200).json();
        JsonObject last = page.getJsonArray("items").getJsonObject(0);
        assertThat(last.getString("actorId")).isEqualTo(idOf(admin));
        assertThat(last.getString("actor")).isEqualTo("Nguyễn Minh Anh");
        assertThat(last.getJsonArray("before")).containsExactly("TECHNICIAN");
        assertThat(last.getJsonArray("after")).containsExactly("FINANCE");
        assertThat(last.getString("requestId")).isNotBlank();
        JsonObject rest =
                admin.get(path + "?after=" + page.getString("next")).expect(200).json();
        assertThat(rest.getJsonArray("items")).hasSize(1);
        assertThat(rest.getString("next")).isNull();
        shop.client(0).becomeStaff(Role.FINANCE).get(path).expect(403);
    }

    @Test
    void customer_is_no_role_to_give_and_nobody_unknown_gets_one() {
        admin.put(rolesOf(admin), change("[\"ADMIN\"]", "[\"ADMIN\", \"CUSTOMER\"]"))
                .expect(400);
        admin.put("/api/v1/staff/" + UUID.randomUUID() + "/roles", change("[]", "[\"SUPPORT\"]"))
                .expect(404);
    }

    @Test
    void who_gets_and_loses_roles_is_told_by_mail_which_are_left_and_whom_to_ask() {
        Client person = shop.client(0).becomeCustomer();
        shop.text("update account.account set language = 'VI' where email = ?", person.email());
        admin.put(rolesOf(person), change("[]", "[\"FINANCE\", \"SUPPORT\"]")).expect(200);
        assertThat(person.mail("Vai trò của bạn").text())
                .contains("Chăm sóc khách hàng, Tài chính", "Nguyễn Minh Anh", admin.email());
        shop.text("update account.account set language = 'EN' where email = ?", person.email());
        admin.put(rolesOf(person), change("[\"FINANCE\"]", "[]")).expect(409);
        admin.put(rolesOf(person), change("[\"FINANCE\", \"SUPPORT\"]", "[]")).expect(200);
        assertThat(person.mail("Your roles at ROLT").text()).contains("no role of staff any more", admin.email());
        assertThat(shop.number(
                        "select count(*) from platform.outbox where key like 'roles-changed/' || ? || '%'",
                        idOf(person)))
                .isEqualTo(2);
    }

    @Test
    void roles_are_told_in_words() {
        JsonArray roles = admin.get("/api/v1/roles").expect(200).json().getJsonArray("items");
        assertThat(roles).hasSize(Role.values().length);
        assertThat(roles.getJsonObject(1).getString("name")).isEqualTo("Support");
    }

    private static JsonObject add(String email, String role) {
        return new JsonObject().put("email", email).put("roles", new JsonArray().add(role));
    }

    private static JsonObject change(String expected, String roles) {
        return new JsonObject().put("expected", new JsonArray(expected)).put("roles", new JsonArray(roles));
    }

    private String rolesOf(Client person) {
        return "/api/v1/staff/" + idOf(person) + "/roles";
    }

    private String idOf(Client person) {
        return shop.text("select id from account.account where email = ?", person.email());
    }

    private static void awaitStatus(Client person, int status) {
        Instant end = Instant.now().plus(AT_ONCE);
        int seen = person.get("/api/v1/roles").status();
        while (seen != status && Instant.now().isBefore(end)) {
            seen = person.get("/api/v1/roles").status();
        }
        assertThat(seen).isEqualTo(status);
    }
}
