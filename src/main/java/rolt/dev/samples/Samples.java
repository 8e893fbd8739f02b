package rolt.dev.samples;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import rolt.platform.Config;
import rolt.platform.Database;

/** What a database for development is filled with; what is there stays. */
public final class Samples {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Samples() {}

    /** Everybody knows the passwords, so only a database of this machine gets them. */
    public static boolean belongIn(String databaseUrl) {
        return LOOPBACK.contains(String.valueOf(URI.create(databaseUrl).getHost()));
    }

    /** @param services the settings with the addresses of Redis and of a migrated database */
    public static void add(Map<String, String> services) {
        addPeople(services.get("DATABASE_URL"));
        SampleData.load(services.get("DATABASE_URL"), services.get("REDIS_URL"));
    }

    private static void addPeople(String databaseUrl) {
        var vertx = Vertx.vertx();
        try (var database = Database.open(vertx, new Config.Postgres(databaseUrl, 1))) {
            SampleAccounts.add(database);
            SampleReplies.add(database);
        } finally {
            vertx.close().await();
        }
    }
}
