package rolt.gateway;

import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import rolt.platform.Problem;

/**
 * What a browser without websockets sends to the bridge: one text or an array of texts, each a JSON object. SockJS
 * itself answers 500 to anything else, so it is refused here with problem 400.
 */
final class XhrFrames implements Handler<RoutingContext> {
    static final String PATH = "/eventbus/:server/:session/xhr_send";

    private final Problems problems;

    XhrFrames(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext ctx) {
        String body = ctx.body().asString();
        if (body != null && areFrames(decoded(body))) {
            ctx.next();
        } else {
            problems.answer(ctx, Problem.invalid("", "json"));
        }
    }

    private static boolean areFrames(Object json) {
        return json instanceof JsonArray texts ? texts.stream().allMatch(XhrFrames::isFrame) : isFrame(json);
    }

    private static boolean isFrame(Object text) {
        return text instanceof String frame && decoded(frame) instanceof JsonObject;
    }

    /** The JSON value of a text, null where it is none. */
    private static Object decoded(String text) {
        try {
            return Json.decodeValue(text);
        } catch (DecodeException e) {
            return null;
        }
    }
}
