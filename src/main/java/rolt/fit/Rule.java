package rolt.fit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;

/**
 * One rule of fit. To add one, write it into the list of its family, with an id of its own: a check is given the parts
 * that it is about, never null, and is not asked while one of them is not chosen.
 *
 * @param severity the worst that it says
 * @param slots that it is about: where one is owned, its E is a W
 * @param asksBoard false for a rule about two parts alone, whatever the layout
 */
record Rule(String id, Severity severity, Set<Slot> slots, Check check, boolean asksBoard) {

    /** A rule about the whole build. */
    Rule(String id, Severity severity, Set<Slot> slots, Check check) {
        this(id, severity, slots, check, true);
    }

    /** What a rule may look at. */
    interface Check {
        /** Every finding, also those that say NO; a triggered one for each group of parts at most. */
        Stream<Finding> of(Scene scene);
    }

    /**
     * @param before verdicts of the rules declared earlier
     * @param caps worked out when a rule first asks
     */
    record Scene(Build build, Context context, List<Verdict> before, CapCover caps) {}

    /** A check of two parts. */
    interface Pair<A extends Part, B extends Part> {
        Finding of(A one, B other);
    }

    /** About the kit and each switch. */
    static Rule kitAndSwitch(String id, Severity severity, Pair<Kit, Switch> check) {
        return KITS.with(SWITCHES, id, severity, check);
    }

    /** About the kit and each keycap kit. */
    static Rule kitAndKeycaps(String id, Severity severity, Pair<Kit, KeycapKit> check) {
        return KITS.with(KEYCAPS, id, severity, check);
    }

    /** About each switch and each keycap kit. */
    static Rule switchAndKeycaps(String id, Severity severity, Pair<Switch, KeycapKit> check) {
        return SWITCHES.with(KEYCAPS, id, severity, check);
    }

    /** About each switch and each artisan keycap. */
    static Rule switchAndArtisan(String id, Severity severity, Pair<Switch, Artisan> check) {
        return SWITCHES.with(ARTISANS, id, severity, check);
    }

    /** About the kit and each set of stabilisers. */
    static Rule kitAndStabilisers(String id, Severity severity, Pair<Kit, Accessory> check) {
        return KITS.with(STABILISERS, id, severity, check);
    }

    /** About the kit and each other accessory. */
    static Rule kitAndAccessory(String id, Severity severity, Pair<Kit, Accessory> check) {
        return KITS.with(ACCESSORIES, id, severity, check);
    }

    /** About each service and each switch. */
    static Rule serviceAndSwitch(String id, Severity severity, Pair<Service, Switch> check) {
        return SERVICES.with(SWITCHES, id, severity, check);
    }

    /** About each service and the kit. */
    static Rule serviceAndKit(String id, Severity severity, Pair<Service, Kit> check) {
        return SERVICES.with(KITS, id, severity, check);
    }

    private static final Parts<Kit> KITS = new Parts<>(Slot.KIT, build -> Stream.ofNullable(build.kit()));
    private static final Parts<Switch> SWITCHES =
            new Parts<>(Slot.SWITCHES, build -> build.switches().stream().map(SwitchPick::part));
    private static final Parts<KeycapKit> KEYCAPS = new Parts<>(Slot.KEYCAPS, build -> build.keycaps().stream());
    private static final Parts<Artisan> ARTISANS = new Parts<>(Slot.ARTISANS, build -> build.artisans().stream());
    private static final Parts<Accessory> STABILISERS = accessories(Slot.STABILISERS);
    private static final Parts<Accessory> ACCESSORIES = accessories(Slot.ACCESSORIES);
    private static final Parts<Service> SERVICES =
            new Parts<>(Slot.SERVICES, build -> build.services().stream().map(ServicePick::part));

    private static Parts<Accessory> accessories(Slot slot) {
        return new Parts<>(
                slot,
                build -> build.accessories().stream().map(AccessoryPick::part).filter(part -> part.slot() == slot));
    }

    /** The parts of a slot. */
    private record Parts<A extends Part>(Slot slot, Function<Build, Stream<A>> of) {
        <B extends Part> Rule with(Parts<B> others, String id, Severity severity, Pair<A, B> check) {
            Check each = scene -> of.apply(scene.build())
                    .flatMap(one -> others.of
                            .apply(scene.build())
                            .map(other -> check.of(one, other).about(one, other)));
            return new Rule(id, severity, Set.of(slot, others.slot), each, false);
        }
    }
}
