package rolt.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentWaitTest {
    @Test
    void what_many_ask_at_once_is_looked_up_once() {
        List<Optional<Duration>> meanwhile = new ArrayList<>();
        RecentWait[] wait = new RecentWait[1];
        wait[0] = new RecentWait(() -> {
            meanwhile.add(wait[0].median());
            return Optional.of(Duration.ofSeconds(90));
        });
        for (int i = 0; i < 100; i++) {
            assertThat(wait[0].median()).contains(Duration.ofSeconds(90));
        }
        assertThat(meanwhile).containsExactly(Optional.empty());
    }
}
