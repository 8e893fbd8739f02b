package rolt.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Slot;
import rolt.layout.LayoutMessages.Row;

/** A catalogue and a selection from it, drawn by chance. */
final class RandomShop {
    private final Random random;
    private final boolean silent;
    final List<Part> parts = new ArrayList<>();

    /** @param silent whether makers may leave attributes untold */
    RandomShop(Random random, boolean silent) {
        this.random = random;
        this.silent = silent;
        fill(2, this::kit);
        fill(4, this::pack);
        fill(4, this::keycaps);
        fill(2, this::artisan);
        fill(6, this::accessory);
        fill(5, this::service);
    }

    Shelf shelf() {
        return new Shelf(parts);
    }

    /** Some of the parts, in no order; slots may be empty. */
    Build build() {
        Kit kit = random.nextInt(8) == 0 ? null : some(Kit.class, 1).getFirst();
        List<Integer> choices =
                kit == null || kit.layout().options().isEmpty() ? List.of() : List.of(random.nextInt(2));
        return Build.EMPTY
                .withKit(kit, choices)
                .withSwitches(some(Switch.class, random.nextInt(3)).stream()
                        .map(part -> new SwitchPick(part, maybe(1 + random.nextInt(3)), sometimes(random.nextInt(6))))
                        .toList())
                .withKeycaps(some(KeycapKit.class, random.nextInt(4)))
                .withArtisans(some(Artisan.class, random.nextInt(2)))
                .withAccessories(some(Accessory.class, random.nextInt(4)).stream()
                        .map(part -> new AccessoryPick(part, 1 + random.nextInt(2)))
                        .toList())
                .withServices(some(Service.class, random.nextInt(3)).stream()
                        .map(part -> new ServicePick(part, sometimes(random.nextInt(8))))
                        .toList());
    }

