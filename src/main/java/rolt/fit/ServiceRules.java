package rolt.fit;

import static rolt.fit.Finding.when;
import static rolt.fit.FitMessages.Severity.E;
import static rolt.fit.FitMessages.Severity.I;
import static rolt.fit.FitMessages.Severity.W;
import static rolt.fit.Rule.serviceAndKit;
import static rolt.fit.Rule.serviceAndSwitch;
import static rolt.fit.Truth.holds;
import static rolt.fit.Truth.is;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import rolt.fit.Attributes.Sensing;
import rolt.fit.Build.ServicePick;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;
import rolt.fit.Service.Need;
import rolt.fit.Service.Type;
import rolt.fit.Service.Unit;

/** Rules about work on the bench: V01 to V10. */
final class ServiceRules {
    private static final Map<Need, Slot> WORKED_ON = new EnumMap<>(Map.of(
            Need.KIT, Slot.KIT,
            Need.SOLDER_PCB, Slot.KIT,
            Need.SWITCHES, Slot.SWITCHES,
            Need.STABILISERS, Slot.STABILISERS,
            Need.KEYCAPS, Slot.KEYCAPS));

    static final List<Rule> ALL = List.of(
            serviceAndSwitch("V01", W, ServiceRules::lubedAlready),
            serviceAndSwitch("V02", W, ServiceRules::dullsClickOrBeam),
            serviceAndSwitch("V03", W, ServiceRules::mayNotClose),
            new Rule("V04", E, Set.of(Slot.SERVICES), ServiceRules::quantityDiffers),
            new Rule("V05", E, Set.of(Slot.SERVICES, Slot.STABILISERS, Slot.KIT), ServiceRules::nothingToTune),
            serviceAndKit("V07", I, ServiceRules::foamIncluded),
            new Rule("V08", W, Set.of(Slot.SERVICES), scene -> each(scene, ServiceRules::notReturnable)),
            new Rule("V09", I, Set.of(Slot.SERVICES), ServiceRules::benchQueue),
            new Rule("V10", W, Set.of(Slot.SERVICES), ServiceRules::waitsForOwnPart),
            new Rule("V06", E, Set.of(Slot.SERVICES), ServiceRules::cannotStart));

    private ServiceRules() {}

    private static Stream<Finding> each(Rule.Scene scene, Function<ServicePick, Finding> check) {
        return scene.build().services().stream().map(pick -> check.apply(pick).about(pick.part()));
    }

    private static Finding lubedAlready(Service service, Switch part) {
        return when(is(service.specs().type(), Type.LUBE_SWITCH)
                .and(Truth.of(part.specs().factoryLubed())));
    }

    private static Finding dullsClickOrBeam(Service service, Switch part) {
        Truth clicky = is(part.specs().type(), Switch.Type.CLICKY);
        Truth optical = is(part.specs().technology(), Sensing.OPTICAL);
        return when(is(service.specs().type(), Type.LUBE_SWITCH).and(clicky.or(optical)))
                .telling("type", part.specs().type(), "technology", part.specs().technology());
    }

    private static Finding mayNotClose(Service service, Switch part) {
        return when(is(service.specs().type(), Type.FILM_SWITCH)
                .and(Truth.of(part.specs().tightHousing())));
    }

    /** A service is charged for every one it serves, never once per build. */
    private static Stream<Finding> quantityDiffers(Rule.Scene scene) {
        Build build = scene.build();
        return build.kit() == null ? Stream.of() : each(scene, pick -> quantity(build, pick));
    }

    private static Finding quantity(Build build, ServicePick pick) {
        if (pick.quantity() == null) {
            return when(Truth.NO);
        }
        Unit unit = pick.part().specs().unit();
        if (unit == null || unit != Unit.PER_BOARD && build.board() == null) {
            return when(Truth.UNKNOWN).telling("quantity", pick.quantity());
        }
        int units = new Quantities(build).units(pick.part());
        return when(Truth.of(pick.quantity() != units)).telling("quantity", pick.quantity(), "units", units);
    }

    /** Neither chosen nor in the box, or none of the keys takes one. */
    private static Stream<Finding> nothingToTune(Rule.Scene scene) {
        Build build = scene.build();
        if (build.kit() == null) {
            return Stream.of();
        }
        boolean chosen =
                build.accessories().stream().anyMatch(pick -> pick.part().slot() == Slot.STABILISERS);
        Truth there = Truth.of(chosen).or(holds(build.kit().specs().included(), Kit.Included.STABILISERS));
        boolean taken = build.board() == null || !build.board().stabilisers().isEmpty();
        Truth nothing = there.and(Truth.of(taken)).not();
        return each(
                scene,
                pick -> when(
                        is(pick.part().specs().type(), Type.TUNE_STABILISER).and(nothing)));
    }

    /** Foam in the case or under the plate. */
    private static Finding foamIncluded(Service service, Kit kit) {
        Truth included = holds(kit.specs().included(), Kit.Included.CASE_FOAM)
                .or(holds(kit.specs().included(), Kit.Included.PLATE_FOAM));
        return when(is(service.specs().type(), Type.FIT_FOAM).and(included));
    }

    /** The customer's tick is the consent. */
    private static Finding notReturnable(ServicePick pick) {
        return when(is(pick.part().specs().type(), Type.SOLDER));
    }

    private static Stream<Finding> benchQueue(Rule.Scene scene) {
        List<Service> services =
                scene.build().services().stream().map(ServicePick::part).toList();
        if (services.isEmpty()) {
            return Stream.of();
        }
        var date = scene.context().benchDate();
        return Stream.of(when(date == null ? Truth.UNKNOWN : Truth.YES)
                .telling("date", date == null ? null : date.toString())
                .about(services));
    }

    /** Work starts when the part arrives. */
    private static Stream<Finding> waitsForOwnPart(Rule.Scene scene) {
        Set<Slot> owned = scene.build().owned();
        return owned.isEmpty() ? Stream.of() : each(scene, pick -> waiting(pick.part(), owned));
    }

    private static Finding waiting(Service service, Set<Slot> owned) {
        if (service.specs().needs() == null) {
            return when(Truth.UNKNOWN);
        }
        List<Slot> awaited = service.specs().needs().stream()
                .map(WORKED_ON::get)
                .filter(owned::contains)
                .distinct()
                .sorted()
                .toList();
        return when(Truth.of(!awaited.isEmpty())).telling("slots", awaited);
    }

    /** Asked last: whether anything else stops the bench. */
    private static Stream<Finding> cannotStart(Rule.Scene scene) {
        List<Slot> missing = Compatibility.missing(scene.build());
        List<String> open = scene.before().stream()
                .filter(verdict -> verdict.severity() == Severity.E)
                .map(Verdict::rule)
                .distinct()
                .sorted()
                .toList();
        Truth stopped = Truth.of(!missing.isEmpty() || !open.isEmpty());
        return each(
                scene, pick -> when(assembles(pick.part()).and(stopped)).telling("missing", missing, "rules", open));
    }

    private static Truth assembles(Service service) {
        Type type = service.specs().type();
        return is(type, Type.ASSEMBLE).or(is(type, Type.SOLDER));
    }
}
