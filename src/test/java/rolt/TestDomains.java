package rolt;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rolt.platform.Bus;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.RedisClient;

/** A few domains over the bus, without a gateway, on an empty database of their own; they end with the JVM. */
public class TestDomains {
    private static final Map<String, String> SETTINGS = Map.of(
            "ROLT_ENV", "development",
            "PUBLIC_URL", "http://shop.test:8080",
            "SMTP_URL", "smtp://127.0.0.1:1",
            "VNPAY_PAY_URL", "http://vnpay.test",
            "VNPAY_API_URL", "http://vnpay.test");

    private final Platform platform;

    /** @param settings what differs from a node's that is alone and reaches neither mail server nor VNPAY */
    protected TestDomains(Map<String, String> settings, List<Function<Platform, Deployable>> domains) {
        platform = platform(config(settings));
        DeploymentOptions options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
        domains.forEach(domain ->
                platform.vertx().deployVerticle(domain.apply(platform), options).await());
    }

    private static Config config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.put("DATABASE_URL", TestServers.emptyDatabase());
        all.put("REDIS_URL", TestServers.redis().url());
        all.putAll(settings);
        return ConfigFiles.load(all);
    }

    private static Platform platform(Config config) {
        Vertx vertx = Vertx.vertx();
        Bus bus = new Bus(vertx);
        RedisClient redis = new RedisClient(vertx, config.redis());
        Database database = Database.open(vertx, config.postgres());
        return new Platform(
                vertx, config, bus, database, new Cache(bus, redis), redis, null, new SimpleMeterRegistry());
    }

    public final Platform platform() {
        return platform;
    }

    public final Database database() {
        return platform.database();
    }

    public final <O> O ask(Caller caller, String operation, Object input, Class<O> answer) {
        return platform.bus()
                .request(caller, operation, input)
                .map(found -> Json.record(found, answer))
                .await();
    }

    /** The problem an operation answers. */
    public final Problem refusal(Caller caller, String operation, Object input) {
        return (Problem) platform.bus()
                .request(caller, operation, input)
                .<Throwable>map(found -> null)
                .otherwise(e -> e)
                .await();
    }
}
