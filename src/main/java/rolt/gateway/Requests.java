package rolt.gateway;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import rolt.platform.Language;
import rolt.platform.Problem;

/** What a request says of itself, before anything of it is believed. */
public final class Requests {
    private static final String ID = "rolt.requestId";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private Requests() {}

    /** The id that follows the request: the client's X-Request-Id where it is sane, else a new one. */
    public static String id(RoutingContext ctx) {
        String id = ctx.get(ID);
        if (id == null) {
            String asked = ctx.request().getHeader("X-Request-Id");
            id = asked != null && SANE_ID.matcher(asked).matches()
                    ? asked
                    : UUID.randomUUID().toString();
            ctx.put(ID, id);
            ctx.response().putHeader("X-Request-Id", id);
        }
        return id;
    }

    /** English under {@code /en}, otherwise what Accept-Language asks for first. */
    public static Language language(RoutingContext ctx) {
        String path = ctx.request().path();
        if (path != null && (path.equals("/en") || path.startsWith("/en/"))) {
            return Language.EN;
        }
        return path != null && path.startsWith("/api/")
                ? Language.of(ctx.request().getHeader("Accept-Language"))
                : Language.VI;
    }

    /** Path, query, body and the Idempotency-Key as the one flat input of an operation. */
    static JsonObject input(RoutingContext ctx, Operation operation) {
        JsonObject input = body(ctx);
        ctx.queryParams()
                .names()
                .forEach(name -> input.put(
                        name, operation.input().read(name, ctx.queryParams().getAll(name))));
        ctx.pathParams().forEach((name, text) -> {
            if (!"*".equals(name)) {
                input.put(name, operation.input().read(name, List.of(text)));
            }
        });
        String key = ctx.request().getHeader("Idempotency-Key");
        if (operation.idempotent() && key != null) {
            input.put(Input.IDEMPOTENCY_KEY, key);
        }
        return input;
    }

    static JsonObject body(RoutingContext ctx) {
        if (ctx.body() == null || ctx.body().buffer() == null || ctx.body().length() == 0) {
            return new JsonObject();
        }
        String type = ctx.request().getHeader("Content-Type");
        if (type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Problem.of(415, "media-type");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(ctx.body().buffer().getBytes()))
                    .toString();
            Object json = Json.decodeValue(text);
            if (json instanceof JsonObject object) {
                return object;
            }
            throw Problem.invalid("", json instanceof JsonArray ? "object" : "json");
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", "utf-8");
        } catch (DecodeException e) {
            throw Problem.invalid("", "json");
        }
    }
}
