package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryPaceTest {
    private final QueryPace pace = new QueryPace(Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "6, 160", "7, 240", "8, 240", "1000, 240"})
    void an_attempt_waits_twice_as_long_each_time_and_four_hours_at_most(int queries, long minutes) {
        assertThat(pace.after(queries)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({"300, 30", "15, 1", "1, 1"})
    void a_node_looks_ten_times_as_often_and_once_a_second_at_most(long interval, long look) {
        assertThat(new QueryPace(Duration.ofSeconds(interval)).look().toSeconds())
                .isEqualTo(look);
    }
}
