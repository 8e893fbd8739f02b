package rolt.dev.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import rolt.dev.DevProblem;

/**
 * A process that ends when this JVM does, however that ends: a shell between the two waits for the end of a pipe that
 * only the JVM holds open, so that even {@code kill -9} leaves nothing running.
 */
public final class Companion {
    /** Job control puts the process into a group of its own: Ctrl-C in a terminal reaches the JVM alone. */
    private static final String GUARD = """
            set -m
            trap : INT QUIT TERM HUP
            signal=$1; shift
            sh -c 'echo $$; exec "$@"' rolt "$@" </dev/null &
            child=$!
            exec 2>/dev/null
            { read -r _; kill -s "$signal" "$child"; } >/dev/null &
            watch=$!
            code=0
            while kill -0 "$child"; do code=0; wait "$child" || code=$?; done
            kill "$watch"
            exit "$code"
            """;

    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;
    private static final int KEPT_LINES = 20;

    private final Process guard;
    private final long pid;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private Companion(Process guard, long pid) {
        this.guard = guard;
        this.pid = pid;
    }

    /**
     * What to run.
     *
     * @param stopSignal the signal that asks it to end, without "SIG"
     * @param readyLine a part of the line it prints once it can be used
     * @param log the file that gets everything it prints
     */
    public record Spec(List<String> command, String stopSignal, String readyLine, Path log) {}

    /**
     * Starts the process and returns once it is ready.
     *
     * @throws Failed where it ends before, or is not ready within a minute
     */
    public static Companion start(Spec spec) {
        return start(spec, Map.of());
    }

    /** The same with more environment variables than this JVM has. */
    public static Companion start(Spec spec, Map<String, String> environment) {
        try {
            var guard = guard(spec, environment);
            var output = guard.inputReader();
            var companion = new Companion(guard, Long.parseLong(output.readLine()));
            Thread.ofPlatform().daemon().name("output of " + companion.pid).start(() -> companion.follow(output, spec));
            companion.awaitReady(spec);
            return companion;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process guard(Spec spec, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of("bash", "-c", GUARD, "rolt", spec.stopSignal()));
        command.addAll(spec.command());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void follow(BufferedReader output, Spec spec) {
        try (output;
                var log = new PrintWriter(Files.newBufferedWriter(
                        spec.log(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                log.println(line);
                log.flush();
                note(line, spec.readyLine());
            }
            ready.complete(false);
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private void note(String line, String readyLine) {
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > KEPT_LINES) {
                lastLines.remove();
            }
        }
        if (line.contains(readyLine)) {
            ready.complete(true);
        }
    }

    private void awaitReady(Spec spec) {
        try {
            if (!ready.get(START_SECONDS, TimeUnit.SECONDS)) {
                throw new Failed(spec, output());
            }
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            stop();
            throw new DevProblem(spec.command().getFirst() + " did not get ready; see " + spec.log() + ".", e);
        }
    }

    private String output() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** The id of the process itself, not of its guard. */
    public long pid() {
        return pid;
    }

    boolean isAlive() {
        return guard.isAlive();
    }

    /** Asks the process to end and waits for it; kills it where it takes more than 20 seconds. */
    public void stop() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            guard.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            guard.descendants().forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    /** The process ended before it was ready. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String output;

        Failed(Spec spec, String output) {
            super("Could not start " + spec.command().getFirst() + "; see " + spec.log() + ". It said: " + output);
            this.output = output;
        }

        boolean said(String words) {
            return output.contains(words);
        }
    }
}
