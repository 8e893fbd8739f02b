package rolt.catalog;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import rolt.platform.Language;
import rolt.platform.Text;

/** The values of the facets in words, in the order in which they are offered. */
final class FacetWords {
    private static final Map<String, Text> WORDS = new LinkedHashMap<>();

    private FacetWords() {}

    static {
        say("KIT", "Kit bàn phím", "Keyboard kits");
        say("SWITCH", "Switch", "Switches");
        say("KEYCAP_SET", "Bộ keycap", "Keycap sets");
        say("ARTISAN", "Keycap artisan", "Artisan keycaps");
        say("ACCESSORY", "Phụ kiện", "Accessories");
        say("SERVICE", "Dịch vụ", "Services");

        say("FORTY", "40%", "40%");
        say("SIXTY", "60%", "60%");
        say("SIXTY_FIVE", "65%", "65%");
        say("SEVENTY_FIVE", "75%", "75%");
        say("TKL", "TKL", "TKL");
        say("COMPACT_1800", "1800", "1800");
        say("FULL_SIZE", "Đủ phím", "Full size");
        say("ALICE", "Alice", "Alice");

        say("hotSwap:NONE", "Hàn chân switch", "Soldered");
        say("MX_SOCKET", "Hot-swap", "Hot-swap");
        say("OUTEMU_RIVET", "Hot-swap Outemu", "Outemu hot-swap");
        say("CHOC_SOCKET", "Hot-swap Choc", "Choc hot-swap");
        say("SOCKETLESS", "Không cần chân cắm", "Socketless");
        say("TRAY", "Tray mount", "Tray mount");
        say("TOP", "Top mount", "Top mount");
        say("SANDWICH", "Sandwich", "Sandwich");
        say("O_RING", "O-ring", "O-ring");
        say("LEAF_SPRING", "Lò xo lá", "Leaf spring");
        say("INTEGRATED_PLATE", "Plate liền vỏ", "Integrated plate");
        say("OWN", "Của hãng", "Maker's own");
        say("CONTACT", "Tiếp điểm", "Contact");
        say("MAGNETIC", "Từ tính", "Magnetic");
        say("OPTICAL", "Quang học", "Optical");
        say("ELECTRO_CAPACITIVE", "Điện dung", "Electro-capacitive");
        say("MX", "MX", "MX");
        say("CHOC_V1", "Choc v1", "Choc v1");
        say("CHOC_V2", "Choc v2", "Choc v2");
        say("GATERON_LP", "Gateron low profile", "Gateron low profile");
        say("CHERRY_LP", "Cherry low profile", "Cherry low profile");
        say("USB", "USB-C", "USB-C");
        say("BLUETOOTH", "Bluetooth", "Bluetooth");
        say("RADIO", "2,4 GHz", "2.4 GHz");

        say("LINEAR", "Tuyến tính", "Linear");
        say("TACTILE", "Có khấc", "Tactile");
        say("CLICKY", "Có tiếng click", "Clicky");
        say("CHERRY", "Cherry", "Cherry");
        say("LOW_PROFILE", "Thấp", "Low profile");
        say("DOUBLE_SHOT", "Đúc hai lớp", "Double-shot");
        say("DYE_SUBLIMATED", "In thăng hoa", "Dye-sublimated");
        say("REVERSE_DYE_SUBLIMATED", "In thăng hoa ngược", "Reverse dye-sublimated");
        say("LASERED", "Khắc laser", "Lasered");
        say("BLANK", "Không in", "Blank");
        say("EN", "Tiếng Anh", "English");
        say("VI", "Tiếng Việt", "Vietnamese");
        say("JA", "Tiếng Nhật", "Japanese");
        say("DE", "Tiếng Đức", "German");
        say("FR", "Tiếng Pháp", "French");
        say("legends:NONE", "Không có chữ", "No words");

        say("RESIN", "Nhựa resin", "Resin");
        say("ALUMINIUM", "Nhôm", "Aluminium");
        say("BRASS", "Đồng thau", "Brass");
        say("STEEL", "Thép", "Steel");
        say("WOOD", "Gỗ", "Wood");
        say("LOTUS", "Hoa sen", "Lotus");
        say("MOUNTAIN", "Núi", "Mountain");
        say("WAVE", "Sóng", "Wave");
        say("MOON", "Trăng", "Moon");
        say("LANTERN", "Đèn lồng", "Lantern");
        say("BAMBOO", "Tre", "Bamboo");
        say("KOI", "Cá chép", "Koi");
        say("DRUM", "Trống đồng", "Bronze drum");

        say("STABILISER", "Stabiliser", "Stabilisers");
        say("CABLE", "Cáp", "Cables");
        say("FOAM", "Foam tiêu âm", "Foam");
        say("LUBRICANT", "Chất bôi trơn", "Lubricants");
        say("FILM", "Film switch", "Switch films");
        say("SPRING", "Lò xo", "Springs");
        say("KEYCAP_PULLER", "Dụng cụ nhổ keycap", "Keycap pullers");
        say("SWITCH_PULLER", "Dụng cụ nhổ switch", "Switch pullers");
        say("SWITCH_OPENER", "Dụng cụ mở switch", "Switch openers");
        say("LUBE_STATION", "Khay lube", "Lube stations");
        say("BRUSH", "Cọ", "Brushes");
        say("WRIST_REST", "Kê tay", "Wrist rests");
        say("CARRYING_CASE", "Túi đựng", "Carrying cases");
        say("DESK_MAT", "Thảm bàn", "Desk mats");
        say("SCREW", "Ốc vít", "Screws");
        say("GASKET", "Gasket", "Gasket");
        say("KNOB", "Núm xoay", "Knobs");
        say("CASE", "Vỏ rời", "Loose case");
        say("PCB", "Mạch rời", "Loose PCB");
        say("PLATE", "Plate rời", "Loose plate");
        say("SOLDER", "Hàn", "Soldering");

        say("LUBE_SWITCH", "Lube switch", "Switch lubing");
        say("FILM_SWITCH", "Dán film switch", "Switch filming");
        say("SWAP_SPRING", "Thay lò xo", "Spring swap");
        say("TUNE_STABILISER", "Cân stabiliser", "Stabiliser tuning");
        say("DESOLDER", "Rã hàn", "Desoldering");
        say("ASSEMBLE", "Lắp ráp", "Assembly");
        say("FIT_FOAM", "Lót foam", "Foam fitting");
        say("CLEAN_CASE", "Vệ sinh vỏ", "Case cleaning");
        say("FLASH_FIRMWARE", "Nạp firmware", "Firmware flashing");
        say("PER_SWITCH", "Theo switch", "Per switch");
        say("PER_STABILISER", "Theo stabiliser", "Per stabiliser");
        say("PER_BOARD", "Theo bàn phím", "Per board");

        say("true", "Có", "Yes");
        say("false", "Không", "No");
    }

    private static void say(String value, String vi, String en) {
        WORDS.put(value, new Text(vi, en));
    }

    /** A value in words; one that has none speaks for itself, as do makers' and firmware's names. */
    static String of(String facet, String value, Language language) {
        Text text = WORDS.getOrDefault(facet + ":" + value, WORDS.get(value));
        if (text != null) {
            return text.in(language);
        }
        return value.contains("_")
                ? value.charAt(0) + value.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ')
                : value;
    }

    /** Where a value stands among the others; those without a word come last. */
    static int position(String facet, String value) {
        int position = 0;
        for (String key : WORDS.keySet()) {
            if (key.equals(value) || key.equals(facet + ":" + value)) {
                return position;
            }
            position++;
        }
        return position;
    }
}
