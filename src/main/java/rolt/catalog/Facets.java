package rolt.catalog;

import static rolt.catalog.CatalogMessages.Kind.ACCESSORY;
import static rolt.catalog.CatalogMessages.Kind.ARTISAN;
import static rolt.catalog.CatalogMessages.Kind.KEYCAP_SET;
import static rolt.catalog.CatalogMessages.Kind.KIT;
import static rolt.catalog.CatalogMessages.Kind.SERVICE;
import static rolt.catalog.CatalogMessages.Kind.SWITCH;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rolt.catalog.CatalogMessages.Kind;
import rolt.platform.Text;

/**
 * What each kind of product can be narrowed by. A new facet is one line here, and a word in {@link FacetWords} for each
 * value that does not speak for itself; products take it up when they are next written.
 */
final class Facets {
    static final String KIND = "kind";
    static final String BRAND = "brand";

    private static final List<Rule> RULES = List.of(
            new Rule("size", EnumSet.of(KIT), "formFactor", new Text("Cỡ bàn phím", "Size")),
            new Rule("hotSwap", EnumSet.of(KIT), "hotSwap", new Text("Hot-swap", "Hot-swap")),
            new Rule("mounting", EnumSet.of(KIT), "mounting", new Text("Kiểu gắn plate", "Mounting")),
            new Rule("type", EnumSet.of(SWITCH, ACCESSORY, SERVICE), "type", new Text("Loại", "Type")),
            new Rule("profile", EnumSet.of(KEYCAP_SET, ARTISAN), "profile", new Text("Profile", "Profile")),
            new Rule("material", EnumSet.of(KEYCAP_SET, ARTISAN), "material", new Text("Chất liệu", "Material")),
            new Rule("case", EnumSet.of(KIT), "caseMaterial", new Text("Chất liệu vỏ", "Case")),
            new Rule("technology", EnumSet.of(SWITCH), "technology", new Text("Công nghệ", "Technology")),
            new Rule("technology", EnumSet.of(KIT), "sensing", new Text("Công nghệ", "Technology")),
            new Rule("socketFamily", EnumSet.of(SWITCH), "socketFamily", new Text("Chân cắm", "Socket")),
            new Rule("socketFamily", EnumSet.of(KIT), "sockets", new Text("Chân cắm", "Socket")),
            new Rule("connectivity", EnumSet.of(KIT), "connectivity", new Text("Kết nối", "Connection")),
            new Rule("firmware", EnumSet.of(KIT), "firmware", new Text("Firmware", "Firmware")),
            new Rule("factoryLubed", EnumSet.of(SWITCH), "factoryLubed", new Text("Lube sẵn", "Factory lubed")),
            new Rule("silent", EnumSet.of(SWITCH), "silent", new Text("Giảm âm", "Silent")),
            new Rule("print", EnumSet.of(KEYCAP_SET), "legendPrint", new Text("Kiểu in", "Legends")),
            new Rule("legends", EnumSet.of(KEYCAP_SET), "legendLanguage", new Text("Ngôn ngữ in", "Legend language")),
            new Rule("shineThrough", EnumSet.of(KEYCAP_SET), "shineThrough", new Text("Xuyên LED", "Shine-through")),
            new Rule("motif", EnumSet.of(ARTISAN), "motif", new Text("Họa tiết", "Motif")),
            new Rule("unit", EnumSet.of(SERVICE), "unit", new Text("Cách tính", "Charged")),
            new Rule(KIND, EnumSet.allOf(Kind.class), "", new Text("Loại sản phẩm", "Product")),
            new Rule(BRAND, EnumSet.allOf(Kind.class), "", new Text("Thương hiệu", "Brand")));

    private Facets() {}

    /** @param path where the kind's specs hold the value, a list of values or nothing */
    record Rule(String name, Set<Kind> kinds, String path, Text label) {}

    /** The rules that all products of a kind share; null asks for those of every kind. */
    static List<Rule> of(Kind kind) {
        return RULES.stream()
                .filter(rule -> kind == null
                        ? rule.kinds.size() == Kind.values().length
                        : rule.kinds.contains(kind) && !rule.name.equals(KIND))
                .toList();
    }

    static boolean isKnown(String name) {
        return RULES.stream().anyMatch(rule -> rule.name.equals(name));
    }

    /** What a product is found by, each as {@code name:value}. */
    static List<String> values(Kind kind, String brand, Map<String, Object> specs) {
        List<String> values = new ArrayList<>(List.of(KIND + ":" + kind, BRAND + ":" + brand));
        for (Rule rule : RULES) {
            if (rule.kinds.contains(kind) && !rule.path.isEmpty()) {
                at(specs, rule.path).forEach(value -> values.add(rule.name + ":" + value));
            }
        }
        return values;
    }

    private static Stream<?> at(Object specs, String path) {
        Object value = specs;
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value instanceof Collection<?> several ? several.stream() : Optional.ofNullable(value).stream();
    }
}
