package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeavyWorkTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void work_is_computed() {
        assertThat(new HeavyWork(vertx, "test", 1, 0).run(() -> 42)).isEqualTo(42);
    }

    @Test
    void what_waited_longer_than_anybody_asks_for_it_is_not_begun() {
        HeavyWork work = new HeavyWork(vertx, "test", 1, 0, Duration.ZERO);
        AtomicBoolean begun = new AtomicBoolean();
        assertThatThrownBy(() -> work.run(() -> {
                    begun.set(true);
                    return 42;
                }))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(504));
        assertThat(begun).isFalse();
    }
}
