package rolt;

import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import rolt.platform.Config;

/** Where settings come from: {@code conf/config.json}, over it {@code conf/<environment>.json}, over it the environment. */
public final class ConfigFiles {
    private ConfigFiles() {}

    public static Config load() {
        return load(Map.of());
    }

    /** @param overrides settings that win over everything, for development and tests */
    public static Config load(Map<String, String> overrides) {
        return Config.of(read(overrides));
    }

    /** Only where the database is, for commands that need nothing else. */
    static Config.Postgres database() {
        return Config.postgres(read(Map.of()));
    }

    private static JsonObject read(Map<String, String> overrides) {
        JsonObject environment = new JsonObject();
        System.getenv().forEach(environment::put);
        overrides.forEach(environment::put);
        String name = environment.getString("ROLT_ENV", "production");
        Vertx vertx = Vertx.vertx();
        try {
            ConfigRetrieverOptions options = new ConfigRetrieverOptions()
                    .addStore(file("conf/config.json", false))
                    .addStore(file("conf/" + name + ".json", true))
                    .addStore(new ConfigStoreOptions().setType("json").setConfig(environment));
            return ConfigRetriever.create(vertx, options).getConfig().await();
        } finally {
            vertx.close();
        }
    }

    private static ConfigStoreOptions file(String path, boolean optional) {
        return new ConfigStoreOptions()
                .setType("file")
                .setOptional(optional)
                .setConfig(new JsonObject().put("path", path));
    }
}
