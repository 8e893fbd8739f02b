package rolt.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import rolt.fit.Build;
import rolt.fit.Compatibility;
import rolt.fit.Context;
import rolt.fit.Fixes;
import rolt.fit.Shelf;

/**
 * How long it takes to judge the largest build of the sample catalogue, beside what nothing could do without: counting
 * its board from the layout. Single-threaded, in µs of one call. The goal: one judgement under 1 ms.
 */
final class FitBench {
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 300_000_000;
    private static final double GOAL_MICROS = 1_000;

    private final Map<String, Supplier<?>> calls = new LinkedHashMap<>();
    private final Map<String, double[]> micros = new LinkedHashMap<>();

    static void run() {
        SampleParts parts = SampleParts.read();
        Build build = parts.largestBuild();
        Shelf shelf = parts.shelf();
        System.out.printf(
                "%d keys, %d parts, %d verdicts; a shelf of %d parts%n",
                build.board().switchCount(),
                build.parts().size(),
                Compatibility.judge(build, Context.NONE).size(),
                shelf.all().size());
        FitBench bench = new FitBench();
        bench.calls.put("limit: the board from its layout", () -> build.withKit(build.kit(), build.choices()));
        bench.calls.put("judge", () -> Compatibility.judge(build, Context.NONE));
        bench.calls.put("judge with fixes", () -> Fixes.judge(build, Context.NONE, shelf));
        bench.measure();
    }

    private void measure() {
        calls.keySet().forEach(name -> micros.put(name, new double[ROUNDS]));
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (var call : calls.entrySet()) {
                double taken = micros(call.getValue());
                if (round >= 0) {
                    micros.get(call.getKey())[round] = taken;
                }
            }
        }
        System.out.printf("%-36s %12s %12s%n", "", "µs", "of limit");
        double limit = median(micros.values().iterator().next());
        micros.forEach((name, taken) ->
                System.out.printf("%-36s %,12.1f %12.1f%n", name, median(taken), median(taken) / limit));
        System.out.printf("goal for judge: under %,.0f µs%n", GOAL_MICROS);
    }

    /** The mean of as many calls as fit into a round. */
    private static double micros(Supplier<?> call) {
        long calls = 0;
        long start = System.nanoTime();
        long end = start;
        while (end - start < ROUND_NANOS) {
            if (call.get() == null) {
                throw new CannotMeasure("A call answered nothing.");
            }
            calls++;
            end = System.nanoTime();
        }
        return (end - start) / 1_000.0 / calls;
    }

    private static double median(double... figures) {
        return Arrays.stream(figures).sorted().toArray()[figures.length / 2];
    }
}
