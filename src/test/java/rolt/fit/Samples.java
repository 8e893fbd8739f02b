package rolt.fit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Verdict;
import rolt.fit.Part.Sold;
import rolt.layout.Layout;
import rolt.layout.LayoutMessages.LayoutChoice;
import rolt.layout.LayoutMessages.LayoutOption;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Text;

/** Parts that fit each other, and changes of what they tell: a name and its value, or null to leave it untold. */
final class Samples {
    private static final Text NAME = new Text("Tên", "Name");

    /** Five keys: two stabilisers of 2 u (one only in the second choice) and one of 6.25 u. */
    static final Layout LAYOUT = layout(true, true);

    private Samples() {}

    static Layout layout(Boolean plate, Boolean pcb) {
        return layout(plate, pcb, 1);
    }

    /** @param options one, or two: then the long key may be three keys as well */
    static Layout layout(Boolean plate, Boolean pcb, int options) {
        List<Object> bottom = options == 1 ? List.of(Map.of("w", 6.25), "") : List.of(Map.of("w", 6.25), "\n\n\n1,0");
        List<List<Object>> keymap = List.of(
                List.of("A", "B\n\n\n0,0", "C\n\n\n0,0", Map.of("w", 2), "Enter"),
                bottom,
                List.of(Map.of("y", 1, "x", 1, "w", 2), "B\n\n\n0,1"),
                options == 1
                        ? List.of()
                        : List.of(Map.of("y", 1), "\n\n\n1,1", Map.of("w", 2), "\n\n\n1,1", "\n\n\n1,1"));
        var choices = List.of(new LayoutChoice(NAME, true, true), new LayoutChoice(NAME, plate, pcb));
        return Layout.of(new LayoutSpec(
                keymap.stream().filter(row -> !row.isEmpty()).toList(),
                Collections.nCopies(options, new LayoutOption(NAME, choices))));
    }

    static Layout withKnob() {
        return Layout.of(new LayoutSpec(List.of(List.of("A", "\n\n\n\n\n\n\n\n\ne0")), List.of()));
    }

    static Sold sold(String sku, long price) {
        return new Sold(sku, sku.toLowerCase(), price, 100);
    }

    static Map<String, Object> told(Map<String, Object> usual, Object... changes) {
        Map<String, Object> told = new LinkedHashMap<>(usual);
        for (int i = 0; i < changes.length; i += 2) {
            told.put((String) changes[i], changes[i + 1]);
        }
        return told;
    }

    static final Map<String, Object> KIT = Map.ofEntries(
            Map.entry("sensing", List.of("CONTACT")),
            Map.entry("sockets", List.of("MX")),
            Map.entry("pins", 5),
            Map.entry("hotSwap", "MX_SOCKET"),
            Map.entry("switchOrientation", "SOUTH"),
            Map.entry("leds", "NONE"),
            Map.entry("rgb", false),
            Map.entry("spacing", Map.of("x", 19.05, "y", 19.05)),
            Map.entry("stabiliserMounts", List.of("PCB_SCREW_IN")),
            Map.entry("pcbThickness", 1.6),
            Map.entry("included", List.of("STABILISERS")),
            Map.entry("connector", "USB_C"),
            Map.entry("supportedSwitches", List.of()));

    static Kit kit(Object... changes) {
        return kit(LAYOUT, "ALUMINIUM", changes);
    }

    static Kit kit(Layout layout, String plate, Object... changes) {
        Map<String, Object> attributes = told(Map.of(), "plate", plate);
        return Kit.of(sold("KIT", 2_000_000), told(KIT, changes), attributes, layout);
    }

    static final Map<String, Object> SWITCH = Map.ofEntries(
            Map.entry("technology", "CONTACT"),
            Map.entry("socketFamily", "MX"),
            Map.entry("stem", "MX"),
            Map.entry("stemShape", "CROSS"),
            Map.entry("type", "LINEAR"),
            Map.entry("pins", 5),
            Map.entry("thinPins", false),
            Map.entry("ledSlot", true),
            Map.entry("housing", "CLEAR"),
            Map.entry("tightHousing", false),
            Map.entry("factoryLubed", false));

    static Switch switches(Object... changes) {
        return packOf(10, changes);
    }

    static Switch packOf(Integer size, Object... changes) {
        return pack("SWITCH", size, changes);
    }

    static Switch pack(String sku, Integer size, Object... changes) {
        return Switch.of(sold(sku, 50_000), told(SWITCH, changes), told(Map.of(), "packSize", size));
    }

    static Accessory stabilisers(String mount, Map<Double, Integer> counts) {
        List<Map<String, Object>> held = counts == null
                ? null
                : counts.entrySet().stream()
                        .map(each -> Map.<String, Object>of("width", each.getKey(), "count", each.getValue()))
                        .toList();
        Map<String, Object> specs = told(Map.of("type", "STABILISER"), "stabiliser", told(Map.of(), "mount", mount));
        return Accessory.of(sold("STABS", 300_000), specs, told(Map.of(), "stabilisers", held));
    }

    static Accessory accessory(String type, Object... told) {
        return Accessory.of(sold(type, 100_000), told(Map.of("type", type), told), Map.of());
    }

    static Service service(String type, String unit, Object... changes) {
        Map<String, Object> usual =
                Map.of("type", type, "unit", unit, "benchMinutes", 1, "needs", List.of(), "returnable", true);
        return Service.of(sold(type, 5_000), told(usual, changes));
    }

    /** A keycap kit of which nothing is told but its price: no rule of this piece asks more. */
    static KeycapKit keycaps() {
        return KeycapKit.of(sold("CAPS", 900_000), Map.of(), Map.of());
    }

    static Build build(Kit kit, Switch... switches) {
        return Build.EMPTY
                .withKit(kit, List.of())
                .withSwitches(List.of(switches).stream()
                        .map(part -> new SwitchPick(part, null, null))
                        .toList());
    }

    static Build with(Build build, Accessory... accessories) {
        return build.withAccessories(List.of(accessories).stream()
                .map(part -> new AccessoryPick(part, 1))
                .toList());
    }

    static Build with(Build build, Service... services) {
        return build.withServices(List.of(services).stream()
                .map(part -> new ServicePick(part, null))
                .toList());
    }

    /** What a rule says: its severity and, where an attribute is untold, a question mark. */
    static List<String> said(String rule, Build build) {
        return Compatibility.judge(build, Context.NONE).stream()
                .filter(verdict -> verdict.rule().equals(rule))
                .map(Samples::said)
                .toList();
    }

    private static String said(Verdict verdict) {
        return verdict.severity() + (verdict.unknown() ? "?" : "");
    }
}
