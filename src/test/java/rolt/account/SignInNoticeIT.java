package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolt.Authenticator;
import rolt.Client;
import rolt.TestShop;
import rolt.platform.Role;

/** What the owner of an account is mailed when its second factor changes; for Google see the pages of signing in. */
class SignInNoticeIT {
    private final TestShop shop = TestShop.running();
    private final Client owner = shop.client(0).becomeCustomer();

    @Test
    void a_second_factor_that_is_turned_on_or_off_is_told() {
        Authenticator app = Authenticator.setUp(owner);
        assertThat(owner.mail("Two-step login is on").text())
                .contains("/en/forgot-password", "turn two-step login off");
        owner.post("/api/v1/me/second-factor/removal", proof("000000")).expect(400);
        assertThat(notices("SECOND_FACTOR_OFF")).isZero();
        owner.post("/api/v1/me/second-factor/removal", proof(app.nextCode())).expect(204);
        assertThat(owner.mail("Two-step login is off").text()).contains("/en/forgot-password", "with the password and");
    }

    @Test
    void a_recovery_code_that_is_used_and_new_ones_are_told() {
        Authenticator app = Authenticator.setUp(owner);
        owner.post(
                        "/api/v1/me/second-factor/recovery-codes",
                        proof(app.recoveryCodes().getFirst()))
                .expect(200);
        assertThat(owner.mail("A recovery code was used").text()).contains("Each is good once");
        assertThat(owner.mail("New recovery codes").text())
                .contains("Ten new recovery codes")
                .doesNotContain(app.recoveryCodes().get(1));
        owner.post("/api/v1/me/second-factor/removal", proof(app.recoveryCodes().get(1)))
                .expect(400);
        assertThat(notices("RECOVERY_CODE_USED")).isOne();
    }

    @Test
    void what_an_administrator_turns_off_is_told_to_its_owner_and_only_once() {
        String id = owner.get("/api/v1/me").expect(200).json().getString("id");
        Client admin = shop.client(1).becomeStaff(Set.of(Role.ADMIN));
        JsonObject password = new JsonObject().put("password", Client.PASSWORD);
        owner.post("/api/v1/me/second-factor", password).expect(200);
        admin.delete("/api/v1/accounts/" + id + "/second-factor").expect(404);
        Authenticator.setUp(owner);
        admin.delete("/api/v1/accounts/" + id + "/second-factor").expect(204);
        admin.delete("/api/v1/accounts/" + id + "/second-factor").expect(404);
        assertThat(owner.mail("We have turned off your two-step login").text()).contains("administrator of ROLT");
        assertThat(notices("SECOND_FACTOR_RESET")).isOne();
    }

    @Test
    void it_is_told_in_the_language_of_the_account() {
        owner.patch("/api/v1/me", new JsonObject().put("language", "VI")).expect(200);
        Authenticator.setUp(owner);
        assertThat(owner.mail("Đã bật xác thực hai lớp").text())
                .contains("Chào Nguyễn Minh Anh", "Không phải tôi")
                .contains("/forgot-password")
                .doesNotContain("/en/");
    }

    private long notices(String change) {
        return shop.number("""
                select count(*) from platform.outbox o join account.account a
                on o.key like 'sign-in-changed/' || a.id || '/' || ? || '/%' where a.email = ?""", change, owner.email());
    }

    private static JsonObject proof(String code) {
        return new JsonObject().put("password", Client.PASSWORD).put("code", code);
    }
}
