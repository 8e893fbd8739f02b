package rolt.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Slot;
import rolt.layout.Layout;
import rolt.layout.LayoutMessages.Row;

/** A catalogue and a selection from it, drawn by chance. */
final class RandomShop {
    private static final Layout KNOB = Samples.withKnob();
    private static final Layout MIXED = Caps.layout(
            "A, {w: 1.25, h: 2, w2: 1.5, h2: 1, x2: -0.25}, Enter",
            "{w: 1.25, w2: 1.75, l: true}, Caps Lock, {x: 1, d: true}, ROLT");
    private static final Map<List<Boolean>, Layout> LAYOUTS = new ConcurrentHashMap<>();

    private final Random random;
    private final boolean silent;

    /** All of one kind, so that what is left to find fault with are the finer things. */
    private final boolean alike;

    final List<Part> parts = new ArrayList<>();

    /** @param silent whether makers may leave attributes untold */
    RandomShop(Random random, boolean silent) {
        this.random = random;
        this.silent = silent;
        alike = coin();
        fill(2, this::kit);
        fill(4, this::pack);
        fill(4, this::keycaps);
        fill(2, this::artisan);
        fill(7, this::accessory);
        fill(5, this::service);
    }

    Shelf shelf() {
        return new Shelf(parts);
    }

    /** Some of the parts, in no order; slots may be empty. */
    Build build() {
        Kit kit = random.nextInt(8) == 0 ? null : some(Kit.class, 1).getFirst();
        List<Integer> choices = kit == null
                ? List.of()
                : kit.layout().options().stream()
                        .map(option -> random.nextInt(option.choices().size()))
                        .toList();
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
                        .toList())
                .withOwned(owned());
    }

    /** A keycap kit that is not chosen yet. */
    KeycapKit another(Build build) {
        return shuffled(parts).stream()
                .filter(KeycapKit.class::isInstance)
                .map(KeycapKit.class::cast)
                .filter(kit -> !build.keycaps().contains(kit))
                .findFirst()
                .orElseThrow();
    }

    Set<Slot> owned() {
        return IntStream.range(0, Math.max(0, random.nextInt(5) - 2))
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
        return silent && random.nextInt(10) == 0 ? null : value;
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
        return alike ? "MX" : one("MX", "MX", "CHOC");
    }

    private Map<String, Object> spacing() {
        return one(Map.<String, Object>of("x", 19.05, "y", 19.05), Map.<String, Object>of("x", 18, "y", 17));
    }

    private Part kit() {
        Map<String, Object> specs = told(
                "sensing",
                        one(List.of("CONTACT"), List.of("CONTACT"), List.of("MAGNETIC"), List.of("CONTACT", "OPTICAL")),
                "sockets", alike ? List.of("MX") : one(List.of("MX"), List.of("MX"), List.of("CHOC_V1", "CHOC_V2")),
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
        return Kit.of(sold(), specs, told("plate", one("NONE", "NONE", "STEEL")), layout());
    }

    private Layout layout() {
        return switch (random.nextInt(4)) {
            case 0 -> KNOB;
            case 1 -> MIXED;
            default ->
                LAYOUTS.computeIfAbsent(
                        Arrays.asList(maybe(coin()), maybe(coin()), coin()),
                        told -> Samples.layout(told.get(0), told.get(1), told.get(2) ? 1 : 2));
        };
    }

    private Part pack() {
        Map<String, Object> specs = told(
                "technology", alike ? "CONTACT" : one("CONTACT", "CONTACT", "MAGNETIC", "OPTICAL"),
                "socketFamily", alike ? "MX" : one("MX", "MX", "CHOC_V1"),
                "stem", mount(),
                "stemShape", one("CROSS", "WIDE_BOX"),
                "type", one("LINEAR", "CLICKY"),
                "pins", one(3, 3, 5),
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
        return IntStream.range(0, 2 + random.nextInt(6))
                .mapToObj(i -> Samples.told(
                        one(PLAIN, PLAIN, TWO, LONG, ISO, STEPPED),
                        "row",
                        one(Row.Z, Row.BOTTOM).name(),
                        "legendClass",
                        one("ALPHA", "MODIFIER", "SPACE"),
                        "count",
                        1 + random.nextInt(5),
                        "stemOffset",
                        one(0, 0, 0, -0.25, 0.5)))
                .toList();
    }

    private static final Map<String, Object> PLAIN = Map.of("w", 1, "h", 1);
    private static final Map<String, Object> TWO = Map.of("w", 2, "h", 1);
    private static final Map<String, Object> LONG = Map.of("w", 6.25, "h", 1);
    private static final Map<String, Object> ISO = Map.of("w", 1.25, "h", 2, "w2", 1.5, "h2", 1, "x2", -0.25, "y2", 0);
    private static final Map<String, Object> STEPPED = Map.of("w", 1.25, "h", 1, "w2", 1.75, "h2", 1, "stepped", true);

    private Part artisan() {
        return Artisan.of(
                sold(),
                told("mount", mount(), "profile", one("CHERRY", "SA"), "row", one("Z", "BOTTOM"), "w", 1, "h", 1));
    }

    private Part accessory() {
        return switch (random.nextInt(6)) {
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
                told("stabilisers", one(held(2.0, 1), held(2.0, 2), held(6.25, 1), held(6.25, 1))));
    }

    private static List<Map<String, Object>> held(double width, int count) {
        return List.of(Map.of("width", width, "count", count));
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
