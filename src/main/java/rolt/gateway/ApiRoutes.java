package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Language;

/** Routes every operation of the contract; there is no code for any single one. */
final class ApiRoutes {
    /** The browser asks again each time, and is told 304 as long as nothing changed. */
    private static final String REVALIDATE = "public, no-cache";

    private final Operations operations;
    private final Authentication authentication;
    private final RateLimits limits;
    private final Cache cache;
    private final Problems problems;

    ApiRoutes(Gateway gateway) {
        this.operations = gateway.operations();
        this.authentication = gateway.authentication();
        this.limits = gateway.limits();
        this.cache = gateway.platform().cache();
        this.problems = gateway.problems();
    }

    Router router(RouterBuilder builder, Contract contract) {
        // Each operation says itself how much it takes.
        builder.rootHandler(RoutingContext::next);
        for (Operation operation : contract.operations()) {
            if (operation.upload()) {
                continue;
            }
            OpenAPIRoute route = builder.getRoute(operation.id());
            // Operations.call checks the input for every way in; here it would be checked twice.
            route.setDoValidation(false).setDoSecurity(false);
            route.addHandler(Bodies.upTo(operation.bodyLimit()))
                    .addHandler(ctx -> handle(ctx, operation))
                    .addFailureHandler(problems::answer);
        }
        return builder.createRouter();
    }

    private void handle(RoutingContext ctx, Operation operation) {
        Future.succeededFuture()
                .compose(v -> operation.cache() == null ? ask(ctx, operation) : askCache(ctx, operation))
                .onFailure(e -> problems.answer(ctx, e));
    }

    private Future<Void> ask(RoutingContext ctx, Operation operation) {
        return authentication
                .caller(ctx)
                .compose(caller -> operations.call(caller, operation.id(), Requests.input(ctx, operation)))
                .compose(answer -> Answers.send(ctx, operation, answer));
    }

    /** A kept answer is the same for everyone of a language, so nobody is asked who they are. */
    private Future<Void> askCache(RoutingContext ctx, Operation operation) {
        Language language = Requests.language(ctx);
        String key = key(ctx, operation, language);
        Cache.Entry ready = cache.onHeap(key);
        Caller anyone = new Caller(null, null, Set.of(), language, authentication.address(ctx), Requests.id(ctx));
        if (ready != null) {
            limits.checkHere(anyone.network());
            return Answers.send(ctx, ready, REVALIDATE);
        }
        JsonObject input = Requests.input(ctx, operation);
        Cache.Slot slot =
                new Cache.Slot(key, operation.cache().tags(), operation.cache().life());
        return cache.get(
                        slot,
                        () -> operations.call(anyone, operation.id(), input).map(Answers::entry))
                .compose(entry -> Answers.send(ctx, entry, REVALIDATE));
    }

    /** Answers differ by operation, path, query in any order, and language; by nothing else of the caller. */
    private static String key(RoutingContext ctx, Operation operation, Language language) {
        Map<String, Object> query = new TreeMap<>();
        ctx.queryParams()
                .names()
                .forEach(name -> query.put(name, ctx.queryParams().getAll(name)));
        return operation.id() + " " + language + " " + ctx.request().path() + " " + query;
    }
}
