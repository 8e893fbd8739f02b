package rolt.fit;

import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.layout.LayoutMessages.StabiliserCount;

/** What the board decides about a build's quantities, and what the build costs. Amounts are đồng. */
public record Quantities(Build build) {

    /** Switch positions of the board; 0 without one. */
    public int positions() {
        return build.board() == null ? 0 : build.board().switchCount();
    }

    /** Stabilisers that the board takes; 0 without one. */
    public int stabilisers() {
        return build.board() == null
                ? 0
                : build.board().stabilisers().stream()
                        .mapToInt(StabiliserCount::count)
                        .sum();
    }

    /** Packs of a pick: those that were chosen, else as many as its keys need, but one at least. */
    public int packs(SwitchPick pick) {
        return pick.packs() == null ? packsFor(need(pick), pick) : pick.packs();
    }

    /** Packs of a pick, were it for all keys that the others leave. */
    int packsForTheRest(SwitchPick pick) {
        return packsFor(rest(pick), pick);
    }

    private static int packsFor(int keys, SwitchPick pick) {
        return Math.max(1, Math.ceilDiv(keys, packSize(pick)));
    }

    /** The keys that a pick is for: as told, else all that the other picks leave. */
    public int need(SwitchPick pick) {
        return pick.positions() == null ? rest(pick) : pick.positions();
    }

    private int rest(SwitchPick pick) {
        int others = build.switches().stream()
                .filter(other -> other != pick)
                .mapToInt(this::covered)
                .sum();
        return Math.max(0, positions() - others);
    }

    private int covered(SwitchPick pick) {
        if (pick.positions() != null) {
            return pick.positions();
        }
        return pick.packs() == null ? 0 : pick.packs() * packSize(pick);
    }

    /** Switches that a pick brings. */
    public int switches(SwitchPick pick) {
        return packs(pick) * packSize(pick);
    }

    /** Switches that all picks bring. */
    public int switches() {
        return build.switches().stream().mapToInt(this::switches).sum();
    }

    private static int packSize(SwitchPick pick) {
        return pick.part().packSize() == null ? 1 : pick.part().packSize();
    }

    /** Units of a service that is done to everything it can be done to. */
    public int units(Service service) {
        return switch (service.specs().unit()) {
            case PER_SWITCH -> positions();
            case PER_STABILISER -> stabilisers();
            case PER_BOARD -> 1;
            case null -> 1;
        };
    }

    /** Units of a service that are charged: those that were asked for, else all. */
    public int units(ServicePick pick) {
        return pick.quantity() == null ? units(pick.part()) : pick.quantity();
    }

    /** Minutes of work that the services take on the bench, as far as they are told; begun minutes count. */
    public int benchMinutes() {
        return (int) Math.ceil(build.services().stream()
                .filter(pick -> pick.part().specs().benchMinutes() != null)
                .mapToDouble(pick -> pick.part().specs().benchMinutes() * units(pick))
                .sum());
    }

    /** What is to be paid: parts that the customer owns cost nothing. */
    public long total() {
        long parts = build.kit() == null ? 0 : cost(build.kit(), 1);
        for (var pick : build.switches()) {
            parts += cost(pick.part(), packs(pick));
        }
        for (var pick : build.accessories()) {
            parts += cost(pick.part(), pick.quantity());
        }
        for (var pick : build.services()) {
            parts += cost(pick.part(), units(pick));
        }
        return parts + costOfCaps();
    }

    private long costOfCaps() {
        return build.keycaps().stream().mapToLong(kit -> cost(kit, 1)).sum()
                + build.artisans().stream().mapToLong(cap -> cost(cap, 1)).sum();
    }

    private long cost(Part part, int quantity) {
        return build.owns(part) ? 0 : part.sold().price() * quantity;
    }

    /** How many of a part are taken from the stock. */
    int taken(String sku) {
        int switches = build.switches().stream()
                .filter(pick -> pick.part().sku().equals(sku))
                .mapToInt(this::packs)
                .sum();
        int accessories = build.accessories().stream()
                .filter(pick -> pick.part().sku().equals(sku))
                .mapToInt(Build.AccessoryPick::quantity)
                .sum();
        return switches + accessories == 0 ? 1 : switches + accessories;
    }
}
