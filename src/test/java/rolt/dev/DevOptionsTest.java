package rolt.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DevOptionsTest {
    @Test
    void one_node_on_the_data_of_yesterday_is_the_usual() {
        var options = options();
        assertThat(options.fresh()).isFalse();
        assertThat(options.nodes()).isEqualTo(1);
        assertThat(options.shopPort()).isEqualTo(8080);
        assertThat(options.consolePort()).isEqualTo(8025);
    }

    @Test
    void options_come_in_any_order() {
        assertThat(options("--nodes", "2", "--fresh")).isEqualTo(options("--fresh", "--nodes", "2"));
        assertThat(options("--nodes", "2").nodes()).isEqualTo(2);
    }

    @Test
    void ports_come_from_the_environment() {
        var options = DevOptions.parse(new String[0], Map.of("PORT", "9000", "DEV_PORT", ""));
        assertThat(options.shopPort()).isEqualTo(9000);
        assertThat(options.consolePort()).isEqualTo(8025);
    }

    @Test
    void a_wrong_option_is_named() {
        assertThatThrownBy(() -> options("--node")).hasMessageContaining("--node;");
        assertThatThrownBy(() -> options("--nodes")).hasMessageContaining("from 1 to 9");
        assertThatThrownBy(() -> options("--nodes", "0")).hasMessageContaining("from 1 to 9");
        assertThatThrownBy(() ->
                        DevOptions.parse(new String[0], Map.of("PORT", "70000")).shopPort())
                .hasMessageContaining("PORT must be a port");
    }

    private static DevOptions options(String... arguments) {
        return DevOptions.parse(arguments, Map.of());
    }
}
