package rolt.web;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/**
 * A form as it is shown: what is filled in, and what is wrong with it. Its fields are named as the operation's input
 * names them, nested ones with dots: {@code recipient.phone}.
 */
public record Form(Map<String, String> values, Faults faults) {
    public static final Form EMPTY = new Form(Map.of(), Faults.NONE);

    /** Filled in, with nothing wrong. */
    public static Form of(Map<String, String> values) {
        return new Form(values, Faults.NONE);
    }

    /** As it was sent. */
    public static Form of(RoutingContext ctx, Faults faults) {
        Map<String, String> values = new HashMap<>();
        MultiMap sent = ctx.request().formAttributes();
        sent.names().forEach(name -> values.put(name, field(ctx, name)));
        return new Form(values, faults);
    }

    /** What a field holds; empty where it was not filled in. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field; empty where nothing is. */
    public String fault(String field) {
        return faults.of(field);
    }

    /** A field that was sent; empty where it was not. */
    public static String field(RoutingContext ctx, String name) {
        String value = ctx.request().getFormAttribute(name);
        return value == null ? "" : value.strip();
    }

    /** The input of an operation from what was sent; a field left empty is one not given. */
    public static JsonObject input(RoutingContext ctx, String... fields) {
        JsonObject input = new JsonObject();
        for (String name : fields) {
            String value = field(ctx, name);
            if (!value.isEmpty()) {
                input.put(name, value);
            }
        }
        return input;
    }

    /** A telephone number as operations take it, from any way in which people write it. */
    public static String digits(String number) {
        return number.replaceAll("[\\s.()-]", "");
    }

    /** A password as it was typed: blanks belong to it. */
    public static String secret(RoutingContext ctx, String name) {
        String value = ctx.request().getFormAttribute(name);
        return value == null ? "" : value;
    }

    /** Adds the passwords that were typed to an input. */
    public static JsonObject secrets(RoutingContext ctx, JsonObject input, String... fields) {
        for (String name : fields) {
            String value = secret(ctx, name);
            if (!value.isEmpty()) {
                input.put(name, value);
            }
        }
        return input;
    }
}
