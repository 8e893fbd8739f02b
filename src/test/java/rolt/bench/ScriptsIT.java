package rolt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rolt.TestServers;
import rolt.TestShop;

/**
 * What {@code ./rolt bench} compares the shop with: pgbench does with the shop's own statements what the shop does. Who
 * changes one of these statements tells {@link Scripts} of it.
 */
class ScriptsIT {
    private static final Path FOLDER = Path.of("target", "test-pgbench");

    private static String database;
    private static Customers customers;
    private static Recorder recorder;

    @BeforeAll
    static void record() {
        assumeTrue(Pgbench.isInstalled() || System.getenv("CI") != null, "pgbench is not installed");
        database = TestServers.emptyDatabase();
        customers = Customers.add(new Sql(database), Load.CUSTOMERS);
        recorder = Recorder.start(TestServers.postgres(), TestServers.redis().url());
    }

    @AfterAll
    static void stop() {
        if (recorder != null) {
            recorder.close();
        }
    }

    @Test
    void pgbench_checks_out_for_every_customer() {
        customers.fillCarts();
        run("checkout", Scripts.checkout(recorder), 9_000_000);
        assertThat(count("ordering.orders where code > 'R-09000000' and state = 'PENDING_PAYMENT'"))
                .isEqualTo(Load.CUSTOMERS);
        assertThat(count("stock.ledger where reason = 'RESERVE' and order_id in "
                        + "(select id from ordering.orders where code > 'R-09000000')"))
                .isEqualTo(Load.CUSTOMERS);
        assertThat(count("cart.line")).isZero();
    }

    @Test
    void pgbench_settles_the_payment_of_every_customer() {
        Payments payments =
                new Payments(customers, TestShop.running().platform().config().vnpay());
        run("settlement", Scripts.settlement(recorder), payments.open());
        assertThat(count("ordering.orders where state = 'PAID'")).isEqualTo(Load.CUSTOMERS);
        assertThat(count("payment.attempt where state = 'CAPTURED'")).isEqualTo(Load.CUSTOMERS);
        assertThat(count("stock.ledger where reason = 'COMMIT'")).isEqualTo(Load.CUSTOMERS);
        assertThat(count("platform.outbox")).isEqualTo(Load.CUSTOMERS);
    }

    @Test
    void pgbench_says_something_for_every_customer() {
        int rooms = Load.CUSTOMERS / 2;
        Rooms.add(customers.sql(), rooms);
        run("message", Scripts.sendMessage(recorder, rooms), 0);
        assertThat(count("chat.message where kind = 'TEXT'")).isEqualTo(Load.CUSTOMERS);
    }

    private static void run(String name, String script, long first) {
        new Pgbench(FOLDER.resolve(name), script, database).run(Load.CUSTOMERS, first);
    }

    private static int count(String from) {
        return Integer.parseInt(customers.sql().text("select count(*) from " + from));
    }
}
