package rolt.dev;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells on the terminal what is being done and how long it took. */
final class Progress {
    private static final int NAME_WIDTH = 22;

    private final PrintStream out;
    private final long begun = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Does one step and prints a line for it. */
    <T> T step(String name, Supplier<T> work) {
        var start = System.nanoTime();
        var result = work.get();
        done(name, start);
        return result;
    }

    void step(String name, Runnable work) {
        var start = System.nanoTime();
        work.run();
        done(name, start);
    }

    private void done(String name, long start) {
        say("  " + padded(name, NAME_WIDTH) + seconds(System.nanoTime() - start));
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** The time since the start of everything. */
    String total() {
        return seconds(System.nanoTime() - begun).strip();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%5.2f s", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }
}
