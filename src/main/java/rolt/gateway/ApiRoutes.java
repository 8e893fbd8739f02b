package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Language;

/** Routes every operation of the contract; there is no code for any single one. */
final class ApiRoutes {
    private static final long BODY_LIMIT = 256 << 10;
    private static final String BROWSE = "browse";
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

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
        builder.rootHandler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        for (Operation operation : contract.operations()) {
            OpenAPIRoute route = builder.getRoute(operation.id());
            // Operations.call checks the input for every way in; here it would be checked twice.
            route.setDoValidation(false).setDoSecurity(false);
            route.addHandler(ctx -> handle(ctx, operation)).addFailureHandler(problems::answer);
        }
        return builder.createRouter();
    }

    private void handle(RoutingContext ctx, Operation operation) {
        try {
            if (BROWSE.equals(operation.rate())) {
                limits.checkHere(BROWSE, authentication.address(ctx));
            }
            Cache.Entry ready = operation.cache() == null ? null : cache.onHeap(key(ctx, operation));
            if (ready != null) {
                Answers.send(ctx, operation, ready);
                return;
            }
        } catch (RuntimeException e) {
            problems.answer(ctx, e);
            return;
        }
        authentication
                .caller(ctx)
                .compose(caller -> limited(caller, operation))
                .compose(caller -> answer(ctx, operation, caller))
                .onFailure(e -> problems.answer(ctx, e));
    }

    private Future<Caller> limited(Caller caller, Operation operation) {
        if (BROWSE.equals(operation.rate())) {
            return Future.succeededFuture(caller);
        }
        String client = caller.signedIn() ? caller.accountId().toString() : caller.address();
        return limits.check(operation.rate(), client).map(caller);
    }

    private Future<Void> answer(RoutingContext ctx, Operation operation, Caller caller) {
        JsonObject input = Requests.input(ctx, operation);
        if (operation.cache() == null) {
            return operations.call(caller, operation.id(), input).compose(answer -> send(ctx, operation, answer));
        }
        Cache.Slot slot = new Cache.Slot(
                key(ctx, operation), operation.cache().tags(), operation.cache().life());
        return cache.get(
                        slot,
                        () -> operations.call(caller, operation.id(), input).map(Answers::entry))
                .compose(entry -> Answers.send(ctx, operation, entry));
    }

    private static Future<Void> send(RoutingContext ctx, Operation operation, Object answer) {
        HttpServerResponse response = ctx.response().setStatusCode(operation.status());
        response.putHeader("Cache-Control", "no-store");
        if (operation.location() != null) {
            response.putHeader("Location", filled(operation.location(), Json.object(answer)));
        }
        if (operation.status() == 204) {
            return response.end();
        }
        Buffer body = Json.buffer(answer);
        return response.putHeader("Content-Type", "application/json").end(body);
    }

    private static String filled(String template, JsonObject answer) {
        Matcher matcher = FIELD.matcher(template);
        return matcher.replaceAll(field -> String.valueOf(answer.getValue(field.group(1))));
    }

    /** Answers differ by operation, path, query in any order, and language; by nothing else of the caller. */
    private static String key(RoutingContext ctx, Operation operation) {
        Language language = Requests.language(ctx);
        Map<String, Object> query = new TreeMap<>();
        ctx.queryParams()
                .names()
                .forEach(name -> query.put(name, ctx.queryParams().getAll(name)));
        return operation.id() + " " + language + " " + ctx.request().path() + " " + query;
    }
}
