package rolt.dev.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a short program answered. */
record Command(int status, String output) {
    private static final int NOT_FOUND = 127;

    static Command run(List<String> command) {
        return run(command, "");
    }

    /** Runs a program to its end; one that is not installed counts as failed. */
    static Command run(List<String> command, String input) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException e) {
            return new Command(NOT_FOUND, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean succeeded() {
        return status == 0;
    }
}
