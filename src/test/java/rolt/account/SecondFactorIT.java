package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import rolt.Authenticator;
import rolt.Client;
import rolt.Client.Answer;
import rolt.TestShop;
import rolt.platform.Role;

class SecondFactorIT {
    private static final String WRONG = "000000";

    private final TestShop shop = TestShop.running();
    private final Client owner = shop.client(0).becomeCustomer();

    @Test
    void the_right_password_is_answered_with_a_challenge_and_the_code_with_a_session() {
        Authenticator app = Authenticator.setUp(owner);
        Answer half = logIn(Client.PASSWORD).expect(401);
        assertThat(half.json().getString("code")).isEqualTo("second-factor-needed");
        String token =
                answer(challenge(half), app.nextCode()).expect(201).json().getString("accessToken");
        shop.client(1).withBearer(token).get("/api/v1/me").expect(200);
    }

    @Test
    void a_wrong_password_is_answered_as_without_a_second_factor() {
        Client other = shop.client(0).becomeCustomer();
        Authenticator.setUp(owner);
        Answer with = logIn("not the password").expect(401);
        Answer without = shop.client(0)
                .post("/api/v1/tokens", credentials(other.email(), "not the password"))
                .expect(401);
        assertThat(with.json().getString("code"))
                .isEqualTo(without.json().getString("code"))
                .isEqualTo("credentials");
    }

    @Test
    void a_code_is_accepted_once() {
        Authenticator app = Authenticator.setUp(owner);
        String code = app.nextCode();
        answer(challenge(logIn(Client.PASSWORD)), code).expect(201);
        assertThat(answer(challenge(logIn(Client.PASSWORD)), code)
                        .expect(400)
                        .json()
                        .encode())
                .contains("wrong");
        answer(challenge(logIn(Client.PASSWORD)), app.codeBefore()).expect(400);
    }

    @Test
    void a_challenge_is_good_once() {
        Authenticator app = Authenticator.setUp(owner);
        String challenge = challenge(logIn(Client.PASSWORD));
        answer(challenge, app.nextCode()).expect(201);
        refusesChallenge(answer(challenge, app.recoveryCodes().getFirst()));
    }

    @Test
    void a_challenge_ends_after_five_minutes() {
        Authenticator app = Authenticator.setUp(owner);
        String challenge = challenge(logIn(Client.PASSWORD));
        assertThat(shop.number("""
                        select extract(epoch from expires_at - now())::int from account.login_challenge c
                        join account.account a on a.id = c.account_id where email = ?""", owner.email())).isBetween(280L, 300L);
        change("update account.login_challenge set expires_at = now()");
        refusesChallenge(answer(challenge, app.nextCode()));
    }

    @Test
    void a_challenge_dies_after_five_wrong_codes_and_the_next_code_has_to_wait() {
        Authenticator app = Authenticator.setUp(owner);
        String challenge = challenge(logIn(Client.PASSWORD));
        for (int i = 0; i < 5; i++) {
            answer(challenge, WRONG).expect(400);
        }
        refusesChallenge(answer(challenge, app.nextCode()));
        answer(challenge(logIn(Client.PASSWORD)), WRONG).expect(400);
        assertThat(answer(challenge(logIn(Client.PASSWORD)), WRONG)
                        .expect(429)
                        .http()
                        .headers()
                        .firstValue("Retry-After"))
                .isPresent();
    }

    @Test
    void the_right_password_does_not_forgive_wrong_codes() {
        Authenticator.setUp(owner);
        for (int i = 0; i < 6; i++) {
            answer(challenge(logIn(Client.PASSWORD)), WRONG).expect(400);
        }
        answer(challenge(logIn(Client.PASSWORD)), WRONG).expect(429);
    }

    @Test
    void a_changed_password_makes_a_challenge_worthless() {
        Authenticator app = Authenticator.setUp(owner);
        String challenge = challenge(logIn(Client.PASSWORD));
        owner.post(
                        "/api/v1/me/password",
                        new JsonObject().put("password", Client.PASSWORD).put("newPassword", "sương sớm trên phím"))
                .expect(204);
        refusesChallenge(answer(challenge, app.nextCode()));
    }

    @Test
    void a_challenge_of_a_client_makes_no_browser_session() {
        Authenticator app = Authenticator.setUp(owner);
        JsonObject answer = new JsonObject()
                .put("challenge", challenge(logIn(Client.PASSWORD)))
                .put("code", app.nextCode());
        refusesChallenge(shop.client(0).post("/api/v1/session/second-factor", answer));
    }

