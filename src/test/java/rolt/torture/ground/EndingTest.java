package rolt.torture.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class EndingTest {
    /** A torture whose port is taken, and that has left a thread behind. */
    static final class Taken {
        public static void main(String[] arguments) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    LockSupport.park();
                }
            });
            Ending.after(() ->
                    Future.<Boolean>failedFuture(new BindException("taken")).await());
        }
    }

    @Test
    void what_an_awaited_future_failed_with_ends_the_jvm() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process torture = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Taken.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(torture.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(torture.exitValue()).isOne();
            assertThat(new String(torture.getInputStream().readAllBytes())).contains("taken");
        } finally {
            torture.destroyForcibly();
        }
    }
}
