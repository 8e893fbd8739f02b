package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.account.AccountHouse.PASSWORD;
import static rolt.account.AccountHouse.email;
import static rolt.account.AccountHouse.visitor;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.Eventually;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.Identity;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Me;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.Register;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Verified;
import rolt.account.AccountMessages.VerifyEmail;
import rolt.dev.mailbox.Mailbox;
import rolt.dev.samples.SampleAccounts;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Role;

class AccountServiceIT {
    private final AccountHouse house = AccountHouse.open();

    @Test
    void a_registered_address_is_verified_by_the_mailed_link_once() throws InterruptedException {
        String email = email();
        house.register(" " + email.toUpperCase(java.util.Locale.ROOT) + " ", PASSWORD);
        VerifyEmail verify = new VerifyEmail(house.mailedToken(email), PASSWORD);
        assertThat(refusal(email, PASSWORD).code()).isEqualTo("credentials");
        assertThat(house.ask(visitor(), "account.verifyEmail", verify, Verified.class)
                        .email())
                .isEqualTo(email);
        assertThat(me(logIn(email, PASSWORD)).verified()).isTrue();
        assertThat(house.refusal(visitor(), "account.verifyEmail", verify).code())
                .isEqualTo("link-expired");
    }

    @Test
    void a_new_account_is_a_customer_with_the_language_it_was_made_in() throws InterruptedException {
        String email = email();
        Register register = new Register(email, PASSWORD, "Mai Anh", Language.EN);
        house.ask(visitor(), "account.register", register, MailSent.class);
        verify(house.mailedToken(email), PASSWORD);
        Me me = me(logIn(email, PASSWORD));
        assertThat(me.roles()).containsExactly(Role.CUSTOMER);
        assertThat(me.language()).isEqualTo(Language.EN);
        assertThat(house.mail(email).subject()).isEqualTo("Confirm your e-mail address");
        assertThat(house.mail(email).text()).contains("http://shop.test:8080/en/verify-email?token=");
    }

    @Test
    void registering_a_known_address_answers_the_same_and_tells_its_owner() throws InterruptedException {
        String email = house.account();
        Register again = new Register(email, "ein anderes Kennwort", "Somebody", null);
        assertThat(house.ask(visitor(), "account.register", again, MailSent.class))
                .isEqualTo(new MailSent(email));
        Mailbox.Mail mail = house.mailbox()
                .await(
                        m -> m.to().equals(email) && m.subject().equals("Bạn đã có tài khoản tại ROLT"),
                        java.time.Duration.ofSeconds(15))
                .orElseThrow();
        assertThat(mail.text()).contains("http://shop.test:8080/login");
        assertThat(me(logIn(email, PASSWORD)).name()).isEqualTo("Minh Anh");
    }

    @Test
    void who_registers_the_address_of_another_gets_neither_an_account_nor_a_password() throws InterruptedException {
        String email = email();
        house.register(email, "the password of a squatter");
        String squatted = house.mailedToken(email);
        house.register(email, PASSWORD);
        assertThat(verifyRefusal(squatted, PASSWORD).violations().getFirst().field())
                .isEqualTo("password");
        verify(laterToken(email, squatted), PASSWORD);
        assertThat(refusal(email, "the password of a squatter").code()).isEqualTo("credentials");
        assertThat(verifyRefusal(squatted, "the password of a squatter").code()).isEqualTo("link-expired");
        assertThat(logIn(email, PASSWORD)).isNotNull();
    }

    @Test
    void a_later_registration_of_another_takes_nothing_from_the_first() throws InterruptedException {
        String email = email();
        house.register(email, PASSWORD);
        String token = house.mailedToken(email);
        house.register(email, "the password of a squatter");
        verify(token, PASSWORD);
        assertThat(logIn(email, PASSWORD)).isNotNull();
    }

