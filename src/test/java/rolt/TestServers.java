package rolt;

import java.nio.file.Path;
import rolt.dev.services.EmbeddedPostgres;
import rolt.dev.services.EmbeddedRedis;
import rolt.platform.Migrations;

/** The servers of all tests of this JVM, started at their first use; they end with the JVM. */
public final class TestServers {
    private static final Path FOLDER = Path.of("target", "test-servers");

    private static EmbeddedPostgres postgres;
    private static EmbeddedRedis redis;
    private static int databases;

    private TestServers() {}

    public static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            postgres = EmbeddedPostgres.in(FOLDER.resolve("postgres"))
                    .durable(false)
                    .fresh()
                    .start();
        }
        return postgres;
    }

    public static synchronized EmbeddedRedis redis() {
        if (redis == null) {
            redis = EmbeddedRedis.in(FOLDER.resolve("redis")).start();
        }
        return redis;
    }

    /** The address of a new database with the shop's schemas and nothing in them. */
    public static synchronized String emptyDatabase() {
        databases++;
        String url = postgres().createDatabase("empty_" + databases);
        Migrations.run(url);
        return url;
    }
}
