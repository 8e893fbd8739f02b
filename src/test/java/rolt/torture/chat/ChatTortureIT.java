package rolt.torture.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rolt.TestShop;
import rolt.torture.ground.Shop;

/** A short torture of the chat on the tests' own nodes; {@code ./rolt torture chat} kills nodes as well. */
class ChatTortureIT {
    private static final long SEED = 2026;

    private final TestShop shop = TestShop.running();

    @Test
    void nothing_acknowledged_is_lost_and_all_see_the_same_while_postgres_and_redis_are_restarted() {
        ChatTrial trial = new ChatTrial(new Shop(shop.urls, shop.platform(), shop.mailbox, shop.console.url()), SEED);
        assertThat(trial.round(3, 10, List.of(this::restartPostgres, this::restartRedis), () -> {}))
                .isEmpty();
        assertThat(trial.tally().of("messages acknowledged")).isPositive();
        assertThat(trial.tally().of("messages refused to who only reads")).isPositive();
    }

    private void restartPostgres() {
        shop.postgres.stop();
        shop.postgres.start();
    }

    private void restartRedis() {
        shop.redis.stop();
        shop.redis.start();
    }
}
