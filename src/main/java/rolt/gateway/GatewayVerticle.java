package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import rolt.platform.Config;

/** The HTTP server of one event loop. */
public final class GatewayVerticle extends VerticleBase {
    private static final int DRAIN_SECONDS = 20;
    private static final int LONGEST_ADDRESS = 8_192;

    private final Gateway gateway;
    private final Contract contract;
    private final List<Consumer<Router>> others;
    private HttpServer server;

    /** @param others mount what is not in the contract: pages, assets and the few handwritten routes */
    public GatewayVerticle(Gateway gateway, Contract contract, List<Consumer<Router>> others) {
        this.gateway = gateway;
        this.contract = contract;
        this.others = others;
    }

    @Override
    public Future<?> start() {
        return contract.openApi(vertx)
                .map(openApi -> new ApiRoutes(gateway).router(RouterBuilder.create(vertx, openApi), contract))
                .compose(this::listen);
    }

    private Future<HttpServer> listen(Router api) {
        Router root = Router.router(vertx);
        new Protection(gateway).mount(root);
        root.route().handler(new CrossOrigin(gateway));
        new HealthRoutes(gateway.platform()).mount(root);
        new ContractRoutes(contract).mount(root);
        new VnpayCallback(gateway).mount(root);
        new Bridge(vertx, gateway).mount(root);
        new SessionRoutes(gateway).mount(root);
        root.route("/api/v1/*").subRouter(api);
        others.forEach(other -> other.accept(root));
        root.route().failureHandler(gateway.problems()::answer);
        for (int status : new int[] {400, 404, 405, 413, 414, 415, 500}) {
            root.errorHandler(status, gateway.problems()::answer);
        }
        Config.Http http = gateway.platform().config().http();
        server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(http.host())
                .setPort(http.port())
                .setCompressionSupported(true)
                .setMaxInitialLineLength(LONGEST_ADDRESS)
                .setMaxWebSocketFrameSize(Bridge.FRAME_BYTES)
                .setMaxWebSocketMessageSize(Bridge.FRAME_BYTES)
                .setIdleTimeout(90)
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        return server.requestHandler(root).listen();
    }

    /** Takes no new request, and finishes those in flight. */
    @Override
    public Future<?> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
    }
}
