package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.account.AccountHouse.PASSWORD;
import static rolt.account.AccountHouse.caller;
import static rolt.account.AccountHouse.email;
import static rolt.account.AccountHouse.visitor;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Me;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Verified;
import rolt.account.EmailMessages.ChangeEmail;
import rolt.account.EmailMessages.ConfirmEmail;
import rolt.account.EmailMessages.RevertEmail;
import rolt.account.PasswordMessages.ChangePassword;
import rolt.account.PasswordMessages.ResetPassword;
import rolt.platform.Problem;

/** A new e-mail address, confirmed, stopped and taken back. */
class ChangeEmailIT {
    private static final String NEW_PASSWORD = "sương sớm trên phím";

    private final AccountHouse house = AccountHouse.open();
    private final String wanted = email();

    @Test
    void a_new_address_takes_effect_when_it_confirms_and_not_before() throws InterruptedException {
        String email = house.account();
        Session session = house.logIn(email, PASSWORD);
        ask(session);
        assertThat(address(session)).isEqualTo(email);
        String token = confirmToken();
        assertThat(confirm(session, token)).isEqualTo(wanted);
        assertThat(address(session)).isEqualTo(wanted);
        assertThat(house.logIn(wanted, PASSWORD)).isNotNull();
        assertThat(logInRefusal(email, PASSWORD).code()).isEqualTo("credentials");
        assertThat(confirmRefusal(session, token).code()).isEqualTo("link-expired");
    }

    @Test
    void a_stranger_who_reads_the_mail_of_a_mistyped_address_can_do_nothing_with_it() throws InterruptedException {
        Session session = house.logIn(house.account(), PASSWORD);
        ask(session);
        Session stranger = house.logIn(house.account(), PASSWORD);
        assertThat(confirmRefusal(stranger, confirmToken()).code()).isEqualTo("link-expired");
    }

    @Test
    void a_link_to_the_new_address_lives_a_day() throws InterruptedException {
        String email = house.account();
        Session session = house.logIn(email, PASSWORD);
        ask(session);
        house.update(
                "update account.email_change set confirmable_until = now() - interval '1 second' where old_email = $1",
                email);
        assertThat(confirmRefusal(session, confirmToken()).code()).isEqualTo("link-expired");
    }

    @Test
    void an_address_with_an_account_is_not_told_but_its_owner_is() throws InterruptedException {
        String taken = house.account();
        Session session = house.logIn(house.account(), PASSWORD);
        ChangeEmail change = new ChangeEmail(taken, PASSWORD);
        assertThat(house.ask(caller(session), "account.changeEmail", change, MailSent.class))
                .isEqualTo(new MailSent(taken));
        assertThat(house.mail(taken, "đã có tài khoản").text()).doesNotContain("confirm-email");
    }

    @Test
    void an_address_that_got_an_account_meanwhile_is_not_taken_from_it() throws InterruptedException {
        Session session = house.logIn(house.account(), PASSWORD);
        ask(session);
        String token = confirmToken();
        house.register(wanted, PASSWORD);
        String verify = house.mailedToken(wanted, text -> text.contains("verify-email"));
        house.ask(visitor(), "account.verifyEmail", new AccountMessages.VerifyEmail(verify, PASSWORD), Verified.class);
        assertThat(confirmRefusal(session, token).code()).isEqualTo("email.taken");
    }

