package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import rolt.platform.Config;

/** The HTTP server of one event loop. */
public final class GatewayVerticle extends VerticleBase {
    private static final int DRAIN_SECONDS = 20;
    /** How long who is hung up may take to say so, too. */
    private static final int CLOSING_SECONDS = 2;

    private static final int LONGEST_ADDRESS = 8_192;
    private static final int LONGEST_FIELD = 8 << 20;
    private static final int MOST_FIELDS = 4_096;
    private static final String API = "/api/v1";
    private static final Duration HEARTBEAT = Duration.ofSeconds(25);

    private final Gateway gateway;
    private final Contract contract;
    private final OpenAPIContract openApi;
    private final List<Consumer<Router>> others;
    private Bridge bridge;
    private HttpServer server;

    /**
     * @param openApi the same contract as the router builder wants it
     * @param others mount what is not in the contract: pages, assets and the few handwritten routes
     */
    public GatewayVerticle(Gateway gateway, Contract contract, OpenAPIContract openApi, List<Consumer<Router>> others) {
        this.gateway = gateway;
        this.contract = contract;
        this.openApi = openApi;
        this.others = others;
    }

    @Override
    public Future<?> start() {
        return listen(router(vertx));
    }

    /** Everything that a node answers. */
    Router router(Vertx vertx) {
        Router api = new ApiRoutes(gateway).router(RouterBuilder.create(vertx, openApi), contract);
        Router root = root(vertx, api);
        refusals(root, new Methods(gateway.problems()).of(api, API).of(root, ""));
        return root;
    }

    private Router root(Vertx vertx, Router api) {
        Router root = Router.router(vertx);
        new Protection(gateway).mount(root);
        root.route().handler(new CrossOrigin(gateway));
        new HealthRoutes(gateway.platform()).mount(root);
        new ContractRoutes(contract).mount(root);
        new VnpayCallback(gateway).mount(root);
        bridge = new Bridge(vertx, gateway);
        bridge.mount(root);
        new ChatSocketRoute(vertx, gateway, HEARTBEAT).mount(root);
        new SessionRoutes(gateway).mount(root);
        new UploadRoutes(gateway, contract).mount(root);
        root.route(API + "/*").subRouter(api);
        others.forEach(other -> other.accept(root));
        return root;
    }

    private void refusals(Router root, Methods methods) {
        root.route("/api/*").handler(methods::refuse);
        root.route().failureHandler(gateway.problems()::answer);
        for (int status : new int[] {400, 404, 413, 414, 415, 500}) {
            root.errorHandler(status, gateway.problems()::answer);
        }
        root.errorHandler(405, methods::refuse);
    }

    /**
     * Without HTTP/2 in clear text: proxies speak HTTP/1.1 behind TLS, an upgrade could carry requests past their rules,
     * and over it the server sends a body after HEAD and SockJS's polling ends its own session.
     */
    private Future<HttpServer> listen(Router root) {
        Config.Http http = gateway.platform().config().http();
        server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(http.host())
                .setPort(http.port())
                .setCompressionSupported(true)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(LONGEST_ADDRESS)
                // Each form has a limit as a whole, where it is received; one field of it may be nearly as long.
                .setMaxFormAttributeSize(LONGEST_FIELD)
                .setMaxFormFields(MOST_FIELDS)
                .setMaxWebSocketFrameSize(Bridge.FRAME_BYTES)
                .setMaxWebSocketMessageSize(Bridge.FRAME_BYTES)
                .setWebSocketClosingTimeout(CLOSING_SECONDS)
                .setIdleTimeout(90)
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        return server.requestHandler(root).listen();
    }

    /** Takes no new request, and finishes those in flight; who holds a socket goes on at another node at once. */
    @Override
    public Future<?> stop() {
        if (server == null) {
            return Future.succeededFuture();
        }
        Future<?> stopped = server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
        bridge.hangUp();
        return stopped;
    }
}
