package rolt.bench;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import rolt.Node;
import rolt.dev.services.FreePort;
import rolt.platform.AccessTokens;
import rolt.platform.Bus;

/** Checkouts over the bus and over HTTP, beside pgbench with the same statements on the same Postgres. */
final class CheckoutBench {
    private static final int ORDERS = 100 * Load.CUSTOMERS;
    private static final String LIMIT = "pgbench, the same statements";

    private final Node node;
    private final Customers customers;
    /** Keys and codes of a round's orders begin after it. */
    private long first;

    private CheckoutBench(Node node, Customers customers) {
        this.node = node;
        this.customers = customers;
    }

    static void run() {
        try (House house = House.open();
                Recorder recorder = house.recorder()) {
            int port = FreePort.find();
            String script = Scripts.checkout(recorder);
            Node node = house.node(port);
            Pgbench pgbench = house.pgbench(script);
            try (ShopClient client = new ShopClient(ShopSettings.url(port))) {
                new CheckoutBench(node, Customers.add(house.sql(), ORDERS)).compare(pgbench, client);
            } finally {
                node.stop().await();
            }
        }
    }

    private void compare(Pgbench pgbench, ShopClient client) {
        List<String> tokens = tokens();
        System.out.println(Load.CUSTOMERS + " customers at once, " + ORDERS + " orders of one line a round");
        new Comparison()
                .add(LIMIT, LIMIT, () -> {
                    prepare();
                    return pgbench.run(ORDERS, first);
                })
                .add("ordering.placeOrder over the bus", LIMIT, () -> {
                    prepare();
                    return Load.run(node.platform().vertx(), ORDERS, this::placeOrder);
                })
                .add("POST /api/v1/orders with a bearer token", LIMIT, () -> {
                    prepare();
                    return Load.run(client.vertx(), ORDERS, n -> client.placeOrder(tokens.get(n), key(n)));
                })
                .run();
    }

    private Future<?> placeOrder(int number) {
        Bus bus = node.platform().bus();
        return bus.request(Customers.caller(number + 1), "ordering.placeOrder", Orders.placeOrder(key(number)));
    }

    private void prepare() {
        first += 1_000_000;
        customers.fillCarts();
    }

    private String key(int number) {
        return "bench-" + (first + number);
    }

    private List<String> tokens() {
        AccessTokens tokens = new AccessTokens(
                node.platform().vertx(), node.platform().config().auth());
        return IntStream.rangeClosed(1, ORDERS)
                .mapToObj(n -> Customers.token(tokens, n))
                .toList();
    }
}
