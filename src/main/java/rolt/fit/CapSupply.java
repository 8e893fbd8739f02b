package rolt.fit;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rolt.fit.CapNeeds.Need;
import rolt.fit.KeycapKit.Cap;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Row;

/** The caps that kits hold, by shape; the order of the kits makes no difference. */
record CapSupply(Map<CapShape, Map<Alike, Integer>> byShape) {
    private static final double CLOSE = 0.01;

    /** Whether a cap's stem stands where the key's switch does. */
    enum Stem {
        FITS,
        UNKNOWN,
        MISSES
    }

    /**
     * Caps of one shape that are alike.
     *
     * @param suitable the row that it is made for, and those that its maker forms alike
     * @param sculpted null where it is not told
     */
    record Alike(Row row, Set<Row> suitable, LegendClass legend, Stem stem, Boolean sculpted) {

        boolean suitsRow(Need key) {
            return suitable.contains(key.row());
        }

        boolean suitsLegend(Need key) {
            return key.legends().contains(legend);
        }
    }

    /** @param kits whose caps are told */
    static CapSupply of(List<KeycapKit> kits) {
        var supply = new HashMap<CapShape, Map<Alike, Integer>>();
        each(
                kits,
                (kit, shape, alike, count) -> supply.computeIfAbsent(shape, none -> new LinkedHashMap<>())
                        .merge(alike, count, Integer::sum));
        return new CapSupply(supply);
    }

    /** Some caps of a kit. */
    interface Told {
        void of(KeycapKit kit, CapShape shape, Alike alike, int count);
    }

    /** All caps of all kits, by SKU. */
    static void each(List<KeycapKit> kits, Told told) {
        for (var kit : sorted(kits)) {
            var rows = alikeRows(kit.specs());
            for (var cap : kit.caps()) {
                var shape = CapShape.of(cap);
                var alike = new Alike(
                        cap.row(),
                        rows.get(cap.row()),
                        cap.legendClass(),
                        stem(cap, shape),
                        kit.specs().sculpted());
                told.of(kit, shape, alike, cap.count());
            }
        }
    }

    private static List<KeycapKit> sorted(List<KeycapKit> kits) {
        return kits.stream().sorted(Comparator.comparing(KeycapKit::sku)).toList();
    }

    private static Map<Row, Set<Row>> alikeRows(KeycapKit.Specs set) {
        var rows = new EnumMap<Row, Set<Row>>(Row.class);
        for (var row : Row.values()) {
            var alike = EnumSet.allOf(Row.class);
            alike.removeIf(other -> !set.sameForm(row, other));
            rows.put(row, alike);
        }
        return rows;
    }

    private static Stem stem(Cap cap, CapShape shape) {
        if (Math.abs(cap.stemOffset() - shape.stem()) < CLOSE || cap.stemOffset() == 0 && shape.angled()) {
            return Stem.FITS;
        }
        return Double.isNaN(shape.stem()) ? Stem.UNKNOWN : Stem.MISSES;
    }
}
