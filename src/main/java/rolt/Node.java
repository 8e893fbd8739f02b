package rolt;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import rolt.gateway.ManagementVerticle;
import rolt.platform.Bus;
import rolt.platform.Cache;
import rolt.platform.Config;
import rolt.platform.Database;
import rolt.platform.MediaStore;
import rolt.platform.Platform;
import rolt.platform.RedisClient;

/** A running node: its Vert.x, its pools and what is deployed on it. */
public final class Node {
    private final Platform platform;
    private final PrometheusMeterRegistry metrics;
    private final List<String> deployments = new ArrayList<>();

    private Node(Platform platform, PrometheusMeterRegistry metrics) {
        this.platform = platform;
        this.metrics = metrics;
    }

    /** Makes the platform of a node and joins the cluster; nothing is deployed yet. */
    static Future<Node> open(Config config) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        VertxBuilder builder = Vertx.builder()
                .with(new VertxOptions()
                        .setMetricsOptions(
                                new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(metrics));
        Future<Vertx> vertx = config.cluster().enabled()
                ? builder.withClusterManager(Clusters.manager(config.cluster())).buildClustered()
                : Future.succeededFuture(builder.build());
        return vertx.map(v -> new Node(platform(v, config, metrics), metrics));
    }

    private static Platform platform(Vertx vertx, Config config, PrometheusMeterRegistry metrics) {
        Bus bus = new Bus(vertx);
        RedisClient redis = new RedisClient(vertx, config.redis());
        MediaStore store = MediaStore.open(vertx, config.media());
        Database database = Database.open(vertx, config.postgres());
        return new Platform(vertx, config, bus, database, new Cache(bus, redis), redis, store, metrics);
    }

    /** What its domains stand on; for measurements and tests in the same JVM. */
    public Platform platform() {
        return platform;
    }

    /** Deploys a domain on virtual threads, where this node hosts it. */
    Future<Void> host(String domain, Supplier<Deployable> verticle) {
        List<String> hosted = platform.config().cluster().domains();
        if (!hosted.isEmpty() && !hosted.contains(domain)) {
            return Future.succeededFuture();
        }
        return deploy(verticle.get());
    }

    /** Deploys on virtual threads. */
    Future<Void> deploy(Deployable verticle) {
        return deploy(() -> verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
    }

    /** Deploys an instance on each event loop. */
    Future<Void> deployOnEveryLoop(Supplier<Deployable> verticle) {
        int loops = Runtime.getRuntime().availableProcessors();
        return deploy(verticle, new DeploymentOptions().setInstances(loops));
    }

    Future<Void> deployManagement() {
        return deployOnOneLoop(new ManagementVerticle(platform.config().http(), metrics));
    }

    Future<Void> deployOnOneLoop(Deployable verticle) {
        return deploy(() -> verticle, new DeploymentOptions());
    }

    private Future<Void> deploy(Supplier<Deployable> verticle, DeploymentOptions options) {
        return platform.vertx().deployVerticle(verticle, options).map(id -> {
            deployments.addFirst(id);
            return null;
        });
    }

    /** Stops in the reverse order of the start: first no new request is taken, last the pools are closed. */
    public Future<Void> stop() {
        Future<Void> stopped = Future.succeededFuture();
        for (String id : deployments) {
            stopped = stopped.compose(v -> platform.vertx().undeploy(id));
        }
        return stopped.eventually(() -> {
            platform.database().close();
            platform.redis().close();
            platform.store().close();
            return platform.vertx().close();
        });
    }
}
