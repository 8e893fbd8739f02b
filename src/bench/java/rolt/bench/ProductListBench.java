package rolt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import rolt.dev.services.FreePort;

/** The list of kits and its page, from the cache and not, beside a bare server that answers the same bytes. */
final class ProductListBench {
    private static final int SECONDS = 4;
    private static final String LIST = "/api/v1/products?kind=KIT";
    private static final String PAGE = "/products";
    /** Each query is another one with the same answer, so that no cache knows it. */
    private static final String ANOTHER_EACH_TIME = """
            local price = 400000000 + (os.time() % 1000) * 500000
            request = function()
                price = price + 1
                return wrk.format("GET", "/api/v1/products?kind=KIT&priceMax=" .. price)
            end
            """;

    private final String shop;
    private final String bare;
    private final Path script = House.FOLDER.resolve("another-each-time.lua");

    private ProductListBench(String shop, String bare) {
        this.shop = shop;
        this.bare = bare;
    }

    static void run() {
        Wrk.require();
        try (House house = House.open()) {
            house.addSamples();
            int port = FreePort.find();
            try (Program shop = house.shop(port)) {
                Arrival.of(shop, ShopSettings.url(port) + PAGE, "");
                beside(ShopSettings.url(port));
                System.out.println("The shop's JVM holds " + shop.residentMegabytes() + " MB after it.");
            }
        }
    }

    private static void beside(String shop) {
        int port = FreePort.find();
        List<String> program = List.of(BareServer.class.getName(), String.valueOf(port), shop, LIST, PAGE);
        String bare = ShopSettings.url(port);
        try (Program server = House.java("bare", Map.of(), program)) {
            Arrival.of(server, bare + LIST, "");
            new ProductListBench(shop, bare).compare();
            System.out.println("The bare server's JVM holds " + server.residentMegabytes() + " MB after it.");
        }
    }

    private void compare() {
        writeScript();
        System.out.println("64 connections, " + SECONDS + " s a round");
        new Comparison()
                .add("bare Vert.x, the list of kits", "bare Vert.x, the list of kits", () -> load(bare + LIST))
                .add("GET " + LIST, "bare Vert.x, the list of kits", () -> load(shop + LIST))
                .add(
                        "GET " + LIST + "&priceMax=...",
                        "bare Vert.x, the list of kits",
                        () -> load(shop, "--script=" + script))
                .add("bare Vert.x, the page", "bare Vert.x, the page", () -> load(bare + PAGE))
                .add("GET " + PAGE, "bare Vert.x, the page", () -> load(shop + PAGE))
                .run();
    }

    private static Round load(String url, String... options) {
        return Wrk.run(SECONDS, url, options);
    }

    private void writeScript() {
        try {
            Files.writeString(script, ANOTHER_EACH_TIME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
