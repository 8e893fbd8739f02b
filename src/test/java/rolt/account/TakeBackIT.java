package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rolt.Authenticator;
import rolt.Client;
import rolt.Client.Answer;
import rolt.TestShop;

/** An owner takes back an account whose address an intruder, who knew the password, has changed. */
class TakeBackIT {
    private static final String NEW_PASSWORD = "sương sớm trên phím";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

    private final TestShop shop = TestShop.running();
    private final Client intruder = shop.client(0).becomeCustomer();
    private final String email = intruder.email();
    private final String id = intruder.get("/api/v1/me").json().getString("id");

    @Test
    void a_second_factor_of_the_intruder_is_gone() {
        changeAddress();
        Authenticator.setUp(intruder);
        takeBack();
        assertThat(ways(logIn().expect(201)).getBoolean("secondFactor")).isFalse();
        assertThat(shop.number("select count(*) from account.recovery_code where account_id = ?::uuid", id))
                .isZero();
    }

    @Test
    void one_that_waits_for_its_first_code_is_gone_too() {
        intruder.post("/api/v1/me/second-factor", password()).expect(200);
        changeAddress();
        takeBack();
        assertThat(shop.number("select count(*) from account.second_factor where account_id = ?::uuid", id))
                .isZero();
    }

    @Test
    void an_older_second_factor_stays_without_the_recovery_codes_of_the_intruder() {
        Authenticator app = Authenticator.setUp(intruder);
        changeAddress();
        JsonObject proof = password().put("code", app.recoveryCodes().getFirst());
        String stolen = intruder.post("/api/v1/me/second-factor/recovery-codes", proof)
                .expect(200)
                .json()
                .getJsonArray("codes")
                .getString(0);
        takeBack();
        answer(logIn(), stolen).expect(400);
        JsonObject ways = ways(answer(logIn(), app.nextCode()).expect(201));
        assertThat(ways.getBoolean("secondFactor")).isTrue();
        assertThat(ways.getInteger("recoveryCodesLeft")).isZero();
    }

    @Test
    void older_recovery_codes_stay_with_it() {
        Authenticator app = Authenticator.setUp(intruder);
        changeAddress();
        takeBack();
        answer(logIn(), app.recoveryCodes().getFirst()).expect(201);
    }

    @Test
    void google_is_unlinked_whenever_it_was_linked() {
        shop.text("insert into account.google_identity (subject, account_id) values (?, ?::uuid)", "g-" + id, id);
        changeAddress();
        takeBack();
        assertThat(ways(logIn().expect(201)).getBoolean("google")).isFalse();
    }

    private void changeAddress() {
        String theirs = "ke-gian-" + UUID.randomUUID() + "@example.com";
        intruder.post("/api/v1/me/email", password().put("email", theirs)).expect(202);
        String token = mailed(theirs, "Confirm your new e-mail address");
        intruder.post("/api/v1/me/email/confirmation", new JsonObject().put("token", token))
                .expect(200);
    }

    private void takeBack() {
        Client owner = shop.client(1);
        JsonObject undo = new JsonObject().put("token", mailed(email, "was changed"));
        owner.post("/api/v1/emails/reverted", undo).expect(200);
        intruder.awaitLoggedOut();
        JsonObject reset = new JsonObject()
                .put("token", mailed(email, "Reset your ROLT password"))
                .put("password", NEW_PASSWORD);
        owner.post("/api/v1/passwords/reset", reset).expect(204);
    }

    private String mailed(String to, String subject) {
        String text = shop.client(0).named(to).mail(subject).text();
        Matcher link = TOKEN.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private Answer logIn() {
        JsonObject credentials = new JsonObject().put("email", email).put("password", NEW_PASSWORD);
        return shop.client(1).post("/api/v1/tokens", credentials);
    }

    private Answer answer(Answer half, String code) {
        String challenge = half.expect(401).json().getJsonObject("params").getString("challenge");
        JsonObject answer = new JsonObject().put("challenge", challenge).put("code", code);
        return shop.client(1).post("/api/v1/tokens/second-factor", answer);
    }

    private JsonObject ways(Answer loggedIn) {
        return shop.client(0)
                .withBearer(loggedIn.json().getString("accessToken"))
                .get("/api/v1/me/sign-in")
                .expect(200)
                .json();
    }

    private static JsonObject password() {
        return new JsonObject().put("password", Client.PASSWORD);
    }
}
