package rolt.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.dev.samples.SampleOrders;
import rolt.dev.samples.Samples;
import rolt.dev.services.FolderLock;
import rolt.platform.Migrations;

/** {@code ./rolt dev}: the whole shop on one machine, with everything around it, until Ctrl-C. */
public final class Dev {
    private static final Path FOLDER = Path.of(".rolt");

    private final DevOptions options;
    private final Progress progress = new Progress(System.out);
    private final Running running = new Running();

    private Dev(DevOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        try {
            new Dev(DevOptions.parse(arguments, System.getenv())).run();
        } catch (DevProblem e) {
            fail(e, e.getMessage());
        }
    }

    private void run() {
        try {
            start();
        } catch (IOException | InterruptedException | RuntimeException e) {
            // What is stopped in the middle of its start fails, and nobody wants to hear of it.
            if (!running.isStopping()) {
                running.stop();
                fail(e, sentence(e));
            }
        }
    }

    private static void migrate(String database) {
        try {
            Migrations.run(database);
        } catch (IllegalStateException e) {
            String reason = e.getMessage().lines().findFirst().orElse("");
            throw new DevProblem(
                    "The data in .rolt is of another version of the tables (" + reason
                            + "); ./rolt dev --fresh begins anew.",
                    e);
        }
    }

    private static String sentence(Exception e) {
        return e instanceof DevProblem
                ? e.getMessage()
                : "ROLT could not start: " + Objects.requireNonNullElse(e.getMessage(), e.toString())
                        + " (.rolt/dev.log has more).";
    }

    private static void fail(Exception reason, String sentence) {
        log().info(sentence, reason);
        System.err.println(sentence);
        System.exit(1);
    }

    /** Not a constant: the log file wants the folder to be there. */
    private static Logger log() {
        return LoggerFactory.getLogger(Dev.class);
    }

    private void start() throws IOException, InterruptedException {
        running.add(FolderLock.take(FOLDER, "Another ./rolt dev already runs in this folder: stop it first."));
        new Requirements(options).check(FOLDER);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        progress.say("Starting ROLT");
        var services = new DevServices(options, FOLDER, progress, running).start();
        publish(services);
        var nodes = new ShopNodes(options, FOLDER, services);
        fill(nodes.settings(0));
        for (var node = 0; node < options.nodes(); node++) {
            startNode(nodes, node);
        }
        Files.writeString(FOLDER.resolve("ready"), Instant.now().toString());
        progress.say(Welcome.text(options, nodes, services));
        progress.say("\nReady after " + progress.total() + ". Ctrl-C stops everything.");
        if (services.containsKey("VNPAY_PAY_URL") && Samples.belongIn(services.get("DATABASE_URL"))) {
            Thread.ofVirtual().start(() -> order(nodes.url(0), services.get("DEV_URL")));
        }
    }

    /** Beside the running shop, which serves meanwhile. What goes wrong is told, and the shop is none the worse. */
    private void order(String shop, String console) {
        try {
            new SampleOrders(shop, console).add();
        } catch (RuntimeException e) {
            if (!running.isStopping()) {
                log().warn("The sample orders are not complete", e);
                progress.say("The sample orders are not complete: " + sentence(e));
            }
        }
    }

    /** Before anything is served: a page of an empty shop would be kept. */
    private void fill(Map<String, String> settings) {
        var database = Shop.config(settings).postgres().url();
        progress.step("Tables", () -> migrate(database));
        if (Samples.belongIn(database)) {
            progress.step("Sample data", () -> Samples.add(settings));
        }
    }

    private void startNode(ShopNodes nodes, int node) {
        var name = options.nodes() == 1 ? "Shop" : "Shop, node " + (node + 1);
        progress.step(name, () -> running.add(nodes.start(node)));
    }

    /** Tells other commands, such as ./rolt seed, where the services of this run are. */
    private void publish(Map<String, String> services) throws IOException {
        var file = FOLDER.resolve("running.env");
        running.add(() -> Files.deleteIfExists(file));
        Files.deleteIfExists(file);
        Files.createFile(file);
        Files.setAttribute(file, "unix:mode", 0600);
        Files.writeString(
                file,
                services.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private void stop() {
        if (!running.isStopping()) {
            progress.say("\nStopping");
            running.stop();
        }
    }
}
