package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.TestShop;

/** What of a failed statement is an outage, which may be over soon, and what a mistake, which stays one. */
class DatabaseIT {
    @AutoClose
    private final OwnDatabase own = new OwnDatabase(1);

    private final Database database = own.database;

    @ParameterizedTest
    @ValueSource(strings = {"select $1::int", "select $1::uuid[]", "select $1::int, $2::int", "select 1", "selec $1"})
    void a_wrong_statement_or_argument_is_a_mistake(String sql) {
        assertThatThrownBy(() -> database.run(sql, "no number"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(sql);
    }

    @Test
    void what_the_mapper_cannot_read_is_a_mistake() {
        assertThatThrownBy(() -> database.list("select 'a'::text as a", row -> row.getUUID("a")))
                .isNotInstanceOf(Problem.class);
    }

    @Test
    void a_connection_that_is_refused_is_an_outage() {
        try (Database nowhere = Database.open(own.vertx, new Config.Postgres("postgresql://u:p@127.0.0.1:1/rolt", 1))) {
            assertUnavailable(() -> nowhere.run("select 1"));
            assertUnavailable(() -> nowhere.transaction(tx -> tx.run("select 1")));
        }
    }

    @Test
    void a_connection_that_is_lost_is_an_outage() {
        assertUnavailable(() -> database.run("select pg_terminate_backend(pg_backend_pid())"));
        assertUnavailable(() -> database.transaction(tx -> {
            tx.send("select pg_terminate_backend(pg_backend_pid())");
            return tx.run("select 1");
        }));
        assertThat(database.run("select 1")).isOne();
    }

    @Test
    void who_waits_too_long_for_a_connection_is_told_so_and_keeps_none() {
        try (Database busy = open(Duration.ofMillis(50), 10)) {
            busy.transaction(tx -> askMore(busy, tx));
            assertThat(busy.run("select 1")).isOne();
        }
    }

    @Test
    void who_comes_when_enough_wait_for_a_connection_is_told_so_at_once() {
        try (Database busy = open(Duration.ofDays(1), 0)) {
            busy.transaction(tx -> askMore(busy, tx));
        }
    }

    /** One with a single connection. */
    private Database open(Duration patience, int mostWaiting) {
        return Database.open(
                own.vertx, new Config.Postgres(TestShop.running().postgres.url(), 1), patience, mostWaiting);
    }

    private static int askMore(Database busy, Transaction tx) {
        assertUnavailable(() -> busy.run("select 1"));
        assertUnavailable(() -> busy.transaction(other -> other.run("select 1")));
        return tx.run("select 1");
    }

    private static void assertUnavailable(Runnable work) {
        assertThatThrownBy(work::run)
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(503));
    }
}
