package rolt.dev.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import rolt.dev.DevProblem;

/** A service of an earlier run that outlived it, found by the process id it wrote down. */
final class Leftover {
    private static final int PATIENCE_SECONDS = 20;

    private Leftover() {}

    /**
     * Ends the process named in the first line of a file, provided that it is the program we think.
     *
     * @param stopSignal the signal that asks it to end, without "SIG"
     */
    static void end(Path pidFile, String program, String stopSignal) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Files.readAllLines(pidFile).getFirst().strip();
        var process = ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
        if (process.filter(it -> runs(it, program)).isPresent()) {
            Command.run(List.of("bash", "-c", "kill -s " + stopSignal + " " + pid));
            await(process.get());
        } else if (process.isPresent()) {
            // The number now belongs to somebody else, and the program would take him for its twin.
            Files.delete(pidFile);
        }
    }

    private static boolean runs(ProcessHandle process, String program) {
        var info = process.info();
        return info.command()
                .or(info::commandLine)
                .filter(it -> it.contains(program))
                .isPresent();
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            throw new DevProblem("Process " + process.pid() + " of an earlier run does not end: kill it.", e);
        }
    }
}
