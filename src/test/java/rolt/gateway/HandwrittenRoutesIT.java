package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.TestShop;
import rolt.platform.Texts;
import rolt.web.WebRoutes;

/** The contract routes itself; what is routed by hand besides pages stands here, and nowhere else. */
class HandwrittenRoutesIT {
    private static final Set<String> HANDWRITTEN = Set.of(
            // Where the contract's own routes begin, and what refuses the rest
            "* /api/v1/*",
            "* /api/*",
            // The contract for readers
            "GET /api/openapi.yaml",
            "GET /api/asyncapi.json",
            "GET /api/asyncapi.yaml",
            "GET /api/docs",
            "GET /api/docs/*",
            "GET /api/docs/start.js",
            // A browser's login, whose answer is a cookie
            "POST /api/v1/session",
            "POST /api/v1/session/second-factor",
            "DELETE /api/v1/session",
            // Others check our tokens with these
            "GET /.well-known/jwks.json",
            // SockJS, and the limits of what it may be sent
            "* /eventbus/*",
            "POST /eventbus/*",
            "POST /eventbus/:server/:session/xhr_send",
            // A room of the chat as a plain websocket
            "GET /ws/chat/:room",
            // VNPAY signs every parameter, declared or not
            "* /vnpay/ipn",
            "GET /vnpay/return",
            // For a balancer
            "GET /health/live",
            "GET /health/ready",
            // Files and drawings
            "GET /assets/*",
            "GET /media/:picture/:file",
            "GET /pictures/:name",
            "GET /pictures/boards/:name",
            "GET /pictures/builds/:name",
            "GET /pictures/builds/:name.png",
            "GET /pictures/curves/:name");

    private static final List<String> WATCHED =
            List.of("/api", "/media", "/vnpay", "/eventbus", "/ws", "/health", "/.well-known", "/pictures", "/assets");

    private final Contract contract = Contract.load();

    @Test
    void what_is_not_routed_by_the_contract_is_on_one_list() {
        Set<String> routed = watched(router());
        assertThat(routed).containsAll(uploads());
        routed.removeAll(uploads());
        assertThat(routed).containsExactlyInAnyOrderElementsOf(HANDWRITTEN);
    }

    /** As a running node has it. */
    private Router router() {
        var platform = TestShop.running().platform();
        Vertx vertx = platform.vertx();
        Texts texts = Texts.load();
        Gateway gateway = Gateway.of(platform, contract, new Problems(texts));
        WebRoutes web = new WebRoutes(gateway, texts);
        return new GatewayVerticle(gateway, contract, contract.openApi(vertx).await(), List.of(web::mount))
                .router(vertx);
    }

    private static Set<String> watched(Router router) {
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && WATCHED.stream().anyMatch(route.getPath()::startsWith))
                .flatMap(HandwrittenRoutesIT::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** HEAD goes with every GET. */
    private static Stream<String> named(Route route) {
        String path = route.getPath() + (route.isExactPath() ? "" : "*");
        return route.methods() == null
                ? Stream.of("* " + path)
                : route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD))
                        .map(method -> method + " " + path);
    }

    /** Operations that take a file are in the contract, but read their body by hand. */
    private Set<String> uploads() {
        return contract.operations().stream()
                .filter(Operation::upload)
                .map(operation ->
                        operation.method() + " /api/v1" + operation.path().replaceAll("\\{(\\w+)}", ":$1"))
                .collect(Collectors.toSet());
    }
}
