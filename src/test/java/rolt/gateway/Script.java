package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program of {@code src/test/polyglot}, while it runs; what it prints is read line by line. */
final class Script implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Script(Process process) {
        this.process = process;
        Thread.startVirtualThread(this::read);
    }

    /** Gives the token to its standard input; the test is skipped where the language is not installed. */
    static Script run(String language, String file, String token, String... args) {
        List<String> command = new ArrayList<>(List.of(language, "src/test/polyglot/" + file));
        command.addAll(List.of(args));
        assumeTrue(isThere(language), language + " is not installed, so " + file + " is not tried.");
        try {
            Process started =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = started.outputWriter(StandardCharsets.UTF_8)) {
                in.write(token + "\n");
            }
            return new Script(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(String language) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Path.of(folder, language).toFile().canExecute());
    }

    private void read() {
        try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
            printed.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("ended: " + e.getMessage());
        }
    }

    String line() {
        try {
            String line = lines.poll(20, TimeUnit.SECONDS);
            assertThat(line).as("a line within twenty seconds").isNotNull();
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The next frame at an address, which it prints as JSON. */
    JsonObject frame(String address) {
        JsonObject frame = new JsonObject(line());
        while (!address.equals(frame.getString("address"))) {
            frame = new JsonObject(line());
        }
        return frame;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
