package rolt.bench;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import rolt.Node;
import rolt.dev.services.FreePort;
import rolt.payment.PaymentMessages.SettleNotification;
import rolt.platform.Caller;
import rolt.platform.Json;

/** Payments settled over the bus and over HTTP, beside pgbench with the same statements on the same Postgres. */
final class SettleBench {
    private static final int PAYMENTS = 100 * Load.CUSTOMERS;
    private static final String LIMIT = "pgbench, the same statements";

    private final Node node;
    private final Payments payments;

    private SettleBench(Node node, Payments payments) {
        this.node = node;
        this.payments = payments;
    }

    static void run() {
        try (House house = House.open();
                Recorder recorder = house.recorder()) {
            int port = FreePort.find();
            String script = Scripts.settlement(recorder);
            Node node = house.node(port);
            Pgbench pgbench = house.pgbench(script);
            Customers customers = Customers.add(house.sql(), PAYMENTS);
            Payments payments = new Payments(customers, node.platform().config().vnpay());
            try (ShopClient client = new ShopClient(ShopSettings.url(port))) {
                new SettleBench(node, payments).compare(pgbench, client);
            } finally {
                node.stop().await();
            }
        }
    }

    private void compare(Pgbench pgbench, ShopClient client) {
        System.out.println(Load.CUSTOMERS + " notifications at once, " + PAYMENTS + " a round, mails not sent");
        new Comparison()
                .add(LIMIT, LIMIT, () -> pgbench.run(PAYMENTS, payments.open()))
                .add("payment.settleNotification over the bus", LIMIT, this::overTheBus)
                .add("GET /vnpay/ipn", LIMIT, () -> overHttp(client))
                .run();
    }

    private Round overTheBus() {
        payments.open();
        List<SettleNotification> all =
                IntStream.range(0, PAYMENTS).mapToObj(payments::notification).toList();
        Caller vnpay = Caller.system("bench");
        return Load.run(
                node.platform().vertx(),
                PAYMENTS,
                n -> recorded(node.platform()
                        .bus()
                        .request(vnpay, "payment.settleNotification", all.get(n))
                        .map(Json::object)));
    }

    private Round overHttp(ShopClient client) {
        payments.open();
        List<String> all =
                IntStream.range(0, PAYMENTS).mapToObj(payments::query).toList();
        return Load.run(client.vertx(), PAYMENTS, n -> recorded(client.notify(all.get(n))));
    }

    private static Future<?> recorded(Future<JsonObject> answer) {
        return answer.map(json -> {
            if (!"00".equals(json.getString("RspCode"))) {
                throw new CannotMeasure("VNPAY was answered " + json);
            }
            return json;
        });
    }
}
