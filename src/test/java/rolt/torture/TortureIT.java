package rolt.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rolt.TestShop;
import rolt.torture.ground.Shop;

/** A short torture of the tests' own nodes, always of the same seed; {@code ./rolt torture} kills nodes as well. */
class TortureIT {
    private static final long SEED = 2026;
    private static final int ORDERS = 30;

    private final TestShop shop = TestShop.running();

    @Test
    void money_and_stock_are_right_whatever_happens_to_thirty_orders_and_to_postgres() {
        Trial trial = new Trial(new Shop(shop.urls, shop.platform(), shop.mailbox, shop.console.url()), SEED);
        Findings findings = trial.batch(1, ORDERS, List.of(this::restartPostgres), () -> {});
        assertThat(findings.isEmpty()).as(() -> findings.told(trial.sql())).isTrue();
        assertThat(trial.tally().of("interleavings")).isPositive();
    }

    private void restartPostgres() {
        shop.postgres.stop();
        shop.postgres.start();
    }
}
