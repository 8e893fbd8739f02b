package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import rolt.Eventually;
import rolt.TestShop;
import rolt.ordering.OrderingMessages.ExpireOrders;
import rolt.ordering.OrderingMessages.ExpiredOrders;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Database;
import rolt.platform.Migrations;
import rolt.platform.Platform;

/** Ordering alone, on a database of its own, where no other node ends an order. */
class ExpiryIT {
    private static final String DUE_ORDER = """
            with buyer as (
                insert into account.account (email, password_hash, name)
                values (gen_random_uuid() || '@example.vn', '-', 'Minh Anh') returning id),
            product as (
                insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                    description_vi, description_en)
                values (lower($1), 'ACCESSORY', 'Thử', 'Món thử', 'Test thing', '', '', '', '') returning id),
            variant as (
                insert into catalog.variant (product_id, sku, name_vi, name_en, price)
                select id, $1, '', '', 500000 from product returning id),
            stock as (
                insert into stock.stock (variant_id, on_hand, reserved) select id, 3, 1 from variant returning variant_id),
            placed as (
                insert into ordering.orders (code, account_id, email, state, goods_total, shipping_fee, vat, recipient,
                    language, reserved_until)
                select $1, id, 'a@example.vn', 'PENDING_PAYMENT', 500000, 40000, 40000, '{}', 'VI',
                    now() - interval '1 second'
                from buyer returning id),
            line as (
                insert into ordering.line (order_id, position, variant_id, cart_line_id, sku, kind, name_vi, name_en,
                    unit_price, quantity)
                select placed.id, 1, variant.id, gen_random_uuid(), $1, 'ACCESSORY', 'Món thử', 'Test thing', 500000, 1
                from placed, variant)
            insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason, order_id)
            select variant_id, 0, 1, 'RESERVE', placed.id from stock, placed
            """;

    private final Vertx vertx = Vertx.vertx();
    private final Bus bus = new Bus(vertx);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Database database;

    @BeforeEach
    void open() {
        String url = TestShop.running()
                .postgres
                .createDatabase("expiry_" + UUID.randomUUID().toString().substring(0, 8));
        Migrations.run(url);
        database = Database.open(vertx, new Config.Postgres(url, 4));
        log.start();
        rootLogger().addAppender(log);
    }

    @AfterEach
    void close() {
        rootLogger().detachAppender(log);
        vertx.close().await();
        database.close();
    }

    private static Logger rootLogger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void an_order_that_cannot_expire_is_put_off_and_keeps_no_other_from_it() {
        String poisoned = dueOrder();
        String sound = dueOrder();
        database.run("""
                insert into ordering.history (order_id, transition, cause, to_state)
                select id, 'EXPIRE', 'time', 'EXPIRED' from ordering.orders where code = $1
                """, poisoned);
        deploy();
        awaitExpired(sound);
        assertThat(state(poisoned)).isEqualTo("PENDING_PAYMENT");
        assertThat(reserved(poisoned)).isOne();
        assertThat(reserved(sound)).isZero();
        Eventually.ask(
                () -> List.copyOf(log.list),
                lines -> lines.stream()
                        .anyMatch(line -> line.getLevel() == Level.ERROR
                                && line.getFormattedMessage().contains("could not expire")));
        log.list.clear();
        assertThat(expire()).isEmpty();
        assertThat(log.list).isEmpty();
        database.run("delete from ordering.history where transition = 'EXPIRE' and from_state is null");
        database.run("update ordering.orders set expiry_postponed_until = now() - interval '1 second'");
        awaitExpired(poisoned);
        assertThat(reserved(poisoned)).isZero();
    }

    @Test
    void an_expiry_in_flight_is_finished_in_quiet_before_the_node_stops() {
        String order = dueOrder();
        Future<Void> stopped = database.transaction(tx -> {
            tx.run("select from stock.stock for update");
            String ordering = deploy();
            awaitBlocked();
            return vertx.undeploy(ordering);
        });
        stopped.await();
        assertThat(state(order)).isEqualTo("EXPIRED");
        assertThat(log.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private String deploy() {
        Platform platform = new Platform(vertx, null, bus, database, null, null, null, null);
        return vertx.deployVerticle(
                        new OrderingVerticle(platform),
                        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
                .await();
    }

    private void awaitBlocked() {
        int blocked = 0;
        for (int tries = 0; tries < 2_000 && blocked == 0; tries++) {
            blocked = database.find("""
                            select count(*)::int as n from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock'
                            """, row -> row.getInteger("n")).orElseThrow();
        }
        assertThat(blocked).isOne();
    }

    /** By this round or by that of the node itself. */
    private void awaitExpired(String order) {
        Eventually.ask(
                () -> {
                    expire();
                    return state(order);
                },
                "EXPIRED"::equals);
    }

    private List<String> expire() {
        return bus.call(Caller.system("test"), "ordering.expireOrders", new ExpireOrders(100), ExpiredOrders.class)
                .codes();
    }

    private String dueOrder() {
        String code = OrderCodes.draw();
        database.run(DUE_ORDER, code);
        return code;
    }

    private String state(String order) {
        return database.find("select state from ordering.orders where code = $1", row -> row.getString("state"), order)
                .orElseThrow();
    }

    private int reserved(String order) {
        return database.find("""
                        select reserved from stock.stock join ordering.line using (variant_id) where sku = $1
                        """, row -> row.getInteger("reserved"), order).orElseThrow();
    }
}
