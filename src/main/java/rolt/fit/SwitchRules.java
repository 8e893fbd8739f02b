package rolt.fit;

import static rolt.fit.Finding.when;
import static rolt.fit.FitMessages.Severity.E;
import static rolt.fit.FitMessages.Severity.I;
import static rolt.fit.FitMessages.Severity.W;
import static rolt.fit.Rule.kitAndSwitch;
import static rolt.fit.Truth.holds;
import static rolt.fit.Truth.is;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rolt.fit.Attributes.Sensing;
import rolt.fit.Attributes.SocketFamily;
import rolt.fit.FitMessages.Slot;

/** Rules about switches: S01 to S13. How many there are is asked in {@link SwitchCountRules}. */
final class SwitchRules {
    static final List<Rule> ALL = Stream.concat(
                    Stream.of(
                            kitAndSwitch("S01", E, SwitchRules::sensesDifferently),
                            kitAndSwitch("S02", E, SwitchRules::otherSocketFamily),
                            kitAndSwitch("S03", W, SwitchRules::magnetNotSupported),
                            kitAndSwitch("S04", W, SwitchRules::legsToClip),
                            kitAndSwitch("S05", E, SwitchRules::nothingHoldsItStraight),
                            kitAndSwitch("S06", E, SwitchRules::pinsTooThick),
                            kitAndSwitch("S07", E, SwitchRules::sitsOnLed),
                            kitAndSwitch("S08", I, SwitchRules::dimsLight),
                            new Rule("S09", W, Set.of(Slot.KIT, Slot.SERVICES), SwitchRules::customerSolders)),
                    SwitchCountRules.ALL.stream())
            .toList();

    private SwitchRules() {}

    /** Contact, magnetic, optical or electro-capacitive: keys would not register. */
    private static Finding sensesDifferently(Kit kit, Switch part) {
        Sensing technology = part.specs().technology();
        return when(holds(kit.specs().sensing(), technology).not())
                .telling("kit", kit.specs().sensing(), "switch", technology);
    }

    /** "Low profile" is not one standard. */
    private static Finding otherSocketFamily(Kit kit, Switch part) {
        SocketFamily family = part.specs().socketFamily();
        return when(holds(kit.specs().sockets(), family).not())
                .telling("kit", kit.specs().sockets(), "switch", family);
    }

    /** Polarity and height of the magnet differ from model to model. */
    private static Finding magnetNotSupported(Kit kit, Switch part) {
        Truth magnetic = holds(kit.specs().sensing(), Sensing.MAGNETIC)
                .and(is(part.specs().technology(), Sensing.MAGNETIC));
        String code = part.named() ? part.sold().code() : null;
        return when(magnetic.and(holds(kit.specs().supportedSwitches(), code).not()));
    }

    /** Two plastic legs must be clipped. */
    private static Finding legsToClip(Kit kit, Switch part) {
        Truth legs = is(part.specs().pins(), 5).and(is(kit.specs().pins(), 3));
        return when(mxContact(kit, part).and(legs));
    }

    /** A soldered switch at least cannot come out again. */
    private static Finding nothingHoldsItStraight(Kit kit, Switch part) {
        Truth loose = is(part.specs().pins(), 3).and(is(kit.plate(), Kit.Plate.NONE));
        Finding found = when(mxContact(kit, part).and(loose));
        return switch (is(kit.specs().hotSwap(), Kit.HotSwap.NONE)) {
            case YES -> found.as(W);
            case UNKNOWN -> found.and(Truth.UNKNOWN);
            case NO -> found;
        };
    }

    private static Truth mxContact(Kit kit, Switch part) {
        return holds(kit.specs().sensing(), Sensing.CONTACT)
                .and(holds(kit.specs().sockets(), SocketFamily.MX))
                .and(is(part.specs().technology(), Sensing.CONTACT))
                .and(is(part.specs().socketFamily(), SocketFamily.MX));
    }

    /** Only thin pins enter an Outemu rivet socket. */
    private static Finding pinsTooThick(Kit kit, Switch part) {
        Truth rivets = is(kit.specs().hotSwap(), Kit.HotSwap.OUTEMU_RIVET);
        return when(rivets.and(Truth.of(part.specs().thinPins()).not()));
    }

    /** Without a slot the housing sits on the LED. */
    private static Finding sitsOnLed(Kit kit, Switch part) {
        Truth onTop = is(kit.specs().leds(), Kit.Leds.ON_TOP);
        return when(onTop.and(Truth.of(part.specs().ledSlot()).not()));
    }

    private static Finding dimsLight(Kit kit, Switch part) {
        Truth coloured = is(kit.specs().leds(), Kit.Leds.NONE)
                .not()
                .and(Truth.of(kit.specs().rgb()));
        return when(coloured.and(is(part.specs().housing(), Switch.Housing.OPAQUE)));
    }

    private static Stream<Finding> customerSolders(Rule.Scene scene) {
        boolean ordered =
                scene.build().services().stream().anyMatch(pick -> pick.part().is(Service.Type.SOLDER));
        return Stream.ofNullable(scene.build().kit())
                .filter(kit -> !ordered)
                .map(kit -> when(is(kit.specs().hotSwap(), Kit.HotSwap.NONE)).about(kit));
    }
}
