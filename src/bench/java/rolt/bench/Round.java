package rolt.bench;

import java.util.Arrays;

/**
 * What one round of a measurement found.
 *
 * @param perSecond calls answered per second
 * @param medianMillis half of the calls took no longer
 * @param p99Millis 99 of 100 calls took no longer
 */
record Round(double perSecond, double medianMillis, double p99Millis) {

    /** @param micros how long each call took */
    static Round of(long[] micros, double seconds) {
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return new Round(
                sorted.length / seconds, sorted[sorted.length / 2] / 1e3, sorted[sorted.length * 99 / 100] / 1e3);
    }
}
