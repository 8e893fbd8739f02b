package rolt.dev.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import rolt.dev.DevProblem;

/** A real Redis on the loopback interface, for development and tests. It keeps nothing, and ends with the JVM. */
public final class EmbeddedRedis extends LocalServer {
    private static final String PROGRAM = "redis-server-7.0.15";

    private final Path folder;
    private final Path program;

    private EmbeddedRedis(Path folder, Path program) {
        this.folder = folder;
        this.program = program;
    }

    /** A server, not yet started, that keeps its log in {@code folder} and its program in {@code .rolt/binaries}. */
    public static EmbeddedRedis in(Path folder) {
        try {
            return new EmbeddedRedis(
                    folder.toAbsolutePath().normalize(),
                    program(Path.of(".rolt/binaries").toAbsolutePath()));
        } catch (IOException e) {
            throw new DevProblem("Redis cannot be unpacked: " + e, e);
        }
    }

    private static Path program(Path parent) throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        var name = PROGRAM + "-" + system + "-" + machine;
        var program = parent.resolve(name);
        if (!Files.exists(program)) {
            unpack(name, program);
        }
        return program;
    }

    /** Unpacks beside and renames, so that two processes may do it at once. */
    private static void unpack(String name, Path program) throws IOException {
        Files.createDirectories(program.getParent());
        var beside = Files.createTempFile(program.getParent(), "unpacking", null);
        try (var resource = EmbeddedRedis.class.getResourceAsStream("/" + name)) {
            if (resource == null) {
                throw new DevProblem("There is no embedded Redis for this machine (" + name
                        + " is not on the class path): start one of your own and set REDIS_URL.");
            }
            Files.copy(resource, beside, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setAttribute(beside, "unix:mode", 0755);
        Files.move(beside, program, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A loopback port; without it, a free one is taken at the first start and kept. */
    public EmbeddedRedis port(int port) {
        this.port = port;
        return this;
    }

    /**
     * Starts the server and returns once it answers.
     *
     * @throws DevProblem where the folder or the port is not to be had
     */
    public EmbeddedRedis start() {
        port = port == 0 ? FreePort.find() : port;
        try {
            Folders.createPrivate(folder);
            Leftover.end(pidFile(), PROGRAM, "TERM");
            server = Companion.start(
                    new Companion.Spec(command(), "TERM", "Ready to accept connections", folder.resolve("redis.log")));
            return this;
        } catch (Companion.Failed e) {
            throw new DevProblem(
                    e.said("Address in use") ? "Port " + port + " for Redis is taken." : e.getMessage(), e);
        } catch (IOException e) {
            throw new DevProblem("The folder " + folder + " cannot be used for Redis: " + e, e);
        }
    }

    private List<String> command() {
        return List.of(
                program.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--dir",
                folder.toString(),
                "--pidfile",
                pidFile().toString(),
                "--save",
                "",
                "--appendonly",
                "no");
    }

    /** Where clients connect to: {@code redis://host:port}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    private Path pidFile() {
        return folder.resolve("redis.pid");
    }
}
