package rolt.bench;

import java.util.HashMap;
import java.util.Map;

/** The settings of a measured node: one node, its services given, no limits, and no mail sent beside what is measured. */
final class ShopSettings {
    private ShopSettings() {}

    static Map<String, String> of(String databaseUrl, String redisUrl, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ROLT_ENV", "development");
        settings.put("CLUSTER", "false");
        settings.put("DOMAINS", "account,catalog,builder,cart,ordering,chat,payment");
        settings.put("PORT", String.valueOf(port));
        settings.put("MANAGEMENT_PORT", "0");
        settings.put("PUBLIC_URL", url(port));
        settings.put("RATE_FACTOR", "1000000");
        settings.put("DATABASE_URL", databaseUrl);
        settings.put("REDIS_URL", redisUrl);
        settings.put("SMTP_URL", "smtp://127.0.0.1:1");
        return settings;
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
