package rolt.fit;

import java.util.List;
import java.util.stream.Stream;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.JudgedPart;
import rolt.fit.FitMessages.Verdict;

/** Tries parts in their place of a build, one after the other. */
public final class Trying {
    private final Build build;
    private final Context context;
    private final CapCover caps;

    public Trying(Build build, Context context) {
        this.build = build;
        this.context = context;
        this.caps = new CapCover(build);
    }

    /** What would be said of a part if it were chosen. */
    public JudgedPart judge(Part part) {
        Build tried = with(part);
        List<Verdict> verdicts = Compatibility.judge(tried, context, caps.of(tried)).stream()
                .filter(verdict -> verdict.parts().contains(part.sku()))
                .toList();
        return new JudgedPart(
                part.sold().code(),
                part.sku(),
                verdicts.isEmpty() ? null : verdicts.getFirst().severity(),
                verdicts.stream().map(Verdict::rule).distinct().toList());
    }

    /** A kit, a switch and another keycap set take the place of what is there; all else stands beside it. */
    private Build with(Part part) {
        if (build.parts().stream().anyMatch(there -> there.sku().equals(part.sku()))) {
            return build;
        }
        return switch (part) {
            case Kit kit -> build.withKit(kit, sameProduct(kit) ? build.choices() : List.of());
            case Switch pack -> build.withSwitches(List.of(new SwitchPick(pack, null, null)));
            case KeycapKit kit -> build.withKeycaps(and(ofSameSet(kit), kit));
            case Artisan cap -> build.withArtisans(and(build.artisans(), cap));
            case Accessory each -> build.withAccessories(and(build.accessories(), new AccessoryPick(each, 1)));
            case Service service -> build.withServices(and(build.services(), new ServicePick(service, null)));
        };
    }

    private boolean sameProduct(Kit kit) {
        return build.kit() != null
                && build.kit().sold().code().equals(kit.sold().code());
    }

    private List<KeycapKit> ofSameSet(KeycapKit kit) {
        return build.keycaps().stream()
                .filter(there -> there.sold().code().equals(kit.sold().code()))
                .toList();
    }

    private static <T> List<T> and(List<T> picks, T another) {
        return Stream.concat(picks.stream(), Stream.of(another)).toList();
    }
}
