package rolt.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Measures contenders in turn, round after round, so that whatever else the machine does hits all of them. */
final class Comparison {
    private static final int ROUNDS = 5;

    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    private record Contender(String limit, Supplier<Round> measurement, List<Round> rounds) {
        double median(ToDoubleFunction<Round> figure) {
            return Comparison.median(rounds.stream().mapToDouble(figure).toArray());
        }
    }

    /** @param limit the name of the contender it is compared with; its own where it is the limit */
    Comparison add(String name, String limit, Supplier<Round> measurement) {
        contenders.put(name, new Contender(limit, measurement, new ArrayList<>()));
        return this;
    }

    /** Two rounds to warm up, five that count; prints their medians. */
    Comparison run() {
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            contenders.values().forEach(contender -> contender.measurement().get());
        }
        for (int round = 0; round < ROUNDS; round++) {
            contenders
                    .values()
                    .forEach(contender ->
                            contender.rounds().add(contender.measurement().get()));
        }
        System.out.printf("%-44s %12s %10s %10s %10s%n", "", "per second", "of limit", "p50 ms", "p99 ms");
        contenders.forEach(this::print);
        return this;
    }

    /** The median of a contender that was measured. */
    double perSecond(String name) {
        return contenders.get(name).median(Round::perSecond);
    }

    private void print(String name, Contender contender) {
        System.out.printf(
                "%-44s %,12.0f %10.2f %10.2f %10.2f%n",
                name,
                contender.median(Round::perSecond),
                ratio(contender),
                contender.median(Round::medianMillis),
                contender.median(Round::p99Millis));
    }

    /** Of rounds that were neighbours, not of the medians: their noise was the same. */
    private double ratio(Contender contender) {
        List<Round> limit = contenders.get(contender.limit()).rounds();
        return median(IntStream.range(0, ROUNDS)
                .mapToDouble(round -> contender.rounds().get(round).perSecond()
                        / limit.get(round).perSecond())
                .toArray());
    }

    private static double median(double... figures) {
        return Arrays.stream(figures).sorted().toArray()[figures.length / 2];
    }
}
