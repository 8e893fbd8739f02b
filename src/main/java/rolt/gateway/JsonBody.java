package rolt.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import rolt.platform.Problem;

/** The JSON object that a request carries. */
final class JsonBody {
    /** Of two fields of one name, one reader believes the first and another the last: so there must not be two. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {}

    /**
     * The body of a request; empty where it has none.
     *
     * @throws Problem 415 for another media type, 400 for what is no JSON object, no UTF-8 or names a field twice
     */
    static JsonObject of(RoutingContext ctx) {
        Buffer body = ctx.body() == null ? null : ctx.body().buffer();
        if (body == null || body.length() == 0) {
            return new JsonObject();
        }
        String type = ctx.request().getHeader("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw Problem.of(415, "media-type");
        }
        return read(text(body));
    }

    private static String text(Buffer body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", "utf-8");
        }
    }

    @SuppressWarnings("unchecked")
    private static JsonObject read(String text) {
        try {
            Object json = STRICT.readValue(text, Object.class);
            if (json instanceof Map<?, ?> object) {
                return new JsonObject((Map<String, Object>) object);
            }
            throw Problem.invalid("", "object");
        } catch (JsonProcessingException e) {
            throw e.getOriginalMessage().startsWith("Duplicate field")
                    ? Problem.invalid(fieldOf(e), "duplicate")
                    : Problem.invalid("", "json");
        }
    }

    private static String fieldOf(JsonProcessingException e) {
        return e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext()
                        .pathAsPointer()
                        .toString()
                        .substring(1)
                        .replace('/', '.')
                : "";
    }
}
