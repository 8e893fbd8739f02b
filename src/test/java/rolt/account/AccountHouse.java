package rolt.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.TestDomains;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.Device;
import rolt.account.AccountMessages.IdentifySession;
import rolt.account.AccountMessages.Identity;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Register;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Verified;
import rolt.account.AccountMessages.VerifyEmail;
import rolt.dev.mailbox.Mailbox;
import rolt.mail.MailVerticle;
import rolt.platform.Caller;
import rolt.platform.Language;

/** The account and mail domains with a mailbox; one for all tests. */
public final class AccountHouse extends TestDomains {
    public static final String PASSWORD = "cao su và đồng thau";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("[?]token=([A-Za-z0-9_-]{22})");
    private static AccountHouse house;

    private final Mailbox mailbox;

    /** The house, opened at its first use; it ends with the JVM. */
    public static synchronized AccountHouse open() {
        if (house == null) {
            house = new AccountHouse(Mailbox.start());
        }
        return house;
    }

    private AccountHouse(Mailbox mailbox) {
        super(
                Map.of(
                        "SMTP_URL",
                        mailbox.url(),
                        "TRUSTED_PROXIES",
                        "1",
                        "JWT_KEYS",
                        TestKeys.NEW + "," + TestKeys.OLD),
                List.of(AccountVerticle::new, MailVerticle::new));
        this.mailbox = mailbox;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** A visitor from an address of its own, so that no test waits for the failures of another. */
    public static Caller visitor() {
        String address = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + ":"
                + UUID.randomUUID().toString().substring(0, 4) + "::1";
        return new Caller(
                null, null, Set.of(), Language.VI, address, UUID.randomUUID().toString());
    }

    public static String email() {
        return UUID.randomUUID() + "@example.vn";
    }

    /** Registers and verifies. */
    public String account() throws InterruptedException {
        String email = email();
        register(email, PASSWORD);
        ask(visitor(), "account.verifyEmail", new VerifyEmail(mailedToken(email), PASSWORD), Verified.class);
        return email;
    }

    public void register(String email, String password) {
        ask(visitor(), "account.register", new Register(email, password, "Minh Anh", null), MailSent.class);
    }

    /** Gives an account a role, as an administrator will. */
    public void promote(UUID accountId, String role) {
        database().run("insert into account.account_role (account_id, role) values ($1, $2)", accountId, role);
        platform().bus().publish(AccountMessages.CHANGED, new AccountChanged(accountId));
    }

    /** A browser's login from an address of its own. */
    public Session logIn(String email, String password) {
        return ask(visitor(), "account.createSession", new Credentials(email, password), Session.class);
    }

    /** Who calls in a session. */
    public static Caller caller(Session session) {
        Caller visitor = visitor();
        Identity identity = session.identity();
        return new Caller(
                identity.accountId(),
                identity.sessionId(),
                identity.roles(),
                visitor.language(),
                visitor.address(),
                visitor.requestId());
    }

    /** Whether a browser session still holds. */
    public boolean holds(Session session) {
        return refusal(
                        visitor(),
                        "account.identifySession",
                        new IdentifySession(session.token(), new Device(null, null)))
                == null;
    }

    /** Lets a delay that has begun last longer than a slow machine takes to try again: all that names this. */
    public void prolongDelay(String counted) {
        update(
                "update account.login_attempt set last_at = last_at + interval '30 seconds'"
                        + " where position($1 in key) > 0 and failures > tolerated",
                counted);
    }

    /** Changes rows: what a test does instead of waiting. */
    public int update(String sql, Object... args) {
        return database().run(sql, args);
    }

    /** The first mail to an address whose subject contains the words. */
    public Mailbox.Mail mail(String email, String subject) throws InterruptedException {
        return mailbox.await(mail -> mail.to().equals(email) && mail.subject().contains(subject), PATIENCE)
                .orElseThrow();
    }

    public Mailbox.Mail mail(String email) throws InterruptedException {
        return mailbox.await(mail -> mail.to().equals(email), PATIENCE).orElseThrow();
    }

    public String mailedToken(String email) throws InterruptedException {
        return mailedToken(email, text -> true);
    }

    /** The token of the first mail that reads so. */
    public String mailedToken(String email, Predicate<String> reads) throws InterruptedException {
        String text = mailbox.await(mail -> mail.to().equals(email) && reads.test(mail.text()), PATIENCE)
                .orElseThrow()
                .text();
        Matcher matcher = LINK.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No link in the mail");
        }
        return matcher.group(1);
    }
}
