package rolt.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rolt.ConfigFiles;
import rolt.Main;
import rolt.Node;
import rolt.dev.services.EmbeddedPostgres;
import rolt.dev.services.EmbeddedRedis;

/** What a measurement stands on: a new Postgres, as durable as in production, and a Redis. */
final class House implements AutoCloseable {
    static final Path FOLDER = Path.of(".rolt", "bench");
    /** The JVM of a node in production, on a machine it does not have for itself. */
    private static final List<String> JVM =
            List.of("@conf/jvm.flags", "-Xmx512m", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders");

    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;

    private House(EmbeddedPostgres postgres, EmbeddedRedis redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    /** Opens one whose database does nothing of its own accord while something is measured. */
    static House open() {
        EmbeddedPostgres postgres = EmbeddedPostgres.in(FOLDER.resolve("postgres"))
                .setting("shared_buffers", "256MB")
                .setting("max_wal_size", "8GB")
                .setting("checkpoint_timeout", "1h")
                .setting("autovacuum", "off")
                .fresh()
                .start();
        return new House(postgres, EmbeddedRedis.in(FOLDER.resolve("redis")).start());
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    Sql sql() {
        return new Sql(postgres.url());
    }

    Map<String, String> settings(int port) {
        return ShopSettings.of(postgres.url(), redis.url(), port);
    }

    /** A node in this JVM, so that its bus can be reached. */
    Node node(int port) {
        return Main.start(ConfigFiles.load(settings(port))).await();
    }

    /** A node in a JVM of its own. */
    Program shop(int port) {
        return shop(settings(port));
    }

    Program shop(Map<String, String> settings) {
        return java("shop", settings, List.of("rolt.Main"));
    }

    /** @param script what each of its transactions does */
    Pgbench pgbench(String script) {
        return new Pgbench(FOLDER.resolve("pgbench"), script, postgres.url());
    }

    Recorder recorder() {
        return Recorder.start(postgres, redis.url());
    }

    /** Migrates the database and fills it with the sample products. */
    void addSamples() {
        try (Program seed = java("seed", settings(0), List.of("rolt.dev.samples.Seed"))) {
            seed.await();
        }
    }

    /** @param program class and arguments */
    static Program java(String name, Map<String, String> settings, List<String> program) {
        List<String> arguments = new ArrayList<>(JVM);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(program);
        return Program.java(Program.Start.here(settings, FOLDER.resolve(name + ".out")), arguments);
    }

    @Override
    public void close() {
        redis.close();
        postgres.close();
    }
}
