package rolt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import rolt.TestShop;

/** Counts what Postgres really executed, {@code begin} and {@code commit} included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountIT {
    private Recorder recorder;

    @BeforeAll
    void record() {
        TestShop shop = TestShop.running();
        recorder = Recorder.start(shop.postgres, shop.redis.url());
    }

    @AfterAll
    void stop() {
        recorder.close();
    }

    @Test
    void a_checkout_takes_at_most_eight_statements() {
        assertThat(recorder.checkout())
                .hasSizeLessThanOrEqualTo(8)
                .contains("begin", "commit")
                .anyMatch(statement -> statement.contains("insert into ordering.orders"))
                .anyMatch(statement -> statement.contains("delete from cart.line"));
    }

    @Test
    void a_settlement_takes_at_most_eight_statements() {
        assertThat(recorder.settlement())
                .hasSizeLessThanOrEqualTo(8)
                .contains("begin", "commit")
                .anyMatch(statement -> statement.contains("insert into payment.notification"))
                .anyMatch(statement -> statement.contains("insert into platform.outbox"));
    }

    @Test
    void pgbench_is_told_what_to_fill_into_every_statement() {
        assertThat(Scripts.checkout(recorder)).doesNotContain("$1");
        assertThat(Scripts.settlement(recorder)).doesNotContain("$1");
    }
}
