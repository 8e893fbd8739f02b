package rolt.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.PrometheusScrapingHandler;
import rolt.platform.Config;

/** The port for operators: Prometheus metrics, away from the public. */
public final class ManagementVerticle extends VerticleBase {
    private final Config.Http http;
    private final PrometheusMeterRegistry metrics;

    public ManagementVerticle(Config.Http http, PrometheusMeterRegistry metrics) {
        this.http = http;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.get("/metrics").handler(PrometheusScrapingHandler.create(metrics));
        HttpServerOptions options =
                new HttpServerOptions().setHost(http.managementHost()).setPort(http.managementPort());
        return vertx.createHttpServer(options).requestHandler(router).listen();
    }
}