    Set<Slot> owned() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> Slot.values()[random.nextInt(Slot.STABILISERS.ordinal() + 1)])
                .collect(Collectors.toSet());
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private <T extends Part> List<T> some(Class<T> kind, int count) {
        List<T> all = parts.stream().filter(kind::isInstance).map(kind::cast).toList();
        return shuffled(all).subList(0, count);
    }

    private void fill(int count, Supplier<Part> part) {
        IntStream.range(0, count).forEach(i -> parts.add(part.get()));
    }

    private Part.Sold sold() {
        String sku = "P" + parts.size();
        Integer available = random.nextInt(4) == 0 ? (Integer) random.nextInt(3) : null;
        return new Part.Sold(sku, "code-" + sku, 1_000L * (1 + random.nextInt(50)), available);
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T maybe(T value) {
        return silent && random.nextInt(6) == 0 ? null : value;
    }

    private <T> T sometimes(T value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private Map<String, Object> told(Object... told) {
        Object[] drawn = told.clone();
        for (int i = 1; i < drawn.length; i += 2) {
            drawn[i] = maybe(drawn[i]);
        }
        return Samples.told(Map.of(), drawn);
    }

    private boolean coin() {
        return random.nextBoolean();
    }

    private String mount() {
        return one("MX", "MX", "CHOC");
    }

    private Map<String, Object> spacing() {
        return one(Map.<String, Object>of("x", 19.05, "y", 19.05), Map.<String, Object>of("x", 18, "y", 17));
    }

    private Part kit() {
        Map<String, Object> specs = told(
                "sensing", one(List.of("CONTACT"), List.of("MAGNETIC"), List.of("CONTACT", "OPTICAL")),
                "sockets", one(List.of("MX"), List.of("CHOC_V1", "CHOC_V2")),
                "pins", one(3, 5),
                "hotSwap", one("NONE", "MX_SOCKET", "OUTEMU_RIVET"),
                "switchOrientation", one("NORTH", "SOUTH"),
                "leds", one("NONE", "THROUGH_HOUSING", "ON_TOP"),
                "rgb", coin(),
                "spacing", spacing(),
                "stabiliserMounts", one(List.of("PLATE"), List.of("PCB_SCREW_IN", "PCB_CLIP_IN")),
                "pcbThickness", one(1.2, 1.6),
                "included", one(List.of(), List.of("STABILISERS", "CASE_FOAM"), List.of("KNOB")),
                "connector", one("USB_C", "MINI_USB"),
                "supportedSwitches", one(List.of(), List.of("code-P2", "code-P3")));
        var layout = coin() ? Samples.layout(one(true, false), one(true, false)) : Samples.withKnob();
        return Kit.of(sold(), specs, told("plate", one("NONE", "STEEL")), layout);
    }

    private Part pack() {
        Map<String, Object> specs = told(
                "technology", one("CONTACT", "CONTACT", "MAGNETIC", "OPTICAL"),
                "socketFamily", one("MX", "MX", "CHOC_V1"),
                "stem", mount(),
                "stemShape", one("CROSS", "WIDE_BOX"),
                "type", one("LINEAR", "CLICKY"),
                "pins", one(3, 5),
                "thinPins", coin(),
                "ledSlot", coin(),
                "housing", one("CLEAR", "OPAQUE"),
                "tightHousing", coin(),
                "factoryLubed", coin());
        return Switch.of(sold(), specs, told("packSize", one(1, 2, 10)));
    }

    private Part keycaps() {
        Map<String, Object> specs = told(
                "mount", mount(),
                "spacing", spacing(),
                "profile", one("CHERRY", "SA", "DSA"),
                "sculpted", coin(),
                "height", one("FULL", "LOW"),
                "material", one("ABS", "PBT"),
                "wallThickness", one(1.1, 1.6),
                "legendLanguage", one("EN", "VI"),
                "shineThrough", coin());
        return KeycapKit.of(sold(), specs, told("kit", one("BASE", "ISO", "NUMPAD"), "caps", caps()));
    }

    private List<Map<String, Object>> caps() {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> Map.<String, Object>of(
                        "w", one(1, 1, 2, 6.25),
                        "h", 1,
                        "row", one(Row.Z, Row.BOTTOM).name(),
                        "legendClass", one("ALPHA", "MODIFIER", "SPACE"),
                        "count", 1 + random.nextInt(5),
                        "stemOffset", one(0, 0, 0.5)))
                .toList();
    }

    private Part artisan() {
        return Artisan.of(
                sold(),
                told("mount", mount(), "profile", one("CHERRY", "SA"), "row", one("Z", "BOTTOM"), "w", 1, "h", 1));
    }

    private Part accessory() {
        return switch (random.nextInt(4)) {
            case 0 ->
                Accessory.of(
                        sold(),
                        Samples.told(told("cable", told("keyboardEnd", one("USB_C", "MINI_USB"))), "type", "CABLE"),
                        Map.of());
            case 1 -> Accessory.of(sold(), Map.of("type", "KNOB"), Map.of());
            case 2 ->
                Accessory.of(
                        sold(),
                        Samples.told(told("fitsKits", one(List.of("code-P0"), List.of())), "type", "CASE"),
                        Map.of());
            default -> stabilisers();
        };
    }

    private Part stabilisers() {
        Map<String, Object> specs = told("stabiliser", told("mount", one("PLATE", "PCB_SCREW_IN")));
        return Accessory.of(
                sold(),
                Samples.told(specs, "type", "STABILISER"),
                told("stabilisers", one(held(2.0, 1), held(2.0, 2), held(6.25, 1))));
    }

    private static List<Map<String, Object>> held(double width, int count) {
        return List.of(Map.of("width", width, "count", count), Map.of("width", 6.25, "count", 1));
    }

    private Part service() {
        Map<String, Object> specs = told(
                "unit", one("PER_SWITCH", "PER_STABILISER", "PER_BOARD"),
                "benchMinutes", 2.0,
                "needs", one(List.of("KIT"), List.of("SWITCHES"), List.of("STABILISERS")),
                "returnable", coin());
        String type = one("LUBE_SWITCH", "FILM_SWITCH", "TUNE_STABILISER", "SOLDER", "ASSEMBLE", "FIT_FOAM");
        return Service.of(sold(), Samples.told(specs, "type", type));
    }
}
