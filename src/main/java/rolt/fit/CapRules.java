package rolt.fit;

import static rolt.fit.Finding.when;
import static rolt.fit.FitMessages.Severity.E;
import static rolt.fit.FitMessages.Severity.I;
import static rolt.fit.FitMessages.Severity.W;
import static rolt.fit.Rule.kitAndKeycaps;
import static rolt.fit.Rule.switchAndArtisan;
import static rolt.fit.Rule.switchAndKeycaps;
import static rolt.fit.Truth.holds;
import static rolt.fit.Truth.is;
import static rolt.fit.Truth.same;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import rolt.fit.Attributes.CapProfile;
import rolt.fit.Attributes.SocketFamily;
import rolt.fit.Attributes.Spacing;
import rolt.fit.FitMessages.Slot;
import rolt.layout.LayoutMessages.Shape;

/** Rules about caps on stems and beside each other: C01 to C07, K05. */
final class CapRules {
    /** mm; caps are made with walls of 1 to 1.3, or of 1.4 and more */
    private static final double THICK = 1.4;

    /** mm; keys at 19 and caps for 19.05 get along: a cap is 18.5 wide at most */
    private static final double CLOSE = 0.1;

    private static final Set<SocketFamily> LOW_PROFILE =
            Set.of(SocketFamily.CHOC_V1, SocketFamily.CHOC_V2, SocketFamily.GATERON_LP, SocketFamily.CHERRY_LP);

    static final List<Rule> ALL = List.of(
            switchAndKeycaps("C01", E, CapRules::cannotBeMounted),
            switchAndArtisan("C01", E, CapRules::artisanCannotBeMounted),
            kitAndKeycaps("C02", E, CapRules::collide),
            kitAndKeycaps("C03", W, CapRules::strikeHousing),
            kitAndKeycaps("C04", I, CapRules::legendsStayDim),
            switchAndKeycaps("C05", W, CapRules::mayCrack),
            switchAndKeycaps("C07", W, CapRules::mayBottomOutOnCase),
            new Rule("K05", I, Set.of(Slot.KEYCAPS, Slot.ARTISANS), CapRules::artisanStandsOut));

    private CapRules() {}

    static Truth mounts(Switch part, KeycapKit caps) {
        return same(part.specs().stem(), caps.specs().mount());
    }

    private static Finding cannotBeMounted(Switch part, KeycapKit caps) {
        return when(mounts(part, caps).not())
                .telling("stem", part.specs().stem(), "mount", caps.specs().mount());
    }

    private static Finding artisanCannotBeMounted(Switch part, Artisan cap) {
        return when(same(part.specs().stem(), cap.specs().mount()).not())
                .telling("stem", part.specs().stem(), "mount", cap.specs().mount());
    }

    /** Caps for 19.05 mm collide where the keys stand closer. */
    static Finding collide(Kit kit, KeycapKit caps) {
        var board = kit.specs().spacing();
        var made = caps.specs().spacing();
        if (board == null || made == null) {
            return when(Truth.UNKNOWN);
        }
        return when(closer(board.x(), made.x()).or(closer(board.y(), made.y())))
                .telling("spacing", both(board), "capSpacing", both(made));
    }

    private static Truth closer(Double board, Double made) {
        return Truth.of(board == null || made == null ? null : board < made - CLOSE);
    }

    private static List<Double> both(Spacing spacing) {
        return Stream.of(spacing.x(), spacing.y()).filter(Objects::nonNull).toList();
    }

    /** Of the thick caps the Cherry profile is low enough; OEM, SA and MT3 clear the housing. */
    private static Finding strikeHousing(Kit kit, KeycapKit caps) {
        Truth north = is(kit.specs().switchOrientation(), Kit.Side.NORTH);
        return when(north.and(is(caps.specs().profile(), CapProfile.CHERRY)).and(thick(caps)));
    }

    private static Truth thick(KeycapKit caps) {
        Double wall = caps.specs().wallThickness();
        return Truth.of(wall == null ? null : wall >= THICK);
    }

    private static Finding legendsStayDim(Kit kit, KeycapKit caps) {
        Truth south = is(kit.specs().switchOrientation(), Kit.Side.SOUTH);
        Truth lit = is(kit.specs().leds(), Kit.Leds.NONE).not();
        return when(Truth.of(caps.specs().shineThrough()).and(lit).and(south));
    }

    private static Finding mayCrack(Switch part, KeycapKit caps) {
        Truth wide = is(part.specs().stemShape(), Switch.StemShape.WIDE_BOX);
        return when(wide.and(is(caps.specs().material(), "ABS")).and(thick(caps)));
    }

    private static Finding mayBottomOutOnCase(Switch part, KeycapKit caps) {
        Truth low = holds(LOW_PROFILE, part.specs().socketFamily());
        return when(low.and(is(caps.specs().height(), KeycapKit.Height.LOW).not()));
    }

    /** Beside caps of one profile an artisan of another makes a step, and so does one made for another row. */
    private static Stream<Finding> artisanStandsOut(Rule.Scene scene) {
        var sets = scene.build().keycaps();
        if (sets.isEmpty()) {
            return Stream.of();
        }
        return scene.build().artisans().stream()
                .map(cap -> when(standsOut(cap, sets, scene.build()))
                        .about(Stream.concat(Stream.of(cap), sets.stream()).toList())
                        .telling(
                                "profile",
                                cap.specs().profile(),
                                "row",
                                cap.specs().row()));
    }

    /** An artisan that stands in line with one of the sets has its place. */
    private static Truth standsOut(Artisan cap, List<KeycapKit> sets, Build build) {
        return sets.stream()
                .map(set -> same(cap.specs().profile(), set.specs().profile())
                        .not()
                        .or(Truth.of(set.specs().sculpted())
                                .and(hasRow(cap, set, build).not())))
                .reduce(Truth.YES, Truth::and);
    }

    /** Whether the board has a key for the cap in a row that is formed as the one it is made for. */
    private static Truth hasRow(Artisan cap, KeycapKit set, Build build) {
        var made = cap.specs();
        if (build.kit() == null) {
            return Truth.YES;
        }
        if (build.board() == null || made.row() == null || made.w() == null || made.h() == null) {
            return Truth.UNKNOWN;
        }
        return Truth.of(build.board().caps().stream()
                .filter(key -> key.shape().equals(Shape.of(made.w(), made.h())))
                .anyMatch(key -> set.specs().sameForm(made.row(), key.row())));
    }
}