    @Test
    void a_change_asks_for_the_password_and_meets_the_delay() throws InterruptedException {
        String email = house.account();
        Session stolen = house.logIn(email, PASSWORD);
        IntStream.range(0, 6)
                .forEach(i -> assertThat(askRefusal(stolen, "guess " + i)
                                .violations()
                                .getFirst()
                                .field())
                        .isEqualTo("password"));
        house.prolongDelay(stolen.identity().sessionId().toString());
        assertThat(askRefusal(stolen, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void the_old_address_can_stop_a_change_and_has_the_account_for_itself() throws InterruptedException {
        String email = house.account();
        Session thief = house.logIn(email, PASSWORD);
        ask(thief);
        String token = confirmToken();
        revert(house.mailedToken(email, text -> text.contains("revert-email")));
        assertThat(house.holds(thief)).isFalse();
        assertThat(logInRefusal(email, PASSWORD).code()).isEqualTo("credentials");
        assertThat(confirmRefusal(thief, token).code()).isEqualTo("link-expired");
        resetByMail(email);
        assertThat(house.logIn(email, NEW_PASSWORD)).isNotNull();
    }

    @Test
    void the_old_address_can_take_a_change_back_for_a_week_however_many_followed() throws InterruptedException {
        String email = house.account();
        Session thief = house.logIn(email, PASSWORD);
        ask(thief);
        confirm(thief, confirmToken());
        String undo = undoToken(email);
        String second = email();
        house.ask(caller(thief), "account.changeEmail", new ChangeEmail(second, PASSWORD), MailSent.class);
        confirm(thief, house.mailedToken(second, text -> text.contains("confirm-email")));
        String thiefsUndo = undoToken(wanted);
        revert(undo);
        assertThat(revertRefusal(thiefsUndo).code()).isEqualTo("link-expired");
        resetByMail(email);
        assertThat(address(house.logIn(email, NEW_PASSWORD))).isEqualTo(email);
    }

    @Test
    void a_link_to_stop_a_change_outlives_later_changes_and_passwords() throws InterruptedException {
        String email = house.account();
        Session thief = house.logIn(email, PASSWORD);
        ask(thief);
        String first = house.mailedToken(email, text -> text.contains("revert-email"));
        String other = email();
        house.ask(caller(thief), "account.changeEmail", new ChangeEmail(other, PASSWORD), MailSent.class);
        assertThat(confirmRefusal(thief, confirmToken()).code()).isEqualTo("link-expired");
        String later = house.mailedToken(email, text -> text.contains("revert-email") && !text.contains(first));
        confirm(thief, house.mailedToken(other, text -> text.contains("confirm-email")));
        house.ask(caller(thief), "account.changePassword", new ChangePassword(PASSWORD, NEW_PASSWORD), Object.class);
        revert(first);
        assertThat(house.holds(thief)).isFalse();
        assertThat(revertRefusal(later).code()).isEqualTo("link-expired");
        assertThat(revertRefusal(undoToken(email)).code()).isEqualTo("link-expired");
        resetByMail(email);
        assertThat(address(house.logIn(email, NEW_PASSWORD))).isEqualTo(email);
    }

    @Test
    void a_second_factor_made_between_two_changes_goes_with_either() throws InterruptedException {
        String email = house.account();
        Session thief = house.logIn(email, PASSWORD);
        ask(thief);
        String first = house.mailedToken(email, text -> text.contains("revert-email"));
        house.update(
                "insert into account.second_factor (account_id, secret, confirmed_at)"
                        + " select id, '\\x00', clock_timestamp() from account.account where email = $1",
                email);
        ask(thief);
        revert(house.mailedToken(email, text -> text.contains("revert-email") && !text.contains(first)));
        assertThat(house.update(
                        "update account.second_factor set last_step = 0 where account_id = $1",
                        thief.identity().accountId()))
                .isZero();
    }

    @Test
    void the_link_of_the_first_mail_still_works_when_the_change_has_taken_effect() throws InterruptedException {
        String email = house.account();
        Session thief = house.logIn(email, PASSWORD);
        ask(thief);
        String asked = house.mailedToken(email, text -> text.contains("revert-email"));
        confirm(thief, confirmToken());
        revert(asked);
        assertThat(house.holds(thief)).isFalse();
        assertThat(revertRefusal(undoToken(email)).code()).isEqualTo("link-expired");
    }

    @Test
    void a_change_that_is_overtaken_by_a_password_can_be_stopped_but_not_confirmed() throws InterruptedException {
        String email = house.account();
        Session thief = house.logIn(email, PASSWORD);
        ask(thief);
        house.ask(caller(thief), "account.changePassword", new ChangePassword(PASSWORD, NEW_PASSWORD), Object.class);
        assertThat(confirmRefusal(thief, confirmToken()).code()).isEqualTo("link-expired");
        revert(house.mailedToken(email, text -> text.contains("revert-email")));
        assertThat(house.holds(thief)).isFalse();
    }

    @Test
    void after_a_week_a_change_stands() throws InterruptedException {
        String email = house.account();
        Session session = house.logIn(email, PASSWORD);
        ask(session);
        confirm(session, confirmToken());
        house.update(
                "update account.email_change set revertable_until = revertable_until - interval '7 days'"
                        + " where old_email = $1",
                email);
        assertThat(revertRefusal(undoToken(email)).code()).isEqualTo("link-expired");
    }

    private Problem revertRefusal(String token) {
        return house.refusal(visitor(), "account.revertEmail", new RevertEmail(token));
    }

    private void ask(Session session) {
        house.ask(caller(session), "account.changeEmail", new ChangeEmail(wanted, PASSWORD), MailSent.class);
    }

    private Problem askRefusal(Session session, String password) {
        return house.refusal(caller(session), "account.changeEmail", new ChangeEmail(wanted, password));
    }

    private String confirmToken() throws InterruptedException {
        return house.mailedToken(wanted, text -> text.contains("confirm-email"));
    }

    private String undoToken(String old) throws InterruptedException {
        return house.mailedToken(old, text -> text.contains("7 ngày") && text.contains("revert-email"));
    }

    private String confirm(Session session, String token) {
        return house.ask(caller(session), "account.confirmEmail", new ConfirmEmail(token), Verified.class)
                .email();
    }

    private Problem confirmRefusal(Session session, String token) {
        return house.refusal(caller(session), "account.confirmEmail", new ConfirmEmail(token));
    }

    private void revert(String token) {
        house.ask(visitor(), "account.revertEmail", new RevertEmail(token), Verified.class);
    }

    private void resetByMail(String email) throws InterruptedException {
        String token = house.mailedToken(email, text -> text.contains("reset-password"));
        house.ask(visitor(), "account.resetPassword", new ResetPassword(token, NEW_PASSWORD), Object.class);
    }

    private String address(Session session) {
        return house.ask(caller(session), "account.getMe", new Nothing(), Me.class)
                .email();
    }

    private Problem logInRefusal(String email, String password) {
        return house.refusal(visitor(), "account.createSession", new Credentials(email, password));
    }
}
