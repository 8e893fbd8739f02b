package rolt.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolt.dev.DevProblem;

/** {@code ./rolt bench}: how fast the shop is, each figure beside what this machine could do at most at the same time. */
public final class Bench {
    private static final Map<String, Runnable> MEASUREMENTS = measurements();

    private Bench() {}

    private static Map<String, Runnable> measurements() {
        Map<String, Runnable> measurements = new LinkedHashMap<>();
        measurements.put("products", ProductListBench::run);
        measurements.put("checkout", CheckoutBench::run);
        measurements.put("settle", SettleBench::run);
        measurements.put("chat", ChatBench::run);
        measurements.put("statements", Statements::run);
        measurements.put("timing", TimingBench::run);
        measurements.put("fit", FitBench::run);
        measurements.put("start", StartBench::run);
        return measurements;
    }

    public static void main(String[] arguments) {
        try {
            for (String name : wanted(arguments)) {
                System.out.printf("%n== %s, at a load of %s%n", name, load());
                MEASUREMENTS.get(name).run();
            }
            System.exit(0);
        } catch (CannotMeasure | DevProblem e) {
            System.err.println(e.getMessage());
        } catch (Throwable e) {
            // Also what an awaited future failed with, which may be checked.
            e.printStackTrace();
        }
        // Whatever a measurement left behind in the middle does not keep the JVM.
        System.exit(1);
    }

    private static List<String> wanted(String... arguments) {
        List<String> wanted = List.of(arguments);
        if (wanted.isEmpty() || wanted.equals(List.of("all"))) {
            return List.copyOf(MEASUREMENTS.keySet());
        }
        for (String name : wanted) {
            if (!MEASUREMENTS.containsKey(name)) {
                throw new CannotMeasure("There is no measurement " + name + "; there are all, "
                        + String.join(", ", MEASUREMENTS.keySet()) + ".");
            }
        }
        return wanted;
    }

    /** Processes that want to run, a minute's average, of so many cores: what else was going on. */
    private static String load() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%.1f on %d cores".formatted(system.getSystemLoadAverage(), system.getAvailableProcessors());
    }
}
