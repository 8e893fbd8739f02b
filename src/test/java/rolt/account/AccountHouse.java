package rolt.account;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.ConfigFiles;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Register;
import rolt.account.AccountMessages.Verified;
import rolt.account.AccountMessages.VerifyEmail;
import rolt.dev.EmbeddedPostgres;
import rolt.dev.EmbeddedRedis;
import rolt.dev.Mailbox;
import rolt.mail.MailVerticle;
import rolt.platform.Bus;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Migrations;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.RedisClient;

/** The account and mail domains on a real database and mail server, for tests; one for all of them. */
public final class AccountHouse {
    public static final String PASSWORD = "cao su và đồng thau";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern LINK = Pattern.compile("verify-email\\?token=([A-Za-z0-9_-]{22})");
    private static AccountHouse house;

    private final Mailbox mailbox = Mailbox.start();
    private final Platform platform;

    /** The house, opened at its first use; its servers end with the JVM. */
    public static synchronized AccountHouse open() {
        if (house == null) {
            house = new AccountHouse();
        }
        return house;
    }

    private AccountHouse() {
        EmbeddedPostgres postgres = EmbeddedPostgres.in(Path.of("target/account-house/postgres"))
                .durable(false)
                .fresh()
                .start();
        EmbeddedRedis redis =
                EmbeddedRedis.in(Path.of("target/account-house/redis")).start();
        Migrations.run(postgres.url());
        Vertx vertx = Vertx.vertx();
        Config config = config(postgres.url(), redis.url(), mailbox.url());
        Bus bus = new Bus(vertx);
        RedisClient redisClient = new RedisClient(vertx, config.redis());
        platform = new Platform(
                vertx,
                config,
                bus,
                Database.open(vertx, config.postgres()),
                new Cache(bus, redisClient),
                redisClient,
                new SimpleMeterRegistry());
        DeploymentOptions options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
        vertx.deployVerticle(new AccountVerticle(platform), options).await();
        vertx.deployVerticle(new MailVerticle(platform), options).await();
    }

    private static Config config(String database, String redis, String smtp) {
        return ConfigFiles.load(Map.of(
                "ROLT_ENV", "development",
                "PUBLIC_URL", "http://shop.test:8080",
                "TRUSTED_PROXIES", "1",
                "DATABASE_URL", database,
                "REDIS_URL", redis,
                "SMTP_URL", smtp,
                "VNPAY_PAY_URL", "http://vnpay.test",
                "VNPAY_API_URL", "http://vnpay.test",
                "JWT_KEYS", TestKeys.NEW + "," + TestKeys.OLD));
    }

    public Platform platform() {
        return platform;
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

    public <O> O ask(Caller caller, String operation, Object input, Class<O> answer) {
        return platform.bus()
                .request(caller, operation, input)
                .map(a -> Json.record(a, answer))
                .await();
    }

    /** The problem an operation answers. */
    public Problem refusal(Caller caller, String operation, Object input) {
        Future<Object> asked = platform.bus().request(caller, operation, input);
        return (Problem) asked.map((Throwable) null).otherwise(e -> e).await();
    }

    /** Registers and verifies. */
    public String account() throws InterruptedException {
        String email = email();
        register(email, PASSWORD);
        ask(visitor(), "account.verifyEmail", new VerifyEmail(mailedToken(email)), Verified.class);
        return email;
    }

    public void register(String email, String password) {
        ask(visitor(), "account.register", new Register(email, password, "Minh Anh", null), MailSent.class);
    }

    /** Gives an account a role, as an administrator will. */
    public void promote(UUID accountId, String role) {
        onVirtualThread(() -> platform.database()
                .run("insert into account.account_role (account_id, role) values ($1, $2)", accountId, role));
        platform.bus().publish(AccountMessages.CHANGED, new AccountChanged(accountId));
    }

    public Mailbox.Mail mail(String email) throws InterruptedException {
        return mailbox.await(mail -> mail.to().equals(email), PATIENCE).orElseThrow();
    }

    public String mailedToken(String email) throws InterruptedException {
        Matcher matcher = LINK.matcher(mail(email).text());
        if (!matcher.find()) {
            throw new AssertionError("No link in the mail");
        }
        return matcher.group(1);
    }

    /** Runs what awaits the database where it may. */
    public <T> T onVirtualThread(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        VerticleBase verticle = new VerticleBase() {
            @Override
            public Future<?> start() throws Exception {
                result.complete(work.call());
                return Future.succeededFuture();
            }
        };
        DeploymentOptions options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
        platform.vertx().deployVerticle(verticle, options).await();
        return result.join();
    }
}
