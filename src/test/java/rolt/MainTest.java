package rolt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import rolt.platform.Config;
import rolt.platform.ConfigException;

class MainTest {
    @Test
    void a_misspelt_domain_is_refused_before_anything_starts() {
        Config config = ConfigFiles.load(Map.of(
                "ROLT_ENV", "development",
                "DOMAINS", "catalog, stok",
                "PUBLIC_URL", "http://localhost:8080",
                "DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing",
                "REDIS_URL", "redis://127.0.0.1:1",
                "SMTP_URL", "smtp://127.0.0.1:1"));
        assertThatThrownBy(() -> Main.start(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("DOMAINS")
                .hasMessageContaining("stok")
                .hasMessageContaining("catalog, builder");
    }
}
