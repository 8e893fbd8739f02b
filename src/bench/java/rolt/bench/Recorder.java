package rolt.bench;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import rolt.ConfigFiles;
import rolt.Main;
import rolt.Node;
import rolt.chat.ChatMessages.OpenRoom;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.SendMessage;
import rolt.dev.services.EmbeddedPostgres;
import rolt.dev.services.FreePort;
import rolt.platform.Caller;
import rolt.platform.Json;

/**
 * Records the SQL statements of a checkout and of a settlement as they are really executed: a node runs on a database
 * of its own, which logs all of them, whatever else the server does.
 */
final class Recorder implements AutoCloseable {
    /** The search for unpaid orders, which comes every ten seconds whoever buys. */
    private static final String EXPIRY = "skip locked";

    private final Customers customers;
    private final Payments payments;
    private final Sql sql;
    private final StatementLog log;
    private final Node node;

    private Recorder(Customers customers, StatementLog log, Node node) {
        this.customers = customers;
        this.payments = new Payments(customers, node.platform().config().vnpay());
        this.sql = customers.sql();
        this.log = log;
        this.node = node;
    }

    static Recorder start(EmbeddedPostgres postgres, String redisUrl) {
        String name = "recorded_" + UUID.randomUUID().toString().replace("-", "");
        String url = postgres.createDatabase(name);
        Sql sql = new Sql(url);
        sql.run("alter database " + name + " set log_statement = 'all';" + "alter database " + name
                + " set log_parameter_max_length = 0");
        Map<String, String> settings = ShopSettings.of(url, redisUrl, FreePort.find());
        Node node = Main.start(ConfigFiles.load(settings)).await();
        Customers customers = Customers.add(sql, 1);
        return new Recorder(customers, new StatementLog(postgres.log()), node);
    }

    /** The statements of a checkout, {@code begin} and {@code commit} included, and of the cart's tidying after it. */
    List<String> checkout() {
        customers.fillCarts();
        String key = UUID.randomUUID().toString();
        return statements(
                () -> ask(Customers.caller(1), "ordering.placeOrder", Orders.placeOrder(key)),
                () -> sql.text("select count(*) from cart.line").equals("0"));
    }

    /** The statements that settle a payment, {@code begin} and {@code commit} included. */
    List<String> settlement() {
        payments.open();
        return statements(
                () -> ask(Caller.system("recorded"), "payment.settleNotification", payments.notification(0)),
                () -> true);
    }

    /** The statement that keeps a message. */
    List<String> message() {
        String clientId = UUID.randomUUID().toString();
        OpenRoom room = new OpenRoom("Đo tốc độ", clientId, "Chào shop!", null, null);
        Room opened =
                Json.record(ask(Customers.caller(1), "chat.openRoom", room).await(), Room.class);
        SendMessage message = new SendMessage(opened.code(), "recorded-message", "Bạn thử xem nhé.");
        return statements(() -> ask(Customers.caller(1), "chat.sendMessage", message), () -> true).stream()
                .filter(statement -> statement.contains("insert into chat.message"))
                .toList();
    }

    private Future<Object> ask(Caller caller, String operation, Object input) {
        return node.platform().bus().request(caller, operation, input);
    }

    private List<String> statements(Supplier<Future<Object>> operation, BooleanSupplier over) {
        String first = mark();
        operation.get().await();
        Patience.until("the effects of an operation", over);
        String last = mark();
        Patience.until("the log of the database", () -> log.contains(last));
        return log.between(first, last).stream()
                .filter(unit -> unit.stream().noneMatch(statement -> statement.contains(EXPIRY)))
                .flatMap(List::stream)
                .toList();
    }

    /** Writes a line into the log that cannot come from the shop. */
    private String mark() {
        String mark = UUID.randomUUID().toString();
        sql.run("do 'begin raise log ''" + mark + "''; end'");
        return mark;
    }

    /** What the recorded operations left in the database. */
    Sql database() {
        return sql;
    }

    @Override
    public void close() {
        node.stop().await();
    }
}
