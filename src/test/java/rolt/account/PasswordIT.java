package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.account.AccountHouse.PASSWORD;
import static rolt.account.AccountHouse.caller;
import static rolt.account.AccountHouse.email;
import static rolt.account.AccountHouse.visitor;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.RefreshToken;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Tokens;
import rolt.account.PasswordMessages.ChangePassword;
import rolt.account.PasswordMessages.ResetPassword;
import rolt.account.PasswordMessages.SendResetLink;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** Forgotten, reset and changed passwords. */
class PasswordIT {
    private static final String NEW = "sương sớm trên phím";

    private final AccountHouse house = AccountHouse.open();

    @Test
    void a_forgotten_password_is_replaced_by_the_mailed_link_once() throws InterruptedException {
        String email = house.account();
        String token = forget(email);
        reset(token, NEW);
        assertThat(house.logIn(email, NEW)).isNotNull();
        assertThat(logInRefusal(email, PASSWORD).code()).isEqualTo("credentials");
        assertThat(resetRefusal(token, PASSWORD).code()).isEqualTo("link-expired");
        assertThat(house.mail(email, "đã được đổi").text()).contains("http://shop.test:8080/forgot-password");
    }

    @Test
    void a_reset_ends_every_session_of_browsers_and_programs() throws InterruptedException {
        String email = house.account();
        Session session = house.logIn(email, PASSWORD);
        Tokens tokens = house.ask(visitor(), "account.createToken", new Credentials(email, PASSWORD), Tokens.class);
        reset(forget(email), NEW);
        assertThat(house.holds(session)).isFalse();
        assertThat(house.refusal(visitor(), "account.refreshToken", new RefreshToken(tokens.refreshToken()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_reset_makes_every_other_link_worthless() throws InterruptedException {
        String email = house.account();
        String first = forget(email);
        house.update("update platform.outbox set key = key || '/earlier' where key like 'password-forgotten/%'");
        house.ask(visitor(), "account.sendResetLink", new SendResetLink(email), MailSent.class);
        String second =
                house.mailedToken(email, text -> text.contains("reset-password") && !text.contains("token=" + first));
        reset(second, NEW);
        assertThat(resetRefusal(first, PASSWORD).code()).isEqualTo("link-expired");
    }

    @Test
    void a_link_lives_half_an_hour() throws InterruptedException {
        String email = house.account();
        String token = forget(email);
        move(email, "29 minutes");
        assertThat(resetRefusal(token, "short").status()).isEqualTo(400);
        move(email, "1 minute");
        assertThat(resetRefusal(token, NEW).code()).isEqualTo("link-expired");
        assertThat(house.logIn(email, PASSWORD)).isNotNull();
    }

    @Test
    void of_two_who_use_a_link_at_once_one_sets_the_password() throws InterruptedException {
        String email = house.account();
        String token = forget(email);
        List<Future<Integer>> tries = Stream.of(NEW, "ein ganz anderes Kennwort")
                .map(password -> house.platform()
                        .bus()
                        .request(visitor(), "account.resetPassword", new ResetPassword(token, password))
                        .map(200)
                        .otherwise(e -> ((Problem) e).status()))
                .toList();
        Future.join(tries).await();
        assertThat(tries.stream().map(Future::result)).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_a_mail_too() throws InterruptedException {
        String email = email();
        assertThat(house.ask(visitor(), "account.sendResetLink", new SendResetLink(email), MailSent.class))
                .isEqualTo(new MailSent(email));
        assertThat(house.mail(email, "chưa có tài khoản").text()).contains(email, "http://shop.test:8080/register");
    }

    @Test
    void a_reset_verifies_the_address_and_gives_a_first_password() throws InterruptedException {
        String email = house.account();
        house.update("update account.account set password_hash = null, verified_at = null where email = $1", email);
        assertThat(logInRefusal(email, PASSWORD).code()).isEqualTo("credentials");
        reset(forget(email), NEW);
        assertThat(house.logIn(email, NEW).identity().verified()).isTrue();
    }

    @Test
    void a_reset_lets_its_owner_in_at_once_however_many_have_guessed() throws InterruptedException {
        String email = house.account();
        Caller here = visitor();
        guessFromEverywhere(email);
        IntStream.range(0, 6).forEach(i -> logInRefusal(here, email, "wrong password " + i));
        house.prolongDelay(email);
        assertThat(logInRefusal(here, email, PASSWORD).status()).isEqualTo(429);
        house.ask(here, "account.resetPassword", new ResetPassword(forget(email), NEW), Object.class);
        assertThat(house.ask(here, "account.createSession", new Credentials(email, NEW), Session.class))
                .isNotNull();
    }

    @Test
    void guesses_of_strangers_do_not_keep_who_is_signed_in_from_changing_the_password() throws InterruptedException {
        String email = house.account();
        Session session = house.logIn(email, PASSWORD);
        guessFromEverywhere(email);
        assertThat(logInRefusal(email, PASSWORD).status()).isEqualTo(429);
        house.ask(caller(session), "account.changePassword", new ChangePassword(PASSWORD, NEW), Object.class);
        assertThat(house.holds(session)).isTrue();
    }

    /** What it takes a stranger many addresses and a while to reach. */
    private void guessFromEverywhere(String email) {
        logInRefusal(email, "a guess");
        house.update(
                "update account.login_attempt set failures = 40, last_at = clock_timestamp() + interval '30 seconds'"
                        + " where key = $1",
                Attempt.everywhere(email));
    }

    @Test
    void a_changed_password_ends_all_sessions_but_the_one_that_changed_it() throws InterruptedException {
        String email = house.account();
        Session here = house.logIn(email, PASSWORD);
        Session there = house.logIn(email, PASSWORD);
        String link = forget(email);
        house.ask(caller(here), "account.changePassword", new ChangePassword(PASSWORD, NEW), Object.class);
        assertThat(house.holds(here)).isTrue();
        assertThat(house.holds(there)).isFalse();
        assertThat(resetRefusal(link, PASSWORD).code()).isEqualTo("link-expired");
        assertThat(logInRefusal(email, PASSWORD).code()).isEqualTo("credentials");
        assertThat(house.logIn(email, NEW)).isNotNull();
        assertThat(house.mail(email, "đã được đổi")).isNotNull();
    }

    @Test
    void a_stolen_session_does_not_change_the_password_and_cannot_guess_it() throws InterruptedException {
        String email = house.account();
        Session stolen = house.logIn(email, PASSWORD);
        Problem wrong = changeRefusal(stolen, "a guess of a thief", NEW);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.violations().getFirst().field()).isEqualTo("password");
        IntStream.range(0, 5).forEach(i -> changeRefusal(stolen, "guess " + i, NEW));
        house.prolongDelay(stolen.identity().sessionId().toString());
        assertThat(changeRefusal(stolen, PASSWORD, NEW).status()).isEqualTo(429);
    }

    @Test
    void a_bad_new_password_is_refused_by_its_field() throws InterruptedException {
        Session session = house.logIn(house.account(), PASSWORD);
        assertThat(changeRefusal(session, PASSWORD, "MatKhau123")
                        .violations()
                        .getFirst()
                        .field())
                .isEqualTo("newPassword");
    }

    @Test
    void an_account_without_a_password_is_led_to_the_mailed_link() throws InterruptedException {
        String email = house.account();
        Session session = house.logIn(email, PASSWORD);
        house.update("update account.account set password_hash = null where email = $1", email);
        assertThat(changeRefusal(session, PASSWORD, NEW).code()).isEqualTo("password-missing");
    }

    @Test
    void a_login_overtaken_by_a_change_of_the_password_gets_no_session() throws InterruptedException {
        String email = house.account();
        Future<Object> login = house.database().transaction(transaction -> {
            transaction.run("select from account.account where email = $1 for update", email);
            Future<Object> asked = house.platform()
                    .bus()
                    .request(visitor(), "account.createSession", new Credentials(email, PASSWORD));
            awaitSomebodyWaiting();
            transaction.run("update account.account set password_hash = 'another' where email = $1", email);
            return asked;
        });
        Problem refused =
                (Problem) login.map((Throwable) null).otherwise(e -> e).await();
        assertThat(refused.code()).isEqualTo("credentials");
    }

    private void awaitSomebodyWaiting() {
        String waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock'";
        while (house.database().list(waiting, row -> 1).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private String forget(String email) throws InterruptedException {
        house.ask(visitor(), "account.sendResetLink", new SendResetLink(email), MailSent.class);
        return house.mailedToken(email, text -> text.contains("reset-password"));
    }

    private void reset(String token, String password) {
        house.ask(visitor(), "account.resetPassword", new ResetPassword(token, password), Object.class);
    }

    private Problem resetRefusal(String token, String password) {
        return house.refusal(visitor(), "account.resetPassword", new ResetPassword(token, password));
    }

    private Problem changeRefusal(Session session, String password, String wanted) {
        return house.refusal(caller(session), "account.changePassword", new ChangePassword(password, wanted));
    }

    private Problem logInRefusal(String email, String password) {
        return logInRefusal(visitor(), email, password);
    }

    private Problem logInRefusal(Caller caller, String email, String password) {
        return house.refusal(caller, "account.createSession", new Credentials(email, password));
    }

    private void move(String email, String interval) {
        house.update(
                "update account.one_time_token t set expires_at = expires_at - $2::text::interval"
                        + " from account.account a where a.id = t.account_id and a.email = $1",
                email,
                interval);
    }
}
