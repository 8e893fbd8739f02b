package rolt.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import rolt.dev.services.FreePort;

/** Whether the time of an answer tells who has an account: each way in, asked for known and unknown addresses in turn. */
final class TimingBench {
    private static final int WARM_UP = 30;
    private static final int PAIRS = 300;
    private static final String PASSWORD = "mot mat khau that dai";
    /** Every account gets the password of the one that registered. */
    private static final String ADD_ACCOUNTS = """
            insert into account.account (email, password_hash, name, verified_at)
            select 'known-' || n || '@bench.local',
                (select password_hash from account.account where email = 'first@bench.local'), 'Khách ' || n, now()
            from generate_series(1, %d) n
            """;

    private final String shop;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(26);
    private int asked;

    private TimingBench(String shop) {
        this.shop = shop;
    }

    static void run() {
        try (House house = House.open()) {
            int port = FreePort.find();
            Map<String, String> settings = new HashMap<>(house.settings(port));
            settings.put("TRUSTED_PROXIES", "1");
            try (Program shop = House.java("shop", settings, List.of("rolt.Main"))) {
                Arrival.of(shop, ShopSettings.url(port) + "/health/ready", "");
                new TimingBench(ShopSettings.url(port)).measure(house.sql());
                System.out.println("The shop's JVM holds " + shop.residentMegabytes() + " MB after it.");
            }
        }
    }

    private void measure(Sql sql) {
        post("/accounts", person("first@bench.local"), 202);
        sql.run(ADD_ACCOUNTS.formatted(4 * (WARM_UP + PAIRS)));
        sql.run("vacuum (analyze)");
        System.out.println(PAIRS + " pairs, one request at a time, each for another account from another address");
        System.out.printf("%-28s %14s %14s %14s %12s%n", "", "known, p50 ms", "unknown", "known longer", "by chance");
        compare("a wrong password", "/tokens", TimingBench::credentials, 401);
        compare("registration", "/accounts", TimingBench::person, 202);
        compare("a forgotten password", "/passwords/forgotten", TimingBench::address, 202);
        compare("the verification mail again", "/accounts/verification-mails", TimingBench::address, 202);
    }

    /** What is sent for an address. */
    private interface Body {
        JsonObject of(String email);
    }

    private void compare(String flow, String path, Body body, int status) {
        double[] known = new double[PAIRS];
        double[] unknown = new double[PAIRS];
        for (int pair = -WARM_UP; pair < PAIRS; pair++) {
            asked++;
            boolean knownFirst = random.nextBoolean();
            double first = millis(path, body.of(email(knownFirst)), status);
            double second = millis(path, body.of(email(!knownFirst)), status);
            if (pair >= 0) {
                known[pair] = knownFirst ? first : second;
                unknown[pair] = knownFirst ? second : first;
            }
        }
        Samples samples = new Samples(known, unknown);
        System.out.printf(
                "%-28s %14.2f %14.2f %14.3f %12s%n",
                flow,
                Samples.median(known),
                Samples.median(unknown),
                samples.leftIsLonger(),
                "0.5 ± %.3f".formatted(samples.chance()));
    }

    private String email(boolean known) {
        return (known ? "known-" : "nobody-") + asked + "@bench.local";
    }

    private static JsonObject credentials(String email) {
        return address(email).put("password", "khong phai mat khau");
    }

    private static JsonObject person(String email) {
        return address(email).put("password", PASSWORD).put("name", "Khách").put("language", "VI");
    }

    private static JsonObject address(String email) {
        return new JsonObject().put("email", email);
    }

    private double millis(String path, JsonObject body, int status) {
        long begun = System.nanoTime();
        post(path, body, status);
        return (System.nanoTime() - begun) / 1e6;
    }

    private void post(String path, JsonObject body, int status) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "10.%d.%d.%d".formatted(random.nextInt(256), asked >> 8, asked & 255))
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new CannotMeasure(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new CannotMeasure(path + " was not answered", e);
        } catch (InterruptedException e) {
            throw new CannotMeasure("Interrupted", e);
        }
    }
}
