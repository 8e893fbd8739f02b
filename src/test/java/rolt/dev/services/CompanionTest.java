package rolt.dev.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanionTest {
    private static final List<String> SLEEPER = List.of("sh", "-c", "echo awake; exec sleep 1000");

    @TempDir
    Path folder;

    @Test
    void it_is_stopped_on_request() {
        var companion = Companion.start(new Companion.Spec(SLEEPER, "TERM", "awake", folder.resolve("log")));
        var process = ProcessHandle.of(companion.pid()).orElseThrow();
        assertThat(process.isAlive()).isTrue();
        companion.stop();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void what_it_said_before_it_failed_is_told() {
        var spec = new Companion.Spec(
                List.of("sh", "-c", "echo no such thing; exit 3"), "TERM", "awake", folder.resolve("log"));
        assertThatThrownBy(() -> Companion.start(spec))
                .isInstanceOf(Companion.Failed.class)
                .hasMessageContaining("no such thing");
    }

    @Test
    void it_ends_even_when_its_jvm_is_killed() throws Exception {
        var jvm = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.resolve("log").toString())
                .start();
        var pid = Long.parseLong(jvm.inputReader().readLine());
        var companion = ProcessHandle.of(pid).orElseThrow();
        assertThat(companion.isAlive()).isTrue();
        jvm.destroyForcibly();
        companion.onExit().get(30, TimeUnit.SECONDS);
        assertThat(companion.isAlive()).isFalse();
    }

    static final class Parent {
        public static void main(String[] log) throws IOException {
            var companion = Companion.start(new Companion.Spec(SLEEPER, "TERM", "awake", Path.of(log[0])));
            System.out.println(companion.pid());
            System.in.read();
        }
    }
}
