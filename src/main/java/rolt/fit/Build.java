package rolt.fit;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import rolt.fit.Attributes.LegendLanguage;
import rolt.fit.FitMessages.Slot;
import rolt.layout.LayoutMessages.Board;

/**
 * The parts chosen for a keyboard. Lists are sorted by SKU when a build is made, so that the order of choosing cannot
 * matter. A slot that is owned but empty holds one part of which nothing is known.
 *
 * @param kit null while none is chosen
 * @param choices by layout option; those left out are 0
 * @param board of the kit's layout with these choices; null where there is no layout
 * @param owned slots whose parts the customer has already
 * @param legendLanguage asked for; null for any
 */
public record Build(
        Kit kit,
        List<Integer> choices,
        Board board,
        List<SwitchPick> switches,
        List<KeycapKit> keycaps,
        List<Artisan> artisans,
        List<AccessoryPick> accessories,
        List<ServicePick> services,
        Set<Slot> owned,
        LegendLanguage legendLanguage) {
    public static final Build EMPTY =
            new Build(null, List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), null);

    /**
     * @param packs null to have them derived
     * @param positions how many keys these switches are for; null for whatever the others leave
     */
    public record SwitchPick(Switch part, Integer packs, Integer positions) {}

    public record AccessoryPick(Accessory part, int quantity) {}

    /** @param quantity in the service's unit; null to have it derived */
    public record ServicePick(Service part, Integer quantity) {}

    public Build {
        kit = kit == null && owned.contains(Slot.KIT) ? Kit.UNNAMED : kit;
        choices = List.copyOf(choices);
        switches = sorted(
                switches, SwitchPick::part, owned.contains(Slot.SWITCHES), new SwitchPick(Switch.UNNAMED, null, null));
        keycaps = sorted(keycaps, part -> part, owned.contains(Slot.KEYCAPS), KeycapKit.UNNAMED);
        artisans = sorted(artisans, part -> part, owned.contains(Slot.ARTISANS), Artisan.UNNAMED);
        accessories = withOwnedStabilisers(accessories, owned);
        services = sorted(services, ServicePick::part, false, null);
        owned = Set.copyOf(owned);
    }

    private static <T> List<T> sorted(List<T> picks, Function<T, Part> part, boolean owned, T unnamed) {
        if (picks.isEmpty() && owned) {
            return List.of(unnamed);
        }
        return picks.stream()
                .sorted(Comparator.comparing(pick -> part.apply(pick).sku()))
                .toList();
    }

    private static List<AccessoryPick> withOwnedStabilisers(List<AccessoryPick> picks, Set<Slot> owned) {
        boolean lacking = owned.contains(Slot.STABILISERS)
                && picks.stream().noneMatch(pick -> pick.part().slot() == Slot.STABILISERS);
        Stream<AccessoryPick> unnamed = lacking ? Stream.of(new AccessoryPick(Accessory.UNNAMED, 1)) : Stream.empty();
        return sorted(Stream.concat(unnamed, picks.stream()).toList(), AccessoryPick::part, false, null);
    }

    public boolean owns(Part part) {
        return owned.contains(part.slot());
    }

    /** Every part, by kind and SKU; the unnamed ones too. */
    public List<Part> parts() {
        return Stream.of(
                        Stream.ofNullable(kit),
                        switches.stream().map(SwitchPick::part),
                        keycaps.stream(),
                        artisans.stream(),
                        accessories.stream().map(AccessoryPick::part),
                        services.stream().map(ServicePick::part))
                .<Part>flatMap(parts -> parts)
                .toList();
    }

    /** With another kit, or the same with other choices of its layout. */
    public Build withKit(Kit other, List<Integer> made) {
        Board built =
                other == null || other.layout() == null ? null : other.layout().board(made);
        return new Build(other, made, built, switches, keycaps, artisans, accessories, services, owned, legendLanguage);
    }

    public Build withSwitches(List<SwitchPick> others) {
        return new Build(kit, choices, board, others, keycaps, artisans, accessories, services, owned, legendLanguage);
    }

    public Build withKeycaps(List<KeycapKit> others) {
        return new Build(kit, choices, board, switches, others, artisans, accessories, services, owned, legendLanguage);
    }

    public Build withArtisans(List<Artisan> others) {
        return new Build(kit, choices, board, switches, keycaps, others, accessories, services, owned, legendLanguage);
    }

    public Build withAccessories(List<AccessoryPick> others) {
        return new Build(kit, choices, board, switches, keycaps, artisans, others, services, owned, legendLanguage);
    }

    public Build withServices(List<ServicePick> others) {
        return new Build(kit, choices, board, switches, keycaps, artisans, accessories, others, owned, legendLanguage);
    }

    /** With other slots owned: a part that was unnamed stays only where its slot is still owned. */
    public Build withOwned(Set<Slot> slots) {
        return new Build(
                kit != null && kit.named() ? kit : null,
                choices,
                board,
                switches.stream().filter(pick -> pick.part().named()).toList(),
                keycaps.stream().filter(Part::named).toList(),
                artisans.stream().filter(Part::named).toList(),
                accessories.stream().filter(pick -> pick.part().named()).toList(),
                services,
                slots,
                legendLanguage);
    }

    public Build withLegendLanguage(LegendLanguage wanted) {
        return new Build(kit, choices, board, switches, keycaps, artisans, accessories, services, owned, wanted);
    }
}
