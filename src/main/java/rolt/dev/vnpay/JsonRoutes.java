package rolt.dev.vnpay;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Routes that take and answer JSON; what is asked wrongly is answered 400, what is not there 404, with the reason. */
record JsonRoutes(Router router) {

    void get(String path, Function<RoutingContext, Future<JsonObject>> action) {
        router.get(path).handler(context -> answer(context, () -> action.apply(context)));
    }

    /** The body may be empty, which is an object without fields. */
    void post(String path, BiFunction<RoutingContext, JsonObject, Future<JsonObject>> action) {
        router.post(path)
                .handler(BodyHandler.create(false))
                .handler(context -> answer(context, () -> action.apply(context, body(context))));
    }

    /** An object with this list alone. */
    static JsonObject list(String name, Stream<JsonObject> items) {
        return new JsonObject().put(name, new JsonArray(items.toList()));
    }

    private static JsonObject body(RoutingContext context) {
        var body = context.body().asString();
        return body == null || body.isBlank() ? new JsonObject() : new JsonObject(body);
    }

    private static void answer(RoutingContext context, Supplier<Future<JsonObject>> action) {
        try {
            context.response().putHeader("cache-control", "no-store");
            action.get().onSuccess(context::json).onFailure(context::fail);
        } catch (NoSuchElementException absent) {
            refuse(context, 404, absent);
        } catch (DecodeException | ClassCastException | IllegalArgumentException | DateTimeException wrong) {
            refuse(context, 400, wrong);
        }
    }

    private static void refuse(RoutingContext context, int status, Exception why) {
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("error", String.valueOf(why.getMessage())));
    }
}
