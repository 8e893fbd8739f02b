package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rolt.vnpay.VnpayEncoding;

/** What goes wrong on purpose, at one terminal or with one payment: the switches that are not as they are at VNPAY. */
record Faults(Map<Switch, Object> set) {
    static final Faults NONE = new Faults(Map.of());

    Faults {
        set = Map.copyOf(set);
    }

    /**
     * Reads switches by their keys; {@code preset} names those of a {@link Preset}, under the others.
     *
     * @throws IllegalArgumentException if a key, a value or the preset is unknown
     */
    static Faults read(JsonObject json) {
        var under = Optional.ofNullable(json.getString("preset"))
                .map(name -> read(Preset.named(name).switches()))
                .orElse(NONE);
        var others = json.copy();
        others.remove("preset");
        return under.with(others);
    }

    /** These and, laid over them, the given ones. */
    Faults with(JsonObject others) {
        var all = new EnumMap<Switch, Object>(Switch.class);
        all.putAll(set);
        others.forEach(field -> {
            var one = Switch.of(field.getKey()).orElseThrow(() -> unknown(field.getKey()));
            all.put(one, one.kind.read(field.getValue()));
        });
        all.entrySet().removeIf(one -> one.getValue().equals(one.getKey().kind.normal()));
        return new Faults(all);
    }

    boolean is(Switch flag) {
        return (Boolean) value(flag);
    }

    long number(Switch number) {
        return (Long) value(number);
    }

    String text(Switch text) {
        return (String) value(text);
    }

    /** The outcome that a switch names. */
    Optional<Outcome> outcome(Switch outcome) {
        return Optional.of(text(outcome)).filter(name -> !name.isEmpty()).map(Outcome::named);
    }

    /** What signatures of payment URLs may be made with. */
    Set<VnpayEncoding> encodings() {
        var one = text(Switch.ENCODING);
        return one.isEmpty() ? Set.of(VnpayEncoding.values()) : Set.of(VnpayEncoding.valueOf(one));
    }

    /** Without what is about requests to the merchant API, if that is about other requests than this one. */
    Faults about(String command) {
        var only = text(Switch.API_ONLY);
        return only.isEmpty() || only.equals(command) ? this : NONE;
    }

    JsonObject toJson() {
        var json = new JsonObject();
        Arrays.stream(Switch.values()).filter(set::containsKey).forEach(one -> json.put(one.key, set.get(one)));
        return json;
    }

    private Object value(Switch one) {
        return set.getOrDefault(one, one.kind.normal());
    }

    private static IllegalArgumentException unknown(String key) {
        var keys = Arrays.stream(Switch.values()).map(one -> one.key).collect(Collectors.joining(" "));
        return new IllegalArgumentException("there is no switch " + key + ", only " + keys);
    }
}
