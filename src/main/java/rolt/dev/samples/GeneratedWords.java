package rolt.dev.samples;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import rolt.catalog.CatalogMessages.Kind;
import rolt.platform.Text;

/** What generated products are called and how they vary. */
final class GeneratedWords {
    private static final List<Kind> KINDS = List.of(
            Kind.KIT,
            Kind.KIT,
            Kind.SWITCH,
            Kind.SWITCH,
            Kind.SWITCH,
            Kind.KEYCAP_SET,
            Kind.KEYCAP_SET,
            Kind.KEYCAP_SET,
            Kind.KEYCAP_SET,
            Kind.ARTISAN,
            Kind.ARTISAN,
            Kind.ACCESSORY,
            Kind.ACCESSORY);
    private static final int SERVICE_IN = 200;

    private static final List<String> BRANDS = List.of(
            "ROLT",
            "Mây Trắng",
            "Sông Hồng Works",
            "Phím Việt",
            "Tre Xanh",
            "Gốm Bát Tràng",
            "Đá Cuội",
            "Lụa Keys",
            "Northwind",
            "Saola Labs",
            "Kestrel",
            "Halcyon",
            "Cốc Cà Phê",
            "Ngõ Nhỏ",
            "Bến Thành Caps",
            "Monsoon",
            "Delta Nine",
            "Hạ Long Type",
            "Old Quarter",
            "Cao Nguyên",
            "Sapa Studio",
            "Hội An Craft",
            "Ember",
            "Lotus");

    private static final List<Text> THINGS = List.of(
            new Text("Sương", "Mist"),
            new Text("Mây", "Cloud"),
            new Text("Trăng", "Moon"),
            new Text("Sóng", "Wave"),
            new Text("Gió", "Wind"),
            new Text("Núi", "Mountain"),
            new Text("Suối", "Stream"),
            new Text("Biển", "Sea"),
            new Text("Đá", "Stone"),
            new Text("Lửa", "Fire"),
            new Text("Mưa", "Rain"),
            new Text("Nắng", "Sunlight"),
            new Text("Rừng", "Forest"),
            new Text("Lá", "Leaf"),
            new Text("Hoa", "Blossom"),
            new Text("Chim", "Bird"),
            new Text("Cá", "Fish"),
            new Text("Hổ", "Tiger"),
            new Text("Rồng", "Dragon"),
            new Text("Phượng", "Phoenix"),
            new Text("Sen", "Lotus"),
            new Text("Mai", "Apricot"),
            new Text("Đào", "Peach"),
            new Text("Trúc", "Bamboo"),
            new Text("Gốm", "Pottery"),
            new Text("Lụa", "Silk"),
            new Text("Nón", "Hat"),
            new Text("Trống", "Drum"),
            new Text("Đèn", "Lantern"),
            new Text("Chuông", "Bell"),
            new Text("Phố", "Street"),
            new Text("Cầu", "Bridge"));

    private static final List<Text> MANNERS = List.of(
            new Text("Ban Mai", "Morning"),
            new Text("Hoàng Hôn", "Dusk"),
            new Text("Đêm", "Night"),
            new Text("Xanh", "Green"),
            new Text("Đỏ", "Red"),
            new Text("Tím", "Violet"),
            new Text("Vàng", "Golden"),
            new Text("Bạc", "Silver"),
            new Text("Trắng", "White"),
            new Text("Đen", "Black"),
            new Text("Hồng", "Pink"),
            new Text("Mùa Thu", "Autumn"),
            new Text("Mùa Hạ", "Summer"),
            new Text("Mùa Đông", "Winter"),
            new Text("Mùa Xuân", "Spring"),
            new Text("Tĩnh Lặng", "Quiet"),
            new Text("Rực Rỡ", "Bright"),
            new Text("Dịu Dàng", "Gentle"),
            new Text("Xa Xôi", "Distant"),
            new Text("Cổ Xưa", "Ancient"),
            new Text("Miền Bắc", "Northern"),
            new Text("Miền Nam", "Southern"),
            new Text("Cao Nguyên", "Highland"),
            new Text("Phương Đông", "Eastern"));

    private static final Map<Kind, Text> NOUNS = new EnumMap<>(Map.of(
            Kind.KIT, new Text("Bàn phím", "Keyboard kit"),
            Kind.SWITCH, new Text("Switch", "Switch"),
            Kind.KEYCAP_SET, new Text("Keycap", "Keycaps"),
            Kind.ARTISAN, new Text("Artisan", "Artisan"),
            Kind.ACCESSORY, new Text("Phụ kiện", "Accessory"),
            Kind.SERVICE, new Text("Dịch vụ", "Service")));

    private static final Map<Kind, Map<String, List<?>>> VARIED = Map.of(
            Kind.SWITCH,
                    Map.of(
                            "type", List.of("LINEAR", "LINEAR", "TACTILE", "CLICKY"),
                            "factoryLubed", List.of(true, false),
                            "silent", List.of(true, false, false, false)),
            Kind.KEYCAP_SET,
                    Map.of(
                            "profile", List.of("CHERRY", "CHERRY", "OEM", "SA", "MT3", "KAT", "DSA", "XDA"),
                            "material", List.of("PBT", "ABS"),
                            "legendLanguage", List.of("EN", "EN", "VI", "JA"),
                            "shineThrough", List.of(true, false, false)),
            Kind.ARTISAN,
                    Map.of(
                            "profile", List.of("CHERRY", "SA", "OEM"),
                            "motif", List.of("LOTUS", "MOUNTAIN", "WAVE", "MOON", "LANTERN", "BAMBOO", "KOI", "DRUM")));

    private GeneratedWords() {}

    static Kind kind(RandomGenerator random) {
        return random.nextInt(SERVICE_IN) == 0 ? Kind.SERVICE : pick(KINDS, random);
    }

    /** A few brands make much, most make little. */
    static String brand(RandomGenerator random) {
        int last = random.nextInt(1, BRANDS.size() + 1);
        return BRANDS.get(random.nextInt(last));
    }

    static Text name(Kind kind, RandomGenerator random) {
        Text noun = NOUNS.get(kind);
        Text thing = pick(THINGS, random);
        Text manner = pick(MANNERS, random);
        int edition = random.nextInt(1, 100);
        return new Text(
                "%s %s %s %d".formatted(noun.vi(), thing.vi(), manner.vi(), edition),
                "%s %s %s %d".formatted(manner.en(), thing.en(), noun.en(), edition));
    }

    static Text summary(Text model, RandomGenerator random) {
        Text thing = pick(THINGS, random);
        return new Text(
                model.vi() + " Lấy ý từ " + thing.vi().toLowerCase(Locale.ROOT) + ".",
                model.en() + " After the " + thing.en().toLowerCase(Locale.ROOT) + ".");
    }

    static Map<String, Object> vary(Kind kind, Map<String, Object> specs, RandomGenerator random) {
        Map<String, Object> varied = new HashMap<>(specs);
        VARIED.getOrDefault(kind, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> varied.put(field.getKey(), pick(field.getValue(), random)));
        return varied;
    }

    private static <T> T pick(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
