package rolt.fit;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cheapest kits that together hold the missing caps, each bought once; of equally cheap ones the fewest. Exact for
 * up to twelve useful kits, beyond that the best found within a bounded search.
 */
final class KitCover {
    private static final int MOST_STEPS = 1 << 13;

    private final List<KeycapKit> kits;
    private final int[][] supplies;
    private final boolean[] out;
    private final List<KeycapKit> chosen = new ArrayList<>();
    private List<KeycapKit> best;
    private long bestPrice;
    private int steps;

    private KitCover(List<KeycapKit> kits, int[][] supplies) {
        this.kits = kits;
        this.supplies = supplies;
        out = new boolean[kits.size()];
    }

    /**
     * The cheapest cover, the cheapest kit first, or nothing where all the kits together do not suffice.
     *
     * @param missing how many caps of each shape
     * @param kits whose caps are told, in any order
     */
    static Optional<List<KeycapKit>> cheapest(Map<CapShape, Integer> missing, List<KeycapKit> kits) {
        var shapes = List.copyOf(missing.keySet());
        var useful = kits.stream()
                .filter(kit -> kit.caps().stream().anyMatch(cap -> missing.containsKey(CapShape.of(cap))))
                .sorted(comparingLong((KeycapKit kit) -> kit.sold().price()).thenComparing(KeycapKit::sku))
                .toList();
        var supplies = useful.stream().map(kit -> supply(kit, shapes)).toArray(int[][]::new);
        var open = shapes.stream().mapToInt(missing::get).toArray();
        return new KitCover(useful, supplies).search(open);
    }

    private static int[] supply(KeycapKit kit, List<CapShape> shapes) {
        var supply = new int[shapes.size()];
        for (var cap : kit.caps()) {
            int shape = shapes.indexOf(CapShape.of(cap));
            if (shape >= 0) {
                supply[shape] += cap.count();
            }
        }
        return supply;
    }

    private Optional<List<KeycapKit>> search(int[] open) {
        if (!greedy(open)) {
            return Optional.empty();
        }
        search(open, 0);
        return Optional.of(kits.stream().filter(best::contains).toList());
    }

    /** A first cover, cheap by the cap; false if there is none. */
    private boolean greedy(int[] missing) {
        var open = missing;
        var taken = new ArrayList<KeycapKit>();
        while (firstOpen(open) >= 0) {
            int kit = cheapestByCap(open, taken);
            if (kit < 0) {
                return false;
            }
            taken.add(kits.get(kit));
            open = after(open, kit);
        }
        keep(taken, taken.stream().mapToLong(kit -> kit.sold().price()).sum());
        return true;
    }

    private int cheapestByCap(int[] open, List<KeycapKit> taken) {
        int cheapest = -1;
        double least = Double.MAX_VALUE;
        for (int kit = 0; kit < supplies.length; kit++) {
            int covered = covered(open, kit);
            double price = (double) kits.get(kit).sold().price() / covered;
            if (covered > 0 && price < least && !taken.contains(kits.get(kit))) {
                cheapest = kit;
                least = price;
            }
        }
        return cheapest;
    }

    /** Branches over the kits that hold a shape still missing: each subset is seen once at most. */
    private void search(int[] open, long price) {
        int shape = firstOpen(open);
        if (shape < 0) {
            keep(List.copyOf(chosen), price);
            return;
        }
        var tried = new ArrayList<Integer>();
        for (int kit = 0; kit < supplies.length && better(price, kit) && steps < MOST_STEPS; kit++) {
            if (supplies[kit][shape] > 0 && !out[kit]) {
                tried.add(kit);
                take(kit, open, price);
            }
        }
        tried.forEach(kit -> out[kit] = false);
    }

    private void take(int kit, int[] open, long price) {
        steps++;
        out[kit] = true;
        chosen.add(kits.get(kit));
        search(after(open, kit), price + kits.get(kit).sold().price());
        chosen.removeLast();
    }

    /** Kits come by price: once one makes it too dear, so do all that follow. */
    private boolean better(long price, int kit) {
        long with = price + kits.get(kit).sold().price();
        return with < bestPrice || with == bestPrice && chosen.size() + 1 < best.size();
    }

    private void keep(List<KeycapKit> cover, long price) {
        best = cover;
        bestPrice = price;
    }

    private static int firstOpen(int[] open) {
        for (int shape = 0; shape < open.length; shape++) {
            if (open[shape] > 0) {
                return shape;
            }
        }
        return -1;
    }

    private int covered(int[] open, int kit) {
        int covered = 0;
        for (int shape = 0; shape < open.length; shape++) {
            covered += Math.clamp(open[shape], 0, supplies[kit][shape]);
        }
        return covered;
    }

    private int[] after(int[] open, int kit) {
        var left = open.clone();
        for (int shape = 0; shape < left.length; shape++) {
            left[shape] -= supplies[kit][shape];
        }
        return left;
    }
}