    @Test
    void of_two_who_verify_the_same_address_at_once_one_has_it() throws InterruptedException {
        String email = email();
        house.register(email, PASSWORD);
        String first = house.mailedToken(email);
        house.register(email, PASSWORD);
        String second = laterToken(email, first);
        List<Future<Integer>> tries = Stream.of(first, second, first, second)
                .map(token -> house.platform()
                        .bus()
                        .request(visitor(), "account.verifyEmail", new VerifyEmail(token, PASSWORD))
                        .map(200)
                        .otherwise(e -> ((Problem) e).status()))
                .toList();
        Future.join(tries).await();
        assertThat(tries.stream().map(Future::result)).containsExactlyInAnyOrder(200, 422, 422, 422);
    }

    @Test
    void a_link_that_is_a_day_old_verifies_nothing() throws InterruptedException {
        String email = email();
        house.register(email, PASSWORD);
        String token = house.mailedToken(email);
        update("update account.registration set expires_at = now() - interval '1 second' where email = $1", email);
        assertThat(verifyRefusal(token, PASSWORD).code()).isEqualTo("link-expired");
    }

    @Test
    void who_guesses_the_password_of_a_registration_has_to_wait() throws InterruptedException {
        String email = email();
        house.register(email, PASSWORD);
        String token = house.mailedToken(email);
        IntStream.range(0, 6).forEach(i -> verifyRefusal(token, "wrong password " + i));
        house.prolongDelay(new Token(token).fingerprint());
        assertThat(verifyRefusal(token, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void bad_input_is_refused_by_field() {
        assertThat(violated("not-an-address", PASSWORD, "A")).isEqualTo("email");
        assertThat(violated(email(), "short", "A")).isEqualTo("password");
        assertThat(violated(email(), "MatKhau123", "A")).isEqualTo("password");
        assertThat(violated(email(), PASSWORD, " ")).isEqualTo("name");
        assertThat(violated(email(), null, "A")).isEqualTo("password");
    }

    @Test
    void the_words_of_a_sent_mail_are_not_kept() throws InterruptedException {
        String email = house.account();
        assertThat(Eventually.ask(() -> kept(email), List::isEmpty)).isEmpty();
    }

    private List<String> kept(String email) {
        return house.database()
                .list(
                        "select payload::text from platform.outbox where payload::text like $1",
                        r -> r.getString(0),
                        "%" + email + "%");
    }

    @Test
    void there_is_a_sample_account_for_each_role_however_often_they_are_added() {
        SampleAccounts.add(house.database());
        SampleAccounts.add(house.database());
        Me technician = me(logIn("kythuat@rolt.local", SampleAccounts.PASSWORD));
        assertThat(technician.roles()).containsExactlyInAnyOrder(Role.CUSTOMER, Role.TECHNICIAN);
        assertThat(technician.verified()).isTrue();
        assertThat(me(logIn("khach@rolt.local", SampleAccounts.PASSWORD)).roles())
                .containsExactly(Role.CUSTOMER);
    }

    private String violated(String email, String password, String name) {
        Problem problem = house.refusal(visitor(), "account.register", new Register(email, password, name, null));
        assertThat(problem.status()).isEqualTo(400);
        return problem.violations().getFirst().field();
    }

    private Session logIn(String email, String password) {
        return house.ask(visitor(), "account.createSession", new Credentials(email, password), Session.class);
    }

    private Problem refusal(String email, String password) {
        return house.refusal(visitor(), "account.createSession", new Credentials(email, password));
    }

    private void verify(String token, String password) {
        house.ask(visitor(), "account.verifyEmail", new VerifyEmail(token, password), Verified.class);
    }

    private Problem verifyRefusal(String token, String password) {
        return house.refusal(visitor(), "account.verifyEmail", new VerifyEmail(token, password));
    }

    /** The token of the second mail. */
    private String laterToken(String email, String earlier) throws InterruptedException {
        return house.mailedToken(email, text -> !text.contains(earlier));
    }

    private Me me(Session session) {
        Identity identity = session.identity();
        Caller caller = new Caller(
                identity.accountId(),
                identity.sessionId(),
                identity.roles(),
                identity.language(),
                "127.0.0.1",
                "test-me-1");
        return house.ask(caller, "account.getMe", new Nothing(), Me.class);
    }

    private void update(String sql, Object... args) {
        house.database().run(sql, args);
    }
}
