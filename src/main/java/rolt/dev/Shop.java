package rolt.dev;

import java.util.Map;
import rolt.ConfigFiles;
import rolt.Main;
import rolt.platform.ConfigException;

/** A node of the shop in this JVM; the one place that knows how {@link Main} starts one. */
final class Shop {
    private Shop() {}

    /**
     * Starts a node and returns once it serves.
     *
     * @param settings by the names of the environment variables they stand for; they win over all others
     * @return what stops it, finishing what is in flight
     * @throws DevProblem naming the settings that are missing or wrong
     */
    static AutoCloseable start(Map<String, String> settings) {
        try {
            var node = Main.start(ConfigFiles.load(settings)).await();
            return () -> node.stop().await();
        } catch (ConfigException e) {
            throw new DevProblem("Settings: " + e.getMessage(), e);
        }
    }
}
