package rolt.web.builder;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.Pick;
import rolt.layout.LayoutMessages.Board;

/** Switches of several kinds on one board, each for some of its keys; one of them is for the rest. */
final class SwitchMix {
    private SwitchMix() {}

    /**
     * Picks that the builder takes: only one may be for the rest, the others that tell nothing are for the space bar. A
     * switch alone is for all keys.
     *
     * @param board null without a kit
     */
    static List<Pick> settled(List<Pick> picks, Board board) {
        if (picks.size() == 1) {
            return List.of(new Pick(picks.getFirst().sku(), picks.getFirst().quantity()));
        }
        int few = board == null ? 1 : Math.max(1, SwitchZone.SPACE.count(board));
        Pick first = picks.stream().filter(SwitchMix::isOpen).findFirst().orElse(null);
        return each(picks, pick -> isOpen(pick) && pick != first ? share(pick, few) : pick);
    }

    /** With another switch beside those that are there. */
    static List<Pick> with(List<Pick> picks, String name) {
        List<Pick> freed = each(picks, pick -> pick.positions() == null ? share(pick, null) : pick);
        return Stream.concat(opened(freed, "").stream(), Stream.of(new Pick(name, null)))
                .toList();
    }

    static List<Pick> without(List<Pick> picks, String sku) {
        return opened(picks.stream().filter(pick -> !pick.sku().equals(sku)).toList(), "");
    }

    /** With a switch for so many keys, and another for the rest. */
    static List<Pick> shared(List<Pick> picks, String sku, int keys) {
        return opened(each(picks, pick -> pick.sku().equals(sku) ? share(pick, keys) : pick), sku);
    }

    /** With a switch for the rest of a board of so many keys; what was for the rest is for as many keys as it has. */
    static List<Pick> rest(List<Pick> picks, String sku, int positions) {
        return each(picks, pick -> {
            if (pick.sku().equals(sku)) {
                return share(pick, null);
            }
            return pick.positions() == null ? share(pick, Math.max(1, keys(picks, pick, positions))) : pick;
        });
    }

    /** The keys that a switch is for, on a board of so many. */
    static int keys(List<Pick> picks, Pick pick, int positions) {
        int others = picks.stream()
                .filter(other -> other != pick && other.positions() != null)
                .mapToInt(Pick::positions)
                .sum();
        return pick.positions() == null ? Math.max(0, positions - others) : pick.positions();
    }

    /** Where none is for the rest, the one with most keys is, unless it is the one that is not to change. */
    private static List<Pick> opened(List<Pick> picks, String kept) {
        if (picks.stream().anyMatch(SwitchMix::isOpen)) {
            return picks;
        }
        Pick most = picks.stream()
                .filter(pick -> !pick.sku().equals(kept))
                .max(Comparator.comparing(Pick::positions, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(null);
        return each(picks, pick -> pick == most ? share(pick, null) : pick);
    }

    private static boolean isOpen(Pick pick) {
        return pick.quantity() == null && pick.positions() == null;
    }

    /** The packs are counted anew. */
    private static Pick share(Pick pick, Integer keys) {
        return new Pick(pick.sku(), null, keys);
    }

    private static List<Pick> each(List<Pick> picks, UnaryOperator<Pick> change) {
        return picks.stream().map(change).toList();
    }
}
