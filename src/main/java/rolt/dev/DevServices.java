package rolt.dev;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import rolt.dev.google.GoogleSimulator;
import rolt.dev.mailbox.Mailbox;
import rolt.dev.services.EmbeddedPostgres;
import rolt.dev.services.EmbeddedRedis;
import rolt.dev.vnpay.Terminal;
import rolt.dev.vnpay.VnpaySimulator;

/** What the shop needs around it and the environment did not give: started side by side, stopped with the rest. */
final class DevServices {
    private static final List<String> VNPAY =
            List.of("VNPAY_PAY_URL", "VNPAY_API_URL", "VNPAY_TMN_CODE", "VNPAY_HASH_SECRET");

    private static final List<String> GOOGLE = List.of("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_ISSUER");
    private static final String TMN_CODE = "ROLTDEV1";
    /** VNPAY waits five minutes, longer than anybody developing wants to. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final DevOptions options;
    private final Path folder;
    private final Progress progress;
    private final Running running;
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    DevServices(DevOptions options, Path folder, Progress progress, Running running) {
        this.options = options;
        this.folder = folder;
        this.progress = progress;
        this.running = running;
    }

    /** Starts them all and returns the settings that lead the shop to them. */
    Map<String, String> start() throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var steps = Stream.<Callable<Void>>of(this::postgres, this::redis, this::console)
                    .toList();
            for (var step : executor.invokeAll(steps)) {
                step.get();
            }
            return Map.copyOf(settings);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DevProblem problem ? problem : new IllegalStateException(e.getCause());
        }
    }

    private Void postgres() {
        if (options.gives("DATABASE_URL")) {
            settings.put("DATABASE_URL", options.environment().get("DATABASE_URL"));
        } else {
            var name = options.fresh() ? "PostgreSQL, anew" : "PostgreSQL";
            settings.put(
                    "DATABASE_URL", progress.step(name, this::startPostgres).url());
        }
        return null;
    }

    private EmbeddedPostgres startPostgres() {
        var postgres = EmbeddedPostgres.in(folder.resolve("postgres"));
        if (options.fresh()) {
            postgres.fresh();
        }
        return running.add(postgres.start());
    }

    private Void redis() {
        if (options.gives("REDIS_URL")) {
            settings.put("REDIS_URL", options.environment().get("REDIS_URL"));
        } else {
            settings.put("REDIS_URL", progress.step("Redis", this::startRedis).url());
        }
        return null;
    }

    private EmbeddedRedis startRedis() {
        return running.add(EmbeddedRedis.in(folder.resolve("redis")).start());
    }

    private Void console() {
        var mailbox = !options.gives("SMTP_URL");
        var vnpay = VNPAY.stream().noneMatch(options::gives);
        var google = GOOGLE.stream().noneMatch(options::gives);
        if (mailbox || vnpay || google) {
            progress.step("Mailbox, VNPAY and Google", () -> console(mailbox, vnpay, google));
        }
        return null;
    }

    private DevConsole console(boolean withMailbox, boolean withVnpay, boolean withGoogle) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        running.add(() -> vertx.close().await());
        var console = withMailbox ? new DevConsole(vertx, mailbox()) : new DevConsole(vertx);
        if (withVnpay) {
            vnpay(vertx).mount(console.router());
        }
        console.listen(options.consolePort()).await();
        settings.put("DEV_URL", console.url());
        if (withGoogle) {
            google().mount(console.router());
            settings.put("GOOGLE_ISSUER", GoogleSimulator.issuer(console.url()));
        }
        if (withVnpay) {
            settings.put("VNPAY_PAY_URL", console.url() + "/paymentv2/vpcpay.html");
            settings.put("VNPAY_API_URL", console.url() + "/merchant_webapi/api/transaction");
        }
        return console;
    }

    /** Its payments end with it, so that a secret of its own for every run is as good as a lasting one. */
    private VnpaySimulator vnpay(Vertx vertx) {
        var secret = UUID.randomUUID().toString().replace("-", "");
        settings.put("VNPAY_TMN_CODE", TMN_CODE);
        settings.put("VNPAY_HASH_SECRET", secret);
        settings.put("VNPAY_QUERY_SECONDS", String.valueOf(RETRY.toSeconds() + 1));
        var notified = "http://127.0.0.1:" + options.shopPort() + "/vnpay/ipn";
        return new VnpaySimulator(vertx, Clock.systemUTC(), RETRY, new Terminal(TMN_CODE, secret, notified));
    }

    private GoogleSimulator google() {
        var secret = UUID.randomUUID().toString();
        settings.put("GOOGLE_CLIENT_ID", "rolt-dev");
        settings.put("GOOGLE_CLIENT_SECRET", secret);
        return new GoogleSimulator("rolt-dev", secret);
    }

    private Mailbox mailbox() {
        var mailbox = running.add(Mailbox.start());
        settings.put("SMTP_URL", mailbox.url());
        return mailbox;
    }
}
