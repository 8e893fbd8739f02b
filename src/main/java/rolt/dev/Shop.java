package rolt.dev;

import java.util.Map;
import java.util.function.Supplier;
import rolt.ConfigFiles;
import rolt.Main;
import rolt.platform.Config;
import rolt.platform.ConfigException;

/** A node of the shop in this JVM; the one place that knows how {@link Main} starts one. */
final class Shop {
    private Shop() {}

    /**
     * Starts a node on a migrated database and returns once it serves.
     *
     * @param settings by the names of the environment variables they stand for; they win over all others
     * @return what stops it, finishing what is in flight
     * @throws DevProblem naming the settings that are missing or wrong
     */
    static AutoCloseable start(Map<String, String> settings) {
        var config = config(settings);
        var node = checked(() -> Main.serve(config).await());
        return () -> node.stop().await();
    }

    /** @throws DevProblem naming the settings that are missing or wrong */
    static Config config(Map<String, String> settings) {
        return checked(() -> ConfigFiles.load(settings));
    }

    private static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConfigException e) {
            throw new DevProblem("Settings: " + e.getMessage(), e);
        }
    }
}
