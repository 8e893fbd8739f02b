package rolt.fit;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The cheapest parts that together hold what is missing; of equally cheap ones the fewest. Exact for up to twelve
 * useful parts, beyond that the best found within a bounded search.
 *
 * @param <P> keycap kits, or sets of stabilisers
 */
final class Cover<P extends Part> {
    private static final int MOST_STEPS = 1 << 13;

    private final List<P> parts;
    private final int[][] supplies;
    private final boolean[] out;
    private final List<Integer> chosen = new ArrayList<>();
    private List<Integer> best;
    private long bestPrice;
    private int steps;

    private Cover(List<Supply<P>> useful) {
        parts = useful.stream().map(Supply::part).toList();
        supplies = useful.stream().map(Supply::counts).toArray(int[][]::new);
        out = new boolean[useful.size()];
    }

    private record Supply<P>(P part, int[] counts) {}

    /**
     * The cheapest cover, the cheapest part first, or nothing where all together do not suffice.
     *
     * @param missing how many of each shape or size
     * @param parts in any order; each is bought as often as it is listed
     * @param held what a part holds
     */
    static <S, P extends Part> Optional<List<P>> cheapest(
            Map<S, Integer> missing, List<P> parts, Function<P, Map<S, Integer>> held) {
        var shapes = List.copyOf(missing.keySet());
        var useful = parts.stream()
                .map(part -> new Supply<>(part, supply(held.apply(part), shapes)))
                .filter(supply -> Arrays.stream(supply.counts).anyMatch(count -> count > 0))
                .sorted(comparingLong((Supply<P> supply) -> supply.part.sold().price())
                        .thenComparing(supply -> supply.part.sku()))
                .toList();
        var open = shapes.stream().mapToInt(missing::get).toArray();
        return new Cover<>(useful).search(open);
    }

    private static <S> int[] supply(Map<S, Integer> held, List<S> shapes) {
        return shapes.stream().mapToInt(shape -> held.getOrDefault(shape, 0)).toArray();
    }

    private Optional<List<P>> search(int[] open) {
        if (!greedy(open)) {
            return Optional.empty();
        }
        search(open, 0);
        return Optional.of(best.stream().sorted().map(parts::get).toList());
    }

    /** A first cover, cheap by the piece; false if there is none. */
    private boolean greedy(int[] missing) {
        var open = missing;
        var taken = new ArrayList<Integer>();
        while (firstOpen(open) >= 0) {
            int part = cheapestByPiece(open, taken);
            if (part < 0) {
                return false;
            }
            taken.add(part);
            open = after(open, part);
        }
        keep(taken, taken.stream().mapToLong(this::price).sum());
        return true;
    }

    private int cheapestByPiece(int[] open, List<Integer> taken) {
        int cheapest = -1;
        double least = Double.MAX_VALUE;
        for (int part = 0; part < supplies.length; part++) {
            int covered = covered(open, part);
            double price = (double) price(part) / covered;
            if (covered > 0 && price < least && !taken.contains(part)) {
                cheapest = part;
                least = price;
            }
        }
        return cheapest;
    }

    /** Branches over the parts that hold a shape still missing: each subset is seen once at most. */
    private void search(int[] open, long price) {
        int shape = firstOpen(open);
        if (shape < 0) {
            keep(List.copyOf(chosen), price);
            return;
        }
        var tried = new ArrayList<Integer>();
        for (int part = 0; part < supplies.length && better(price, part) && steps < MOST_STEPS; part++) {
            if (supplies[part][shape] > 0 && !out[part] && !isTried(tried, part)) {
                tried.add(part);
                take(part, open, price);
            }
        }
        tried.forEach(part -> out[part] = false);
    }

    /** Another piece of a part makes no other subset; pieces of one part stand side by side. */
    private boolean isTried(List<Integer> tried, int part) {
        return !tried.isEmpty() && parts.get(tried.getLast()) == parts.get(part);
    }

    private void take(int part, int[] open, long price) {
        steps++;
        out[part] = true;
        chosen.add(part);
        search(after(open, part), price + price(part));
        chosen.removeLast();
    }

    /** Parts come by price: once one makes it too dear, so do all that follow. */
    private boolean better(long price, int part) {
        long with = price + price(part);
        return with < bestPrice || with == bestPrice && chosen.size() + 1 < best.size();
    }

    private void keep(List<Integer> cover, long price) {
        best = cover;
        bestPrice = price;
    }

    private long price(int part) {
        return parts.get(part).sold().price();
    }

    private static int firstOpen(int[] open) {
        for (int shape = 0; shape < open.length; shape++) {
            if (open[shape] > 0) {
                return shape;
            }
        }
        return -1;
    }

    private int covered(int[] open, int part) {
        int covered = 0;
        for (int shape = 0; shape < open.length; shape++) {
            covered += Math.clamp(open[shape], 0, supplies[part][shape]);
        }
        return covered;
    }

    private int[] after(int[] open, int part) {
        var left = open.clone();
        for (int shape = 0; shape < left.length; shape++) {
            left[shape] -= supplies[part][shape];
        }
        return left;
    }
}
