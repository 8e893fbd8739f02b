package rolt.web.shop;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.platform.Money;
import rolt.web.Page;

/**
 * A product's specs in words, in the order in which a buyer asks for them. What no row names (layouts, colours, force
 * curves) is drawn or used by the rules, not listed.
 */
public final class Specs {
    /** The paths into the specs that make rows, for each kind. */
    static final Map<Kind, List<String>> SHOWN = Map.of(
            Kind.KIT,
            paths("formFactor hotSwap sockets sensing mounting caseMaterial connectivity connector firmware leds "
                    + "switchOrientation stabiliserMounts included weight dimensions typingAngle pcbThickness"),
            Kind.SWITCH,
            paths("type technology socketFamily pins actuationForce bottomOutForce preTravel totalTravel silent "
                    + "factoryLubed longPole stemShape spring housing materials lifespan"),
            Kind.KEYCAP_SET,
            paths("profile material legendPrint legendLanguage shineThrough mount height maker wallThickness"),
            Kind.ARTISAN,
            paths("artist motif editionSize material profile row mount"),
            Kind.ACCESSORY,
            paths(
                    "type material stabiliser.mount cable.keyboardEnd cable.hostEnd cable.coupling cable.length foam.place "
                            + "foam.thickness lubricant.form lubricant.use lubricant.volume film.thickness knob.shaft "
                            + "knob.diameter spring.bottomOutForce spring.length width depth height"),
            Kind.SERVICE,
            paths("type unit benchMinutes needs returnable"));

    private Specs() {}

    /** One line of the table. */
    public record Row(String label, String words) {}

    private static List<String> paths(String listed) {
        return List.of(listed.split(" "));
    }

    /** The rows of a product; what its specs do not say is left out. */
    public static List<Row> of(Page page, Product product) {
        return SHOWN.get(product.kind()).stream()
                .map(path -> row(page, product, path))
                .filter(Objects::nonNull)
                .toList();
    }

    /** One row of a product; null where its specs do not say it. */
    static Row row(Page page, Product product, String path) {
        return row(page, path, find(product.specs(), path));
    }

    private static Object find(Map<String, Object> specs, String path) {
        Object found = specs;
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    private static Row row(Page page, String path, Object value) {
        if (value == null || value instanceof Collection<?> several && several.isEmpty()) {
            return null;
        }
        return new Row(page.text("spec." + path), sentence(page, path, value));
    }

    /** The value with its unit; a value of several parts has a text that names them. */
    private static String sentence(Page page, String path, Object value) {
        if (value instanceof Map<?, ?> parts) {
            Map<String, Object> named = parts.entrySet().stream()
                    .collect(Collectors.toMap(
                            part -> part.getKey().toString(), part -> words(page, path, part.getValue())));
            return page.find("spec." + path + ".value", named).orElseThrow();
        }
        String words = words(page, path, value);
        return page.find("spec." + path + ".value", Map.of("value", words)).orElse(words);
    }

    private static String words(Page page, String path, Object value) {
        return switch (value) {
            case Collection<?> several ->
                several.stream().map(one -> words(page, path, one)).collect(Collectors.joining(", "));
            case Number number -> Money.decimal(number.doubleValue(), page.language());
            default -> worded(page, path, value.toString());
        };
    }

    /** Makers' and standards' names (QMK, PBT, MX) speak for themselves. */
    private static String worded(Page page, String path, String code) {
        return Arrays.asList("value." + path + "." + code, "value." + code).stream()
                .flatMap(key -> page.find(key, Map.of()).stream())
                .findFirst()
                .orElse(code);
    }
}
