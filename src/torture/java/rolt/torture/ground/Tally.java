package rolt.torture.ground;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what happened. */
public final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();

    public void count(String what) {
        add(what, 1);
    }

    public synchronized void add(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    public synchronized int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    @Override
    public synchronized String toString() {
        return counts.entrySet().stream()
                .map(count -> "%8d %s".formatted(count.getValue(), count.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
