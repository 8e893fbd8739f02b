package rolt.torture.ground;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.ConfigFiles;
import rolt.Main;
import rolt.Node;
import rolt.dev.DevConsole;
import rolt.dev.ShopNode;
import rolt.dev.mailbox.Mailbox;
import rolt.dev.services.EmbeddedPostgres;
import rolt.dev.services.EmbeddedRedis;
import rolt.dev.services.FreePort;
import rolt.dev.vnpay.Terminal;
import rolt.dev.vnpay.VnpaySimulator;

/** Two clustered nodes in JVMs of their own, what they stand on, and a member of the cluster in this JVM. */
public final class House implements AutoCloseable {
    private static final Path FOLDER = Path.of(".rolt", "torture").toAbsolutePath();
    private static final int NODES = 2;
    private static final String TMN_CODE = "ROLTTORT";
    private static final String HASH_SECRET = "SECRETOFTHETORTURE00000000000001";
    /** Between two queries at VNPAY, and two steps of a refund there. */
    private static final Duration VNPAY_INTERVAL = Duration.ofMillis(50);

    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;
    private final Mailbox mailbox;
    private final DevConsole console;
    private final List<Integer> ports = ports(NODES + 1);
    private final List<Integer> members = ports(NODES + 1);
    private final List<ShopNode> nodes = new ArrayList<>();
    private final Node member;

    /** Opens one with an empty database. */
    public House() {
        postgres = EmbeddedPostgres.in(FOLDER.resolve("postgres"))
                // A crash of the server is played, a crash of the machine is not.
                .setting("fsync", "off")
                .setting("full_page_writes", "off")
                .fresh()
                .start();
        redis = EmbeddedRedis.in(FOLDER.resolve("redis")).start();
        mailbox = Mailbox.start();
        Vertx vertx = Vertx.vertx();
        console = new DevConsole(vertx);
        new VnpaySimulator(
                        vertx,
                        Clock.systemUTC(),
                        VNPAY_INTERVAL,
                        new Terminal(TMN_CODE, HASH_SECRET, url(0) + "/vnpay/ipn"))
                .mount(console.router());
        console.listen(0).await();
        Map<String, String> hostsAlmostNothing = settings(NODES);
        hostsAlmostNothing.put("DOMAINS", "media");
        member = Main.start(ConfigFiles.load(hostsAlmostNothing)).await();
        IntStream.range(0, NODES).forEach(node -> nodes.add(start(node)));
    }

    private static List<Integer> ports(int count) {
        return IntStream.range(0, count).mapToObj(node -> FreePort.find()).toList();
    }

    private Map<String, String> settings(int node) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ROLT_ENV", "development",
                "PORT", String.valueOf(ports.get(node)),
                "MANAGEMENT_PORT", "0",
                "PUBLIC_URL", url(0),
                "RATE_FACTOR", "1000000",
                "DATABASE_URL", postgres.url(),
                "REDIS_URL", redis.url(),
                "SMTP_URL", mailbox.url(),
                "MEDIA_DIR", FOLDER.resolve("media").toString(),
                "JDK_JAVA_OPTIONS", "-Xmx400m"));
        settings.putAll(Map.of(
                "CLUSTER", "true",
                "CLUSTER_PORT", String.valueOf(members.get(node)),
                "CLUSTER_MEMBERS",
                        members.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","))));
        settings.putAll(Map.of(
                "VNPAY_QUERY_SECONDS",
                "1",
                "VNPAY_PAY_URL",
                console.url() + "/paymentv2/vpcpay.html",
                "VNPAY_API_URL",
                console.url() + "/merchant_webapi/api/transaction",
                "VNPAY_TMN_CODE",
                TMN_CODE,
                "VNPAY_HASH_SECRET",
                HASH_SECRET));
        return settings;
    }

    private String url(int node) {
        return "http://127.0.0.1:" + ports.get(node);
    }

    private ShopNode start(int node) {
        return ShopNode.start("node-" + (node + 1), FOLDER, settings(node));
    }

    public Shop shop() {
        List<String> urls = IntStream.range(0, NODES).mapToObj(this::url).toList();
        return new Shop(urls, member.platform(), mailbox, console.url());
    }

    public void kill(int node) {
        nodes.set(node, null).kill();
    }

    /** Starts the nodes that were killed. */
    public void revive() {
        Parallel.all(IntStream.range(0, NODES)
                .filter(node -> nodes.get(node) == null)
                .<Runnable>mapToObj(node -> () -> nodes.set(node, start(node)))
                .toList());
    }

    /** @param immediate whether it stops as in a crash, and recovers from its log */
    public void restartPostgres(boolean immediate) {
        if (immediate) {
            signal("QUIT", postgres.pid());
        }
        postgres.stop();
        postgres.start();
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-s", signal, String.valueOf(pid))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new Finding("No signal could be sent", e);
        }
    }

    public void restartRedis() {
        redis.stop();
        redis.start();
    }

    @Override
    public void close() {
        nodes.stream().filter(node -> node != null).forEach(ShopNode::close);
        member.stop().await();
        console.close();
        mailbox.close();
        redis.close();
        postgres.close();
    }
}
