package rolt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Postgres' own load generator: what the database gives a client that does nothing else. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");
    private static final Pattern FAILED = Pattern.compile("failed transactions: ([1-9][0-9]*)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String MISSING =
            "pgbench is not installed: apt-get install postgresql (Debian), brew install postgresql (macOS).";
    private static final int MICROS = 2;

    private final String program = program().orElseThrow(() -> new CannotMeasure(MISSING));
    private final Path folder;
    private final Path script;
    private final String url;

    /**
     * @param folder its own, for the script and for what it measures
     * @throws CannotMeasure where it is not installed
     */
    Pgbench(Path folder, String script, String url) {
        this.folder = folder;
        this.script = folder.resolve("script.sql");
        this.url = url;
        try {
            Files.createDirectories(folder);
            Files.writeString(this.script, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the script so often, spread over as many clients as there are customers.
     *
     * @param first the script's {@code :first}
     */
    Round run(int times, long first) {
        return run(times, first, List.of());
    }

    /** As often a second as given; how long each took counts from when it was due. */
    Round run(int times, long first, double perSecond) {
        return run(times, first, List.of("--rate=" + perSecond));
    }

    private Round run(int times, long first, List<String> more) {
        clearLogs();
        int each = times / Load.CUSTOMERS;
        List<String> command = new ArrayList<>(List.of(
                program,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + Load.CUSTOMERS,
                "--jobs=" + Runtime.getRuntime().availableProcessors(),
                "--transactions=" + each,
                "--define=i=0",
                "--define=clients=" + Load.CUSTOMERS,
                "--define=first=" + first,
                "--file=" + script,
                "--log",
                "--log-prefix=" + folder.resolve("log")));
        command.addAll(more);
        command.add(url);
        return round(Program.run(command), each * Load.CUSTOMERS);
    }

    private Round round(String answer, int transactions) {
        Matcher rate = RATE.matcher(answer);
        long[] micros = micros();
        if (!rate.find() || FAILED.matcher(answer).find() || micros.length != transactions) {
            throw new CannotMeasure("pgbench failed:\n" + answer);
        }
        return Round.of(micros, transactions / Double.parseDouble(rate.group(1)));
    }

    private long[] micros() {
        List<String> lines = new ArrayList<>();
        for (Path log : logs()) {
            try {
                lines.addAll(Files.readAllLines(log));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines.stream()
                .mapToLong(line -> Long.parseLong(line.split(" ")[MICROS]))
                .toArray();
    }

    private void clearLogs() {
        for (Path log : logs()) {
            try {
                Files.delete(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> logs() {
        return files(folder)
                .filter(it -> it.getFileName().toString().startsWith("log"))
                .toList();
    }

    static boolean isInstalled() {
        return program().isPresent();
    }

    private static Optional<String> program() {
        if (Program.isInstalled("pgbench")) {
            return Optional.of("pgbench");
        }
        return files(DEBIAN)
                .map(version -> version.resolve("bin/pgbench"))
                .filter(Files::isExecutable)
                .max(Comparator.naturalOrder())
                .map(Path::toString);
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
