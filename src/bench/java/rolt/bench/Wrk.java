package rolt.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk, with 64 connections. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx|Socket errors");
    private static final Map<String, Double> MILLIS = Map.of("us", 1e-3, "ms", 1.0, "s", 1e3);
    private static final String MISSING =
            "wrk is not installed: apt-get install wrk (Debian), brew install wrk (macOS).";

    private Wrk() {}

    /** @throws CannotMeasure telling how to get it */
    static void require() {
        if (!Program.isInstalled("wrk")) {
            throw new CannotMeasure(MISSING);
        }
    }

    /** @param options further ones, for example a script */
    static Round run(int seconds, String url, String... options) {
        List<String> command = new ArrayList<>(
                List.of("wrk", "--threads=1", "--connections=64", "--timeout=30s", "--latency", "-d" + seconds));
        command.addAll(List.of(options));
        command.add(url);
        String answer = Program.run(command);
        Matcher rate = RATE.matcher(answer);
        if (!rate.find() || REFUSED.matcher(answer).find()) {
            throw new CannotMeasure("wrk was not served:\n" + answer);
        }
        return new Round(Double.parseDouble(rate.group(1)), millis(answer, 50), millis(answer, 99));
    }

    private static double millis(String answer, int percent) {
        Matcher latency =
                Pattern.compile(percent + "%\\s+([0-9.]+)(us|ms|s)\\b").matcher(answer);
        if (!latency.find()) {
            throw new CannotMeasure("wrk told no latency:\n" + answer);
        }
        return Double.parseDouble(latency.group(1)) * MILLIS.get(latency.group(2));
    }
}
