package rolt.platform;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The settings of a node, typed and checked before anything starts. Each comes from {@code conf/} or, over it, from the
 * environment variable of the same name; README.md lists them.
 *
 * @param vatPercent contained in every price
 */
public record Config(
        Environment environment,
        Http http,
        Cluster cluster,
        Postgres postgres,
        Redis redis,
        Smtp smtp,
        Vnpay vnpay,
        Auth auth,
        Media media,
        Google google,
        Workshop workshop,
        Chat chat,
        TcpBridge tcpBridge,
        int vatPercent) {

    public enum Environment {
        DEVELOPMENT,
        PRODUCTION
    }

    /**
     * @param publicUrl where browsers and VNPAY find the shop, without a trailing slash
     * @param trustedProxies how many proxies before the shop append to X-Forwarded-For; 0 trusts none
     * @param rateFactor multiplies every rate limit
     */
    public record Http(
            String host,
            int port,
            String managementHost,
            int managementPort,
            String publicUrl,
            int trustedProxies,
            int rateFactor) {}

    /** @param domains those this node hosts; empty for all */
    public record Cluster(boolean enabled, String host, int port, List<String> members, List<String> domains) {}

    public record Postgres(String url, int poolSize) {}

    public record Redis(String url) {}

    public record Smtp(URI url, String from) {}

    /**
     * @param hashSecrets the current secret first; older ones are still accepted, never used to sign, and may have a last
     *     day after an {@code @}
     * @param ipnSources the only addresses that notifications may come from; none for any
     * @param queryInterval between two queries of the whole cluster
     * @param logDays how long requests and answers are kept as they came
     */
    public record Vnpay(
            String payUrl,
            String apiUrl,
            String tmnCode,
            List<String> hashSecrets,
            List<String> ipnSources,
            Duration attemptLife,
            Duration queryInterval,
            int logDays) {}

    /**
     * @param jwtKeys PKCS#8 PEM keys for ES256; the first signs, all verify
     * @param encryptionKeys for the secrets that the database keeps; the first encrypts, all decrypt
     */
    public record Auth(
            List<String> jwtKeys,
            List<String> encryptionKeys,
            Duration accessLife,
            Duration refreshLife,
            Duration sessionLife) {}

    /**
     * Where pictures are kept.
     *
     * @param folder on local disk, shared by all nodes; null where an S3 bucket is used
     * @param bucket null where local disk is used
     */
    public record Media(Path folder, Bucket bucket) {
        /** Where uploads lie while they arrive. */
        public Path uploads() {
            return folder == null
                    ? Path.of(System.getProperty("java.io.tmpdir"), "rolt-uploads")
                    : folder.toAbsolutePath().resolve("uploads");
        }
    }

    /**
     * A bucket of S3 or of a service that speaks its protocol.
     *
     * @param endpoint null for Amazon's own
     * @param accessKey null, as the secret key, for those that the machine's role gives
     */
    public record Bucket(String name, String region, URI endpoint, String accessKey, String secretKey) {}

    /**
     * Signing in with Google.
     *
     * @param issuer whose OpenID Connect it is
     * @param clientId empty where it is not offered
     */
    public record Google(String issuer, String clientId, String clientSecret) {
        public boolean offered() {
            return !clientId.isEmpty();
        }
    }

    /**
     * The bench and the warranty.
     *
     * @param minutesPerDay that the whole bench works on a working day
     * @param closedDays besides the Sundays
     * @param partsMonths of warranty on what was bought, from the delivery
     * @param workMonths of warranty on what the bench did
     */
    public record Workshop(int minutesPerDay, List<LocalDate> closedDays, int partsMonths, int workMonths) {}

    /**
     * The support chat.
     *
     * @param supportMail where a first message goes while nobody is there; empty for where mails come from
     * @param idle after so long without a word a room is closed
     * @param absent after so long without a heartbeat its member's rooms go back into the queue
     */
    public record Chat(String supportMail, Duration idle, Duration absent) {}

    /**
     * The event bus over TCP, for programs on the same machine.
     *
     * @param port 0 for none
     * @param service the account that may answer addresses, null for none
     * @param answers the operations that it may answer, where no domain of this node does
     */
    public record TcpBridge(int port, UUID service, List<String> answers) {}

    /**
     * Reads the settings.
     *
     * @throws ConfigException naming every setting that is missing or wrong
     */
    public static Config of(JsonObject json) {
        Settings settings = new Settings(json);
        Environment environment = settings.oneOf("ROLT_ENV", Environment.class);
        Config config = new Config(
                environment,
                new Http(
                        settings.text("HOST"),
                        settings.port("PORT"),
                        settings.text("MANAGEMENT_HOST"),
                        settings.port("MANAGEMENT_PORT"),
                        settings.url("PUBLIC_URL", "http", "https"),
                        settings.number("TRUSTED_PROXIES", 0, 9),
                        settings.number("RATE_FACTOR", 1, 1_000_000)),
                new Cluster(
                        settings.flag("CLUSTER"),
                        settings.text("CLUSTER_HOST"),
                        settings.port("CLUSTER_PORT"),
                        settings.list("CLUSTER_MEMBERS"),
                        settings.list("DOMAINS")),
                postgres(settings),
                new Redis(settings.url("REDIS_URL", "redis", "rediss")),
                new Smtp(URI.create(settings.url("SMTP_URL", "smtp", "smtps")), settings.text("MAIL_FROM")),
                new Vnpay(
                        settings.url("VNPAY_PAY_URL", "http", "https"),
                        settings.url("VNPAY_API_URL", "http", "https"),
                        settings.text("VNPAY_TMN_CODE"),
                        settings.datedSecrets("VNPAY_HASH_SECRET"),
                        settings.addresses("VNPAY_IPN_SOURCES"),
                        Duration.ofMinutes(settings.number("VNPAY_ATTEMPT_MINUTES", 5, 15)),
                        Duration.ofSeconds(settings.number("VNPAY_QUERY_SECONDS", 1, 86_400)),
                        settings.number("VNPAY_LOG_DAYS", 1, 3_650)),
                new Auth(
                        settings.secrets("JWT_KEYS"),
                        settings.longSecrets("ENCRYPTION_KEYS"),
                        Duration.ofMinutes(settings.number("ACCESS_TOKEN_MINUTES", 1, 60)),
                        Duration.ofDays(settings.number("REFRESH_TOKEN_DAYS", 1, 365)),
                        Duration.ofDays(settings.number("SESSION_DAYS", 1, 365))),
                MediaSettings.read(settings),
                google(settings),
                workshop(settings),
                chat(settings),
                TcpBridgeSettings.read(settings),
                settings.number("VAT_PERCENT", 0, 99));
        settings.refuseDevelopmentIn(environment);
        settings.check();
        return config;
    }

    /**
     * Reads where the database is, and nothing else.
     *
     * @throws ConfigException where that is missing or wrong
     */
    public static Postgres postgres(JsonObject json) {
        Settings settings = new Settings(json);
        Postgres postgres = postgres(settings);
        settings.check();
        return postgres;
    }

    private static Postgres postgres(Settings settings) {
        return new Postgres(
                settings.url("DATABASE_URL", "postgresql", "postgres"), settings.number("DATABASE_POOL", 1, 500));
    }

    private static Google google(Settings settings) {
        settings.bothOrNeither("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET");
        return new Google(
                settings.url("GOOGLE_ISSUER", "http", "https"),
                settings.optional("GOOGLE_CLIENT_ID"),
                settings.optional("GOOGLE_CLIENT_SECRET"));
    }

    private static Workshop workshop(Settings settings) {
        return new Workshop(
                settings.number("BENCH_MINUTES_PER_DAY", 1, 100_000),
                settings.days("BENCH_CLOSED_DAYS"),
                settings.number("WARRANTY_MONTHS_PARTS", 0, 120),
                settings.number("WARRANTY_MONTHS_WORK", 0, 120));
    }

    private static Chat chat(Settings settings) {
        return new Chat(
                settings.optional("SUPPORT_MAIL"),
                Duration.ofSeconds(settings.number("CHAT_IDLE_SECONDS", 1, 86_400)),
                Duration.ofSeconds(settings.number("CHAT_ABSENT_SECONDS", 1, 86_400)));
    }
}
