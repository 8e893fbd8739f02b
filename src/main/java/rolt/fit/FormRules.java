package rolt.fit;

import static rolt.fit.Finding.when;
import static rolt.fit.FitMessages.Severity.E;
import static rolt.fit.FitMessages.Severity.W;
import static rolt.fit.Rule.kitAndAccessory;
import static rolt.fit.Truth.holds;
import static rolt.fit.Truth.is;
import static rolt.fit.Truth.same;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.FitMessages.Slot;
import rolt.layout.Layout.Option;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.LayoutChoice;

/** Rules about the case, its layout and what is plugged into it: F01 to F05. */
final class FormRules {
    private static final Set<Accessory.Type> LOOSE =
            Set.of(Accessory.Type.CASE, Accessory.Type.PCB, Accessory.Type.PLATE);

    static final List<Rule> ALL = List.of(
            new Rule("F01", E, Set.of(Slot.KIT), FormRules::plateLacksCutOuts),
            new Rule("F02", E, Set.of(Slot.KIT), FormRules::pcbLacksPositions),
            kitAndAccessory("F03", W, FormRules::otherFamily),
            kitAndAccessory("F04", E, FormRules::otherConnector),
            new Rule("F05", W, Set.of(Slot.KIT, Slot.ACCESSORIES), FormRules::bareShaft));

    private FormRules() {}

    private static Stream<Finding> plateLacksCutOuts(Rule.Scene scene) {
        return Stream.ofNullable(scene.build().kit()).flatMap(kit -> {
            Truth plate = is(kit.plate(), Kit.Plate.NONE).not();
            return lacking(scene.build(), LayoutChoice::plate)
                    .map(found -> found.and(plate).about(kit));
        });
    }

    private static Stream<Finding> pcbLacksPositions(Rule.Scene scene) {
        return Stream.ofNullable(scene.build().kit())
                .flatMap(kit -> lacking(scene.build(), LayoutChoice::pcb).map(found -> found.about(kit)));
    }

    /** For each option, whether its choice is not supported. */
    private static Stream<Finding> lacking(Build build, Function<LayoutChoice, Boolean> support) {
        if (build.kit().layout() == null) {
            return Stream.of(when(Truth.UNKNOWN));
        }
        List<Option> options = build.kit().layout().options();
        return IntStream.range(0, options.size()).mapToObj(option -> {
            int chosen = option < build.choices().size() ? build.choices().get(option) : 0;
            var words = options.get(option).words();
            LayoutChoice choice = words.choices().get(chosen);
            return when(Truth.of(support.apply(choice)).not())
                    .telling("option", option, "choice", chosen)
                    .telling("optionName", words.name(), "choiceName", choice.name());
        });
    }

    /** Only some cases, PCBs and plates interchange. */
    private static Finding otherFamily(Kit kit, Accessory part) {
        String code = kit.named() ? kit.sold().code() : null;
        Truth loose = holds(LOOSE, part.specs().type());
        return when(loose.and(holds(part.specs().fitsKits(), code).not()));
    }

    private static Finding otherConnector(Kit kit, Accessory part) {
        Truth cable = is(part.specs().type(), Accessory.Type.CABLE);
        return when(cable.and(same(kit.specs().connector(), part.keyboardEnd()).not()))
                .telling("kit", kit.specs().connector(), "cable", part.keyboardEnd());
    }

    /** An encoder without a knob. */
    private static Stream<Finding> bareShaft(Rule.Scene scene) {
        Build build = scene.build();
        return Stream.ofNullable(build.kit()).map(kit -> {
            Truth included = holds(kit.specs().included(), Kit.Included.KNOB);
            return when(included.not().and(shaft(build))).about(kit);
        });
    }

    private static Truth shaft(Build build) {
        if (build.board() == null) {
            return Truth.UNKNOWN;
        }
        long shafts = build.board().keys().stream()
                .filter(key -> key.kind() == Kind.KNOB)
                .count();
        int knobs = build.accessories().stream()
                .filter(pick -> pick.part().is(Accessory.Type.KNOB))
                .mapToInt(AccessoryPick::quantity)
                .sum();
        return Truth.of(knobs < shafts);
    }
}
