package rolt;

import io.vertx.core.Vertx;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.dev.DevConsole;
import rolt.dev.google.GoogleSimulator;
import rolt.dev.mailbox.Mailbox;
import rolt.dev.services.EmbeddedPostgres;
import rolt.dev.services.EmbeddedRedis;
import rolt.dev.services.FreePort;
import rolt.dev.vnpay.Terminal;
import rolt.dev.vnpay.VnpaySimulator;
import rolt.ordering.OrderingMessages.ExpireOrders;
import rolt.platform.AccessTokens;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Role;

/**
 * The shop as the tests meet it: two clustered nodes over a real Postgres, a real Redis, a mailbox and the VNPAY
 * simulator. Started once for all tests of a JVM; each test makes customers and products of its own.
 */
public final class TestShop {
    public static final String TMN_CODE = "ROLTTEST";
    public static final String HASH_SECRET = "SECRETOFTHETESTS0000000000000001";
    /** Replaced by the other one, and good for a while. */
    public static final String OLD_SECRET = "OLDSECRETOFTHETESTS0000000000001";
    /** Replaced long ago. */
    public static final String DEAD_SECRET = "DEADSECRETOFTHETESTS000000000001";
    /** How long the simulator waits between two notifications, and refuses a further query. */
    public static final Duration VNPAY_INTERVAL = Duration.ofMillis(200);

    private static TestShop running;

    public final EmbeddedPostgres postgres;
    public final EmbeddedRedis redis;
    public final Mailbox mailbox;
    public final VnpaySimulator vnpay;
    public final GoogleSimulator google = new GoogleSimulator("rolt-test", "secret-of-the-tests");
    public final RunningClock vnpayClock = new RunningClock();
    public final DevConsole console;
    public final List<String> urls;
    public final String signingKey = newSigningKey();
    private final List<Node> nodes;
    private final AccessTokens tokens;

    /** The one shop of this JVM. */
    public static synchronized TestShop running() {
        if (running == null) {
            try {
                running = new TestShop();
            } catch (Exception e) {
                throw new IllegalStateException("The test shop does not start", e);
            }
        }
        return running;
    }

    private TestShop() throws Exception {
        postgres = TestServers.postgres();
        redis = TestServers.redis();
        mailbox = Mailbox.start();
        Vertx vertx = Vertx.vertx();
        console = new DevConsole(vertx, mailbox);
        vnpay = new VnpaySimulator(vertx, vnpayClock, VNPAY_INTERVAL);
        vnpay.mount(console.router());
        google.mount(console.router());
        console.listen(0).await();
        urls = List.of("http://127.0.0.1:" + FreePort.find(), "http://127.0.0.1:" + FreePort.find());
        vnpay.add(new Terminal(TMN_CODE, HASH_SECRET, urls.getFirst() + "/vnpay/ipn"));
        List<Integer> members = List.of(FreePort.find(), FreePort.find());
        nodes = List.of(start(0, members), start(1, members));
        tokens = new AccessTokens(vertx, platform().config().auth());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    private Node start(int node, List<Integer> members) {
        Map<String, String> settings = settings(urls.get(node));
        settings.putAll(Map.of(
                "CLUSTER",
                "true",
                "CLUSTER_PORT",
                members.get(node).toString(),
                "CLUSTER_MEMBERS",
                "127.0.0.1:" + members.getFirst() + ",127.0.0.1:" + members.getLast()));
        return Main.start(ConfigFiles.load(settings)).await();
    }

    /** A node of its own beside the two, on the same database, to be stopped by who has started it. */
    public record Alone(String url, Node node) {
        public void stop() {
            node.stop().await();
        }
    }

    /** @param more settings than those of the tests */
    public Alone startAlone(Map<String, String> more) {
        String url = "http://127.0.0.1:" + FreePort.find();
        Map<String, String> settings = settings(url);
        settings.putAll(more);
        return new Alone(url, Main.serve(ConfigFiles.load(settings)).await());
    }

    private Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ROLT_ENV", "development",
                "PORT", url.replaceAll(".*:", ""),
                "MANAGEMENT_PORT", "0",
                "PUBLIC_URL", urls.getFirst(),
                "DATABASE_URL", postgres.url(),
                "REDIS_URL", redis.url(),
                "SMTP_URL", mailbox.url(),
                "JWT_KEYS", signingKey));
        settings.put("MEDIA_DIR", "target/test-shop/media");
        // Tests ask VNPAY themselves.
        settings.put("VNPAY_QUERY_SECONDS", "86400");
        settings.put("VNPAY_IPN_SOURCES", "127.0.0.1");
        settings.putAll(Map.of(
                "VNPAY_PAY_URL",
                console.url() + "/paymentv2/vpcpay.html",
                "VNPAY_API_URL",
                console.url() + "/merchant_webapi/api/transaction",
                "VNPAY_TMN_CODE",
                TMN_CODE,
                "VNPAY_HASH_SECRET",
                HASH_SECRET + "," + OLD_SECRET + "@2999-12-31," + DEAD_SECRET + "@2025-12-31"));
        settings.putAll(Map.of(
                "GOOGLE_ISSUER",
                GoogleSimulator.issuer(console.url()),
                "GOOGLE_CLIENT_ID",
                "rolt-test",
                "GOOGLE_CLIENT_SECRET",
                "secret-of-the-tests"));
        return settings;
    }

    /** The first node's, for what only the bus is asked. */
    public Platform platform() {
        return nodes.getFirst().platform();
    }

    /** One of the two nodes'. */
    public Platform platform(int node) {
        return nodes.get(node).platform();
    }

    /** Does at once what the nodes do every ten seconds. */
    public void expireOrders() {
        nodes.getFirst()
                .platform()
                .bus()
                .request(Caller.system("test"), "ordering.expireOrders", new ExpireOrders(1_000))
                .await();
    }

    private void stop() {
        nodes.forEach(node -> node.stop().await());
        console.close();
        mailbox.close();
    }

    /** A client of one of the two nodes, who is nobody yet. */
    public Client client(int node) {
        return new Client(this, urls.get(node % urls.size()));
    }

    /** Adds an account with a verified address and a session; answers an access token of it. */
    String signIn(String email, Set<Role> roles) {
        String ids = text("""
                with account as (
                    insert into account.account (email, password_hash, name, verified_at)
                    values (?, null, 'Lê Thu Hà', now()) returning id),
                roles as (
                    insert into account.account_role (account_id, role)
                    select id, unnest(string_to_array(?, ',')) from account)
                insert into account.session (kind, account_id, expires_at)
                select 'API', id, now() + interval '1 hour' from account returning account_id || ' ' || id
                """, email, roles.stream().map(Role::name).collect(Collectors.joining(",")));
        String[] accountAndSession = ids.split(" ");
        return tokens.issue(UUID.fromString(accountAndSession[0]), UUID.fromString(accountAndSession[1]));
    }

    /** One value from the database: what a test may not ask the shop itself. */
    public long number(String sql, Object... args) {
        return Long.parseLong(text(sql, args));
    }

    public String text(String sql, Object... args) {
        return textFrom(postgres.url(), sql, args);
    }

    /** As {@link #text}, from another database. */
    static String textFrom(String url, String sql, Object... args) {
        try (Connection connection = DriverManager.getConnection(jdbc(url));
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            if (!statement.execute()) {
                return String.valueOf(statement.getUpdateCount());
            }
            ResultSet rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String jdbc(String url) {
        java.net.URI uri = java.net.URI.create(url);
        String[] user = uri.getUserInfo().split(":");
        return "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath() + "?user=" + user[0]
                + "&password=" + user[1];
    }

    private static String newSigningKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
