package rolt.bench;

import java.util.Arrays;

/** Two series of times that were taken in turn, and whether somebody who sees them could tell one from the other. */
record Samples(double[] left, double[] right) {
    /** Of the normal distribution: beyond it lie 5 of 100. */
    private static final double Z_OF_95_PERCENT = 1.96;

    /**
     * How probably a time of the left series is longer than one of the right: 0.5 where they cannot be told apart, 0 or
     * 1 where one look is enough. It is Mann and Whitney's U by the number of pairs, which asks nothing of the shape of
     * the distribution and is not moved by a few stragglers.
     */
    double leftIsLonger() {
        double pairs = 0;
        double[] sorted = right.clone();
        Arrays.sort(sorted);
        for (double time : left) {
            pairs += (below(sorted, time) + notAbove(sorted, time)) / 2.0;
        }
        return pairs / ((double) left.length * right.length);
    }

    private static int below(double[] sorted, double time) {
        int found = 0;
        while (found < sorted.length && sorted[found] < time) {
            found++;
        }
        return found;
    }

    private static int notAbove(double[] sorted, double time) {
        int found = below(sorted, time);
        while (found < sorted.length && sorted[found] == time) {
            found++;
        }
        return found;
    }

    /** How far {@link #leftIsLonger} strays from 0.5 by chance in 95 of 100 measurements of two equal series. */
    double chance() {
        int n = left.length;
        int m = right.length;
        return Z_OF_95_PERCENT * Math.sqrt((n + m + 1.0) / (12.0 * n * m));
    }

    static double median(double... times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
