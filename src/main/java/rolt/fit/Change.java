package rolt.fit;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Step;

/**
 * A change of a build; fields as in {@link FitMessages.Step}.
 *
 * @param out null where nothing leaves
 * @param in null where nothing enters
 */
record Change(Action action, Part out, Part in, Integer option, Integer choice, Integer quantity) {
    static Change add(Part in) {
        return new Change(Action.ADD, null, in, null, null, null);
    }

    /** @param quantity of what enters; null to keep it, or to have it derived */
    static Change replace(Part out, Part in, Integer quantity) {
        return new Change(Action.REPLACE, out, in, null, null, quantity);
    }

    static Change remove(Part out) {
        Action action = out instanceof Service ? Action.DROP_SERVICE : Action.REMOVE;
        return new Change(action, out, null, null, null, null);
    }

    /** @param pieces of an accessory */
    static Change add(Part in, int pieces) {
        return new Change(Action.ADD, null, in, null, null, pieces);
    }

    static Change choose(int option, int choice) {
        return new Change(Action.CHOOSE_LAYOUT, null, null, option, choice, null);
    }

    /** @param quantity null to have it derived */
    static Change quantity(Part of, Integer quantity) {
        return new Change(Action.CHANGE_QUANTITY, of, null, null, null, quantity);
    }

    /** The build after this change. */
    Build apply(Build build) {
        if (action == Action.CHOOSE_LAYOUT) {
            return build.withKit(build.kit(), chosen(build));
        }
        Part about = in == null ? out : in;
        return switch (about) {
            case Kit kit -> build.withKit(in == null ? null : kit, sameProduct(kit) ? build.choices() : List.of());
            case Switch part -> build.withSwitches(changed(build.switches(), SwitchPick::part, pick(build, part)));
            case KeycapKit part -> build.withKeycaps(changed(build.keycaps(), kit -> kit, part));
            case Artisan part -> build.withArtisans(changed(build.artisans(), cap -> cap, part));
            case Accessory part ->
                build.withAccessories(
                        changed(build.accessories(), AccessoryPick::part, new AccessoryPick(part, pieces(build))));
            case Service part ->
                build.withServices(changed(build.services(), ServicePick::part, new ServicePick(part, quantity)));
        };
    }

    private boolean sameProduct(Kit kit) {
        return out != null && out.sold().code().equals(kit.sold().code());
    }

    /**
     * A switch that takes another's place is for the same keys, and so is one whose packs are to be counted; a told
     * quantity is for all that is left.
     */
    private SwitchPick pick(Build build, Switch part) {
        boolean counted = action == Action.CHANGE_QUANTITY && quantity == null;
        Integer positions = build.switches().stream()
                .filter(pick -> counted || action == Action.REPLACE)
                .filter(pick -> pick.part().sku().equals(out.sku()))
                .map(SwitchPick::positions)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new SwitchPick(part, quantity, positions);
    }

    private int pieces(Build build) {
        if (quantity != null) {
            return quantity;
        }
        return build.accessories().stream()
                .filter(pick -> out != null && pick.part().sku().equals(out.sku()))
                .mapToInt(AccessoryPick::quantity)
                .findFirst()
                .orElse(1);
    }

    private List<Integer> chosen(Build build) {
        int options = build.kit().layout().options().size();
        return Stream.iterate(0, each -> each + 1)
                .limit(options)
                .map(each -> each.equals(option)
                        ? choice
                        : (Integer)
                                (each < build.choices().size() ? build.choices().get(each) : 0))
                .toList();
    }

    private <T> List<T> changed(List<T> picks, Function<T, Part> part, T entering) {
        UnaryOperator<T> swap = pick -> part.apply(pick).sku().equals(out.sku()) ? entering : pick;
        return switch (action) {
            case ADD -> Stream.concat(picks.stream(), Stream.of(entering)).toList();
            case REMOVE, DROP_SERVICE ->
                picks.stream()
                        .filter(pick -> !part.apply(pick).sku().equals(out.sku()))
                        .toList();
            default -> picks.stream().map(swap).toList();
        };
    }

    /** Whether there is enough of what enters, or of which more is wanted. */
    boolean inStock(Build after) {
        Part wanted = action == Action.CHANGE_QUANTITY ? out : in;
        return wanted == null || wanted.sold().enough(new Quantities(after).taken(wanted.sku()));
    }

    /** The same for packs of one switch, of which only the cheapest is worth a suggestion. */
    String product() {
        return in instanceof Switch part
                ? action + " " + sku(out) + " " + part.sold().code()
                : id();
    }

    String id() {
        return String.join(" ", action.name(), sku(out), sku(in), "" + option, "" + choice, "" + quantity);
    }

    Step step() {
        return new Step(action, skuOrNull(out), skuOrNull(in), option, choice, quantity);
    }

    private static String sku(Part part) {
        return part == null ? "" : part.sku();
    }

    private static String skuOrNull(Part part) {
        return part == null ? null : part.sku();
    }
}
