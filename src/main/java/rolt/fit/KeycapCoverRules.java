package rolt.fit;

import static rolt.fit.Finding.when;
import static rolt.fit.FitMessages.Severity.E;
import static rolt.fit.FitMessages.Severity.I;
import static rolt.fit.FitMessages.Severity.W;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import rolt.fit.Attributes.LegendLanguage;
import rolt.fit.CapMatching.Bare;
import rolt.fit.CapMatching.Placed;
import rolt.fit.CapNeeds.Need;
import rolt.fit.CapSupply.Alike;
import rolt.fit.CapSupply.Stem;
import rolt.fit.FitMessages.Slot;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Shape;

/** Rules about whether the keycap kits cover the board: K01 to K04, K06, K07. */
final class KeycapCoverRules {
    private static final Set<Slot> SLOTS = Set.of(Slot.KIT, Slot.KEYCAPS);

    static final List<Rule> ALL = List.of(
            new Rule("K01", E, SLOTS, KeycapCoverRules::bareKeys),
            new Rule("K02", W, SLOTS, KeycapCoverRules::otherRow),
            new Rule("K03", I, SLOTS, KeycapCoverRules::soldApart),
            new Rule("K04", W, Set.of(Slot.KEYCAPS), KeycapCoverRules::otherLanguage),
            new Rule("K06", W, SLOTS, KeycapCoverRules::otherLegends),
            new Rule("K07", E, SLOTS, KeycapCoverRules::stemElsewhere));

    private KeycapCoverRules() {}

    /** Lists the missing caps. */
    private static Stream<Finding> bareKeys(Rule.Scene scene) {
        var caps = scene.caps();
        if (!caps.asked()) {
            return Stream.of();
        }
        var missing = caps.bare().stream().map(KeycapCoverRules::told).toList();
        return Stream.of(when(caps.leavesBare()).about(caps.parts()).telling("missing", missing));
    }

    /** In a uniform set every row is as high, so that only the print tells a row. */
    private static Stream<Finding> otherRow(Rule.Scene scene) {
        var caps = scene.caps();
        var keys = caps.placed(placed -> !placed.cap().suitsRow(placed.key()));
        boolean uniform = !keys.isEmpty() && keys.stream().allMatch(placed -> isUniform(placed.cap()));
        return unsuited(caps, keys, caps.told().and(caps.formTold())).map(found -> found.as(uniform ? I : W));
    }

    private static boolean isUniform(Alike cap) {
        return Boolean.FALSE.equals(cap.sculpted());
    }

    /** What is missing is what named kits hold; these are the cheapest of them. */
    private static Stream<Finding> soldApart(Rule.Scene scene) {
        var caps = scene.caps();
        return caps.cover(scene.context().shelf()).stream()
                .map(kits -> when(Truth.YES)
                        .about(caps.parts())
                        .telling("kits", kits.stream().map(Part::sku).toList())
                        .telling(
                                "price",
                                kits.stream()
                                        .mapToLong(kit -> kit.sold().price())
                                        .sum()));
    }

    /** As where a layout is ISO and the legends are those of another country. */
    private static Stream<Finding> otherLanguage(Rule.Scene scene) {
        var wanted = scene.build().legendLanguage();
        if (wanted == null) {
            return Stream.of();
        }
        return scene.build().keycaps().stream().map(kit -> {
            var language = kit.legendLanguage();
            Truth wordless = Truth.is(language, LegendLanguage.NONE);
            return when(Truth.is(language, wanted).or(wordless).not())
                    .about(kit)
                    .telling("wanted", wanted, "language", language);
        });
    }

    /** As where numpad caps must serve for letters. */
    private static Stream<Finding> otherLegends(Rule.Scene scene) {
        var caps = scene.caps();
        var keys = caps.placed(placed -> !placed.cap().suitsLegend(placed.key()));
        return unsuited(caps, keys, caps.told().and(caps.formTold()));
    }

    /** Of stepped caps, and of 6u space bars. */
    private static Stream<Finding> stemElsewhere(Rule.Scene scene) {
        var caps = scene.caps();
        var unclear = caps.placed(placed -> placed.cap().stem() == Stem.UNKNOWN);
        var missed = caps.placed(placed -> placed.cap().stem() == Stem.MISSES);
        return missed.isEmpty() && !unclear.isEmpty()
                ? Stream.of(found(caps, unclear, Truth.UNKNOWN))
                : unsuited(caps, missed, caps.told());
    }

    /** Where not all is told, and what is told does not suit every key, the rest may bring any fault. */
    private static Stream<Finding> unsuited(CapCover caps, List<Placed> keys, Truth told) {
        if (!caps.asked() || keys.isEmpty() && (told == Truth.YES || caps.suits())) {
            return Stream.of();
        }
        return Stream.of(found(caps, keys, told));
    }

    private static Finding found(CapCover caps, List<Placed> keys, Truth truth) {
        return when(truth)
                .about(caps.parts())
                .telling("keys", keys.stream().map(KeycapCoverRules::told).toList());
    }

    private static Map<String, Object> told(Bare bare) {
        return told(bare.shape(), bare.key(), bare.count());
    }

    private static Map<String, Object> told(Placed placed) {
        var told = told(placed.shape(), placed.key(), placed.count());
        told.put("capRow", placed.cap().row().name());
        told.put("capLegendClass", placed.cap().legend().name());
        return told;
    }

    /** Lengths in u; the second rectangle only where there is one, legend classes only where they are known. */
    private static Map<String, Object> told(CapShape cap, Need key, int count) {
        var told = new LinkedHashMap<String, Object>();
        Shape shape = cap.outline();
        told.put("count", count);
        told.put("row", key.row().name());
        told.put("w", shape.w());
        told.put("h", shape.h());
        if (!shape.plain()) {
            told.put("x2", shape.x2());
            told.put("y2", shape.y2());
            told.put("w2", shape.w2());
            told.put("h2", shape.h2());
            told.put("stepped", cap.stepped());
        }
        if (key.legends().size() < LegendClass.values().length) {
            told.put("legendClasses", key.legends().stream().map(Enum::name).toList());
        }
        return told;
    }
}
