package rolt.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import rolt.ConfigFiles;
import rolt.dev.services.FreePort;
import rolt.platform.AccessTokens;
import rolt.platform.Config;

/**
 * Five hundred rooms in which two people answer each other over the bridge of one node, amid five thousand open
 * connections: from when something is said until the other one hears it, at most and at a usual load. Beside pgbench
 * with the same statement, and beside a bare server of websockets with as many connections that keeps nothing.
 */
final class ChatBench {
    private static final int CONNECTIONS = 5_000;
    private static final int ROOMS = 500;
    /** Said in each room, in turns. */
    private static final int MESSAGES = 4;

    private static final int AT_ONCE = 50;
    private static final String INSERTS = "pgbench, the same statement";
    private static final String BARE = "bare Vert.x websockets, said and heard";
    private static final String BRIDGE = "said and heard over the bridge";
    /** Of what the bridge can do at most: what takes long then does so by itself, and not because of a queue. */
    private static final double USUAL_LOAD = 0.6;

    private final Vertx vertx;
    private final WebSocketClient client;

    private ChatBench(Vertx vertx) {
        this.vertx = vertx;
        client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(2 * CONNECTIONS));
    }

    static void run() {
        try (House house = House.open()) {
            String script = sendScript(house);
            int port = FreePort.find();
            int barePort = FreePort.find();
            Map<String, String> settings = house.settings(port);
            settings.put("DOMAINS", "account,chat");
            try (Program shop = house.shop(settings);
                    Program bare = House.java(
                            "bare", Map.of(), List.of(BareRooms.class.getName(), String.valueOf(barePort)))) {
                Arrival.of(shop, ShopSettings.url(port) + "/health/ready", "");
                Arrival.of(bare, ShopSettings.url(barePort) + "/", "");
                Customers.add(house.sql(), CONNECTIONS);
                Rooms.add(house.sql(), ROOMS);
                Vertx vertx = Vertx.vertx();
                Config.Auth auth = ConfigFiles.load(settings).auth();
                new ChatBench(vertx).compare(house.pgbench(script), new AccessTokens(vertx, auth), port, barePort);
                System.out.println("The shop's JVM holds " + shop.residentMegabytes() + " MB with " + CONNECTIONS
                        + " connections.");
                vertx.close().await();
            }
        }
    }

    /** Room and sender of a customer, who is one of the first. */
    private static String sendScript(House house) {
        try (Recorder recorder = house.recorder()) {
            return Scripts.sendMessage(recorder, ROOMS);
        }
    }

    private void compare(Pgbench pgbench, AccessTokens tokens, int port, int barePort) {
        List<Wire> shop = connect((n, room) -> BridgeWire.open(vertx, client, port, Customers.token(tokens, n), room));
        List<Wire> bare = connect((n, room) -> BareWire.open(client, barePort, room == null ? "alone-" + n : room));
        System.out.println(
                CONNECTIONS + " connections, " + ROOMS + " rooms, " + ROOMS * MESSAGES + " messages a round");
        long[] first = {0};
        double most = new Comparison()
                .add(INSERTS, INSERTS, () -> pgbench.run(ROOMS * MESSAGES, first[0] += 1_000_000))
                .add(BARE, INSERTS, () -> talk(bare))
                .add(BRIDGE, INSERTS, () -> talk(shop))
                .run()
                .perSecond(BRIDGE);
        double usual = USUAL_LOAD * most;
        System.out.printf("%nThe same at %.0f %% of that, %,.0f messages a second%n", 100 * USUAL_LOAD, usual);
        new Comparison()
                .add(INSERTS, INSERTS, () -> pgbench.run(ROOMS * MESSAGES, first[0] += 1_000_000, usual))
                .add(BARE, INSERTS, () -> steadily(bare, usual))
                .add(BRIDGE, INSERTS, () -> steadily(shop, usual))
                .run();
    }

    /** The first hear the rooms, two each; the others are there. */
    private List<Wire> connect(BiFunction<Integer, String, Future<Wire>> open) {
        List<Wire> wires = new ArrayList<>();
        for (int from = 1; from <= CONNECTIONS; from += AT_ONCE) {
            List<Future<Wire>> some = IntStream.range(from, from + AT_ONCE)
                    .mapToObj(n -> open.apply(n, n > 2 * ROOMS ? null : Rooms.code((n - 1) % ROOMS + 1)))
                    .toList();
            Future.all(some).timeout(1, TimeUnit.MINUTES).await();
            some.forEach(wire -> wires.add(wire.result()));
        }
        return wires;
    }

    private Round talk(List<Wire> wires) {
        long[] micros = new long[ROOMS * MESSAGES];
        List<Dialogue> dialogues = IntStream.range(0, ROOMS)
                .mapToObj(room -> new Dialogue(wires.get(room), wires.get(room + ROOMS), MESSAGES))
                .toList();
        long begun = System.nanoTime();
        Future.all(dialogues.stream().map(Dialogue::begin).toList())
                .timeout(2, TimeUnit.MINUTES)
                .await();
        double seconds = (System.nanoTime() - begun) / 1e9;
        for (int room = 0; room < ROOMS; room++) {
            System.arraycopy(dialogues.get(room).micros(), 0, micros, room * MESSAGES, MESSAGES);
        }
        return Round.of(micros, seconds);
    }

    private Round steadily(List<Wire> wires, double perSecond) {
        List<List<Wire>> rooms = IntStream.range(0, ROOMS)
                .mapToObj(room -> List.of(wires.get(room), wires.get(room + ROOMS)))
                .toList();
        return new SteadyTalk(rooms, ROOMS * MESSAGES, perSecond).run(vertx);
    }
}
