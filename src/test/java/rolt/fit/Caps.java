package rolt.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.stream.IntStream;
import rolt.fit.Attributes.CapMount;
import rolt.fit.Attributes.CapProfile;
import rolt.fit.Attributes.LegendLanguage;
import rolt.fit.Attributes.Spacing;
import rolt.fit.KeycapKit.Cap;
import rolt.fit.KeycapKit.Height;
import rolt.fit.KeycapKit.LegendClass;
import rolt.fit.KeycapKit.Purpose;
import rolt.fit.Part.Sold;
import rolt.layout.Layout;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.Row;

/** Small boards and keycap kits for the tests. */
final class Caps {
    static final KeycapKit.Specs SCULPTED = set(CapMount.MX, CapProfile.CHERRY, true);
    static final KeycapKit.Specs UNIFORM = set(CapMount.MX, CapProfile.DSA, false);
    static final KeycapKit.Specs CHOC = set(CapMount.CHOC, CapProfile.LOW_PROFILE, false);

    /** Of which nobody tells whether the rows differ in height. */
    static final KeycapKit.Specs UNFORMED = set(CapMount.MX, CapProfile.DSA, null);

    private static final YAMLMapper YAML = new YAMLMapper();

    private Caps() {}

    /** A board from rows of keyboard-layout-editor; the last one is the bottom row. */
    static Board board(String... rows) {
        return layout(rows).board();
    }

    static Layout layout(String... rows) {
        try {
            List<List<Object>> keymap =
                    YAML.readValue("[[" + String.join("], [", rows) + "]]", new TypeReference<>() {});
            return Layout.of(new LayoutSpec(keymap, List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static KeycapKit kit(String sku, long price, KeycapKit.Specs set, Cap... caps) {
        var sold = new Sold(sku, sku.split("-")[0], price, 10);
        return new KeycapKit(sold, set, Purpose.BASE, LegendLanguage.EN, List.of(caps));
    }

    /** The same kits, told apart by their SKUs. */
    static List<KeycapKit> numbered(List<KeycapKit> kits) {
        return IntStream.range(0, kits.size())
                .mapToObj(i -> kit(
                        kits.get(i).sku() + "-" + i,
                        kits.get(i).sold().price(),
                        kits.get(i).specs(),
                        kits.get(i).caps().toArray(Cap[]::new)))
                .toList();
    }

    static Cap cap(double w, Row row, LegendClass legend, int count) {
        return new Cap(w, 1, null, null, null, null, row, legend, count, false, 0);
    }

    private static KeycapKit.Specs set(CapMount mount, CapProfile profile, Boolean sculpted) {
        return new KeycapKit.Specs(
                mount,
                new Spacing(19.05, 19.05),
                profile,
                sculpted,
                Height.FULL,
                "PBT",
                1.5,
                LegendLanguage.EN,
                false,
                null);
    }
}
