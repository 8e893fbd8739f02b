package rolt.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program beside this one, which ends with it. */
final class Program implements AutoCloseable {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private static final int TOLD_LINES = 15;

    private final Process process;
    private final Path output;
    private final Thread ending = new Thread(this::end);

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /**
     * What to start.
     *
     * @param folder where it runs
     * @param settings environment variables, besides those of this program
     * @param output the file that gets what it prints
     */
    record Start(Path folder, Map<String, String> settings, Path output) {
        static Start here(Map<String, String> settings, Path output) {
            return new Start(Path.of(""), settings, output);
        }
    }

    /** Starts Java with these arguments. */
    static Program java(Start start, List<String> arguments) {
        List<String> command = Stream.concat(
                        Stream.of(System.getProperty("java.home") + "/bin/java"), arguments.stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(start.folder().toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(start.output().toAbsolutePath().toFile());
        builder.environment().putAll(start.settings());
        try {
            return new Program(builder.start(), start.output().toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end; answers what it printed. */
    static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CannotMeasure(command.getFirst() + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new CannotMeasure("Interrupted", e);
        }
    }

    static boolean isInstalled(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Its memory, in megabytes, as Linux counts it; 0 elsewhere. */
    long residentMegabytes() {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            Matcher resident = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
            return resident.find() ? Long.parseLong(resident.group(1)) >> 10 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The end of what it printed, for a person to read. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output);
            return output + " ends with:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has ended by itself. */
    void await() {
        try {
            if (process.waitFor() != 0) {
                throw new CannotMeasure("A program failed; " + lastWords());
            }
        } catch (InterruptedException e) {
            throw new CannotMeasure("Interrupted", e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(ending);
        end();
    }

    private void end() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new CannotMeasure("Interrupted", e);
        }
    }
}
