package rolt.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.VertxModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Records to JSON and back, the same way everywhere: times as ISO 8601 in UTC, nulls left out, unknown fields ignored. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new VertxModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private Json() {}

    /** JSON text of a record, a map or a list, written by a generator. */
    public static Buffer buffer(Object value) {
        if (value instanceof JsonObject json) {
            return json.toBuffer();
        }
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON: " + value.getClass(), e);
        }
    }

    /**
     * JSON text of a record, a map or a list. As an argument of a statement it is written {@code $1::text::jsonb}: a
     * JsonObject would be built of it first, and written by the driver after that.
     */
    public static String text(Object value) {
        return buffer(value).toString();
    }

    public static JsonObject object(Object value) {
        return value instanceof JsonObject json ? json : MAPPER.convertValue(value, JsonObject.class);
    }

    /**
     * A record from JSON.
     *
     * @throws Problem 400 naming the field whose value has the wrong type
     */
    public static <T> T record(Object json, Class<T> type) {
        if (type.isInstance(json)) {
            return type.cast(json);
        }
        try {
            return MAPPER.convertValue(json instanceof JsonObject object ? object.getMap() : json, type);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(fieldOf(e), "type");
        }
    }

    /** A record from JSON text. */
    public static <T> T parse(byte[] text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (IOException e) {
            throw Problem.invalid("", "json");
        }
    }

    /** A record from JSON text of Postgres ({@code column::text}), read in one go. */
    public static <T> T parse(String text, Class<T> type) {
        return parse(text.getBytes(StandardCharsets.UTF_8), type);
    }

    /** A list from JSON text of Postgres; none from null. */
    public static <T> List<T> list(String text, Class<T> type) {
        if (text == null) {
            return List.of();
        }
        try {
            return MAPPER.readerForListOf(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a list of " + type, e);
        }
    }

    /** A list column of Postgres (jsonb) as a typed list. */
    public static <T> List<T> list(JsonArray array, Class<T> type) {
        if (array == null) {
            return List.of();
        }
        return array.stream().map(item -> record(item, type)).toList();
    }

    private static String fieldOf(IllegalArgumentException e) {
        if (e.getCause() instanceof JsonMappingException mapping) {
            return mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("."));
        }
        return "";
    }
}
