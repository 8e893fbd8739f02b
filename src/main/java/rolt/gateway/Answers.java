package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.regex.Pattern;
import rolt.platform.Cache;
import rolt.platform.Json;
import rolt.platform.Sha256;

/** Ready answers with their ETag. */
public final class Answers {
    private static final int ETAG_BYTES = 12;
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    private Answers() {}

    static Cache.Entry entry(Object answer) {
        return entry(Json.buffer(answer), "application/json");
    }

    /** A body as it may be kept, with a strong ETag made from its bytes. */
    public static Cache.Entry entry(Buffer body, String type) {
        byte[] hash = Sha256.of(body.getBytes());
        return new Cache.Entry(body, '"' + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + '"', type);
    }

    /** Sends an answer that is the caller's own. */
    static Future<Void> send(RoutingContext ctx, Operation operation, Object answer) {
        HttpServerResponse response = ctx.response().setStatusCode(operation.status());
        response.putHeader("Cache-Control", "no-store");
        if (operation.location() != null) {
            response.putHeader("Location", filled(operation.location(), Json.object(answer)));
        }
        return operation.status() == 204
                ? response.end()
                : response.putHeader("Content-Type", "application/json").end(Json.buffer(answer));
    }

    private static String filled(String template, JsonObject answer) {
        return FIELD.matcher(template).replaceAll(field -> String.valueOf(answer.getValue(field.group(1))));
    }

    /** Sends a kept answer, or 304 where the client has it. */
    public static Future<Void> send(RoutingContext ctx, Cache.Entry entry, String cacheControl) {
        HttpServerResponse response = ctx.response()
                .putHeader("ETag", entry.etag())
                .putHeader("Vary", "Accept-Language")
                .putHeader("Cache-Control", cacheControl);
        if (entry.etag().equals(ctx.request().getHeader("If-None-Match"))) {
            return response.setStatusCode(304).end();
        }
        return response.putHeader("Content-Type", entry.type()).end(entry.body());
    }
}