    @Test
    void a_browser_gets_its_cookie_for_the_code() {
        Authenticator app = Authenticator.setUp(owner);
        Answer half = shop.client(0)
                .post("/api/v1/session", credentials(owner.email(), Client.PASSWORD))
                .expect(401);
        assertThat(half.http().headers().allValues("Set-Cookie")).isEmpty();
        Answer whole = shop.client(0)
                .post(
                        "/api/v1/session/second-factor",
                        new JsonObject().put("challenge", challenge(half)).put("code", app.nextCode()))
                .expect(204);
        assertThat(whole.http().headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("rolt_session=")
                .containsIgnoringCase("HttpOnly");
    }

    @Test
    void a_recovery_code_stands_in_for_a_code_once() {
        List<String> codes = Authenticator.setUp(owner).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String typed = codes.getLast().toUpperCase().replace("-", " ");
        answer(challenge(logIn(Client.PASSWORD)), typed).expect(201);
        answer(challenge(logIn(Client.PASSWORD)), codes.getLast()).expect(400);
        assertThat(ways().getInteger("recoveryCodesLeft")).isEqualTo(9);
    }

    @Test
    void new_recovery_codes_replace_the_old_ones() {
        Authenticator app = Authenticator.setUp(owner);
        JsonObject proof = new JsonObject().put("password", Client.PASSWORD).put("code", app.nextCode());
        owner.post("/api/v1/me/second-factor/recovery-codes", proof).expect(200);
        answer(challenge(logIn(Client.PASSWORD)), app.recoveryCodes().getFirst())
                .expect(400);
    }

    @Test
    void it_is_turned_off_with_password_and_code() {
        Authenticator app = Authenticator.setUp(owner);
        String removal = "/api/v1/me/second-factor/removal";
        JsonObject proof = new JsonObject().put("password", Client.PASSWORD).put("code", WRONG);
        owner.post(removal, proof).expect(400);
        owner.post(removal, proof.copy().put("code", app.nextCode()).put("password", "not the password"))
                .expect(400);
        owner.post(removal, proof.put("code", app.nextCode())).expect(204);
        logIn(Client.PASSWORD).expect(201);
        owner.post(removal, proof).expect(404);
    }

    @Test
    void it_is_asked_for_only_once_a_first_code_has_confirmed_it() {
        JsonObject password = new JsonObject().put("password", Client.PASSWORD);
        owner.post("/api/v1/me/second-factor", new JsonObject().put("password", "not the password"))
                .expect(400);
        owner.post("/api/v1/me/second-factor", password).expect(200);
        logIn(Client.PASSWORD).expect(201);
        owner.post("/api/v1/me/second-factor/confirmation", new JsonObject().put("code", WRONG))
                .expect(400);
        assertThat(ways().getBoolean("secondFactor")).isFalse();
        Authenticator.setUp(owner);
        assertThat(owner.post("/api/v1/me/second-factor", password)
                        .expect(409)
                        .json()
                        .getString("code"))
                .isEqualTo("second-factor-active");
    }

    @Test
    void an_administrator_turns_off_that_of_somebody_else_and_not_his_own() {
        Authenticator.setUp(owner);
        Client admin = shop.client(1).becomeStaff(EnumSet.of(Role.ADMIN));
        admin.delete("/api/v1/accounts/" + id(owner) + "/second-factor").expect(204);
        logIn(Client.PASSWORD).expect(201);
        assertThat(shop.number(
                        "select count(*) from account.second_factor_reset where actor_id = ?::uuid and account_id = ?::uuid",
                        id(admin),
                        id(owner)))
                .isOne();
        admin.delete("/api/v1/accounts/" + id(owner) + "/second-factor").expect(404);
        admin.delete("/api/v1/accounts/" + id(admin) + "/second-factor").expect(409);
    }

    @Test
    void the_database_alone_tells_neither_secret_nor_codes() {
        Authenticator app = Authenticator.setUp(owner);
        String row = shop.text("""
                select encode(f.secret, 'hex') || ' ' || (select string_agg(encode(code_hash, 'hex'), ' ')
                    from account.recovery_code r where r.account_id = f.account_id)
                from account.second_factor f join account.account a on a.id = f.account_id where email = ?""", owner.email());
        assertThat(row).doesNotContain(app.secretAsHex());
        assertThat(Totp.step(app.secret(), app.nextCode(), Instant.now())).isPresent();
    }

    private void change(String sql) {
        shop.text(sql + " where account_id = (select id from account.account where email = ?)", owner.email());
    }

    private JsonObject ways() {
        return owner.get("/api/v1/me/sign-in").expect(200).json();
    }

    private static String id(Client person) {
        return person.get("/api/v1/me").expect(200).json().getString("id");
    }

    private Answer logIn(String password) {
        return shop.client(0).post("/api/v1/tokens", credentials(owner.email(), password));
    }

    private static JsonObject credentials(String email, String password) {
        return new JsonObject().put("email", email).put("password", password);
    }

    private static String challenge(Answer half) {
        return half.expect(401).json().getJsonObject("params").getString("challenge");
    }

    private Answer answer(String challenge, String code) {
        return shop.client(1)
                .post(
                        "/api/v1/tokens/second-factor",
                        new JsonObject().put("challenge", challenge).put("code", code));
    }

    private static void refusesChallenge(Answer answer) {
        assertThat(answer.expect(401).json().getString("code")).isEqualTo("challenge-expired");
    }
}
