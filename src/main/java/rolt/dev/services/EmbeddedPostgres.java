package rolt.dev.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.dev.DevProblem;

/**
 * A real PostgreSQL on the loopback interface, from the programs on the class path, for development and tests. It keeps
 * its data in a folder, takes up where it stopped, however it stopped, and ends with the JVM.
 */
public final class EmbeddedPostgres extends LocalServer {
    private static final String USER = "rolt";
    private static final String DATABASE = "rolt";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final PostgresAccount account;
    private final PostgresBinaries binaries;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private FolderLock lock;

    private EmbeddedPostgres(Path folder, PostgresAccount account, PostgresBinaries binaries) {
        this.folder = folder;
        this.account = account;
        this.binaries = binaries;
    }

    /** A server, not yet started, that keeps its data in {@code folder} and its programs in {@code .rolt/binaries}. */
    public static EmbeddedPostgres in(Path folder) {
        var account = PostgresAccount.find();
        try {
            var programs = account.reachable(Path.of(".rolt/binaries").toAbsolutePath());
            var home = account.reachable(folder.toAbsolutePath().normalize());
            return new EmbeddedPostgres(home, account, PostgresBinaries.in(programs))
                    .setting("listen_addresses", "127.0.0.1")
                    .setting("unix_socket_directories", "")
                    .setting("timezone", "UTC")
                    .setting("log_timezone", "UTC")
                    .setting("max_connections", "200");
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** A loopback port; without it, a free one is taken at the first start and kept. */
    public EmbeddedPostgres port(int port) {
        this.port = port;
        return this;
    }

    /** Sets a server parameter, as {@code postgresql.conf} would. */
    public EmbeddedPostgres setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Whether what was committed survives a crash of the machine; tests do without, for speed. */
    public EmbeddedPostgres durable(boolean durable) {
        var value = durable ? "on" : "off";
        return setting("fsync", value).setting("full_page_writes", value).setting("synchronous_commit", value);
    }

    /** Throws the data of earlier runs away. */
    public EmbeddedPostgres fresh() {
        try {
            Leftover.end(pidFile(), "postgres", "INT");
            Folders.delete(folder);
            return this;
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /**
     * Starts the server and returns once it answers.
     *
     * @throws DevProblem where the folder or the port is not to be had
     */
    public EmbeddedPostgres start() {
        try {
            Folders.createPrivate(folder);
            lock = FolderLock.take(folder, "Another process already uses the database in " + folder + ".");
            if (!Files.exists(data())) {
                initialize();
            }
            account.own(folder);
            Leftover.end(pidFile(), "postgres", "INT");
            server = serve(Instant.now().plus(PATIENCE));
            return this;
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Initialises beside and renames, so that an interrupted first start leaves no half database. */
    private void initialize() throws IOException {
        var beside = folder.resolve("initializing");
        Folders.delete(beside);
        Files.writeString(passwordFile(), UUID.randomUUID().toString());
        account.own(folder);
        run(
                "initdb",
                "",
                "--pgdata=" + beside,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order and the same case rules on every machine; "vi-x-icu" is there for what people read.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                isDurable() ? "--sync-method=fsync" : "--no-sync");
        run("postgres", "create database " + DATABASE + "\n", "--single", "-D", beside.toString(), "postgres");
        Files.move(beside, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isDurable() {
        return !"off".equals(settings.get("fsync"));
    }

    private void run(String program, String input, String... arguments) {
        var answer = Command.run(account.command(binaries.program(program), arguments), input);
        if (!answer.succeeded()) {
            throw new DevProblem("PostgreSQL cannot set up its data in " + folder + ": "
                    + answer.output().strip());
        }
    }

    /** After a crash the old backends need a moment to see that their postmaster is gone, hence the second tries. */
    private Companion serve(Instant deadline) {
        var choosing = port == 0;
        port = choosing ? FreePort.find() : port;
        try {
            return Companion.start(new Companion.Spec(command(), "INT", "ready to accept connections", log()));
        } catch (Companion.Failed e) {
            var taken = e.said("Address already in use");
            port = choosing ? 0 : port;
            if (Instant.now().isBefore(deadline) && (taken && choosing || e.said("pre-existing shared memory"))) {
                return serve(deadline);
            }
            close();
            throw new DevProblem(taken ? "Port " + port + " for PostgreSQL is taken." : e.getMessage(), e);
        }
    }

    private List<String> command() {
        var arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", String.valueOf(port)));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return account.command(binaries.program("postgres"), arguments.toArray(String[]::new));
    }

    /** Where clients connect to: {@code postgresql://user:password@host:port/rolt}. */
    public String url() {
        return url(DATABASE);
    }

    /** The same for another database of this server. */
    public String url(String database) {
        return "postgresql://" + USER + ":" + password() + "@127.0.0.1:" + port + "/" + database;
    }

    /** Creates a database and returns its address. */
    public String createDatabase(String name) {
        var address = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        try (var connection = DriverManager.getConnection(address, USER, password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true));
            return url(name);
        } catch (SQLException e) {
            throw new DevProblem("The database " + name + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** What the server says, of this run. */
    public Path log() {
        return folder.resolve("postgres.log");
    }

    @Override
    public void stop() {
        super.stop();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private static DevProblem unusable(Path folder, IOException e) {
        return new DevProblem("The database folder " + folder + " cannot be used: " + e, e);
    }
}
