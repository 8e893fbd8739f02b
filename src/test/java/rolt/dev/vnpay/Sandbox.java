package rolt.dev.vnpay;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.vnpay.VnpayChecksum;
import rolt.vnpay.VnpayDate;
import rolt.vnpay.VnpaySecrets;
import rolt.vnpay.VnpaySignature;

/** A simulator and a merchant on one real HTTP server, and the calls a test makes to them. */
final class Sandbox implements AutoCloseable {
    static final String SECRET = "SIMULATORTESTSECRET0000000000001";
    static final VnpaySignature SIGNATURE = new VnpaySignature(VnpaySecrets.of(SECRET));

    final TestClock clock = new TestClock();
    final Merchant merchant = new Merchant();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Sandbox() {
        var router = Router.router(vertx);
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
        base = "http://127.0.0.1:" + server.actualPort();
        merchant.mount(router);
        var noRefund = new Terminal("NOREFUND", SECRET, List.of(base + "/ipn"), true, false);
        var locked = new Terminal("LOCKED01", SECRET, List.of(base + "/ipn"), false, true);
        var main = new Terminal("SIMTEST1", SECRET, base + "/ipn?shop=1");
        var simulator = new VnpaySimulator(vertx, clock, VnpaySimulator.FIVE_MINUTES, main, noRefund);
        simulator.mount(router);
        simulator.add(locked);
    }

    /** A good request to pay 10,000 đồng. */
    Map<String, String> request(String reference) {
        var request = new TreeMap<String, String>();
        request.put("vnp_Version", "2.1.0");
        request.put("vnp_Command", "pay");
        request.put("vnp_TmnCode", "SIMTEST1");
        request.put("vnp_Amount", "1000000");
        request.put("vnp_CreateDate", VnpayDate.format(clock.instant()));
        request.put("vnp_CurrCode", "VND");
        request.put("vnp_IpAddr", "203.0.113.7");
        request.put("vnp_Locale", "vn");
        request.put("vnp_OrderInfo", "Thanh toan <b>" + reference);
        request.put("vnp_OrderType", "other");
        request.put("vnp_ReturnUrl", base + "/return");
        request.put("vnp_ExpireDate", VnpayDate.format(clock.instant().plusSeconds(900)));
        request.put("vnp_TxnRef", reference);
        return request;
    }

    /** Where the gateway sends on a customer who comes with this request. */
    String enter(Map<String, String> request) {
        return location(get("/paymentv2/vpcpay.html?" + SIGNATURE.signedQuery(request)));
    }

    /** Opens a payment and answers its token. */
    String open(Map<String, String> request) {
        var next = enter(request);
        return next.substring(next.indexOf("token=") + 6);
    }

    /** Opens a payment and ends it; answers the address of the return. */
    String pay(String reference, String outcome) {
        open(request(reference));
        return post("/simulator/pay/" + reference, new JsonObject().put("outcome", outcome))
                .getString("returnUrl");
    }

    JsonObject query(String reference) {
        var request = apiRequest("querydr", reference);
        return api(VnpayChecksum.QUERY_REQUEST, request);
    }

    JsonObject refund(String reference, String type, String amount) {
        var request = apiRequest("refund", reference);
        request.put("vnp_TransactionType", type);
        request.put("vnp_Amount", amount);
        request.put("vnp_CreateBy", "finance");
        return api(VnpayChecksum.REFUND_REQUEST, request);
    }

    Map<String, String> apiRequest(String command, String reference) {
        var request = new TreeMap<String, String>();
        request.put("vnp_RequestId", UUID.randomUUID().toString().replace("-", ""));
        request.put("vnp_Version", "2.1.0");
        request.put("vnp_Command", command);
        request.put("vnp_TmnCode", "SIMTEST1");
        request.put("vnp_TxnRef", reference);
        request.put("vnp_OrderInfo", "Truy van " + reference);
        request.put("vnp_TransactionDate", "20260115103000");
        request.put("vnp_CreateDate", VnpayDate.format(clock.instant()));
        request.put("vnp_IpAddr", "203.0.113.10");
        return request;
    }

    JsonObject api(VnpayChecksum checksum, Map<String, String> request) {
        var signed = new TreeMap<>(request);
        signed.put("vnp_SecureHash", checksum.sign(VnpaySecrets.of(SECRET), request));
        return post("/merchant_webapi/api/transaction", JsonObject.mapFrom(signed));
    }

    void faults(JsonObject switches) {
        post("/simulator/faults", switches);
    }

    /** Pushes the gateway's clock, with everything that happens meanwhile. */
    JsonObject forward(String time) {
        return post("/simulator/clock", new JsonObject().put("forward", time));
    }

    /** The answers to all notifications about this reference, after the last retry. */
    List<JsonObject> notifications(String reference) {
        forward("PT1H");
        return list("/simulator/calls?settled=true&txnRef=" + reference, "calls").stream()
                .filter(call -> call.getString("what").equals("ipn"))
                .toList();
    }

    JsonObject payment(String reference) {
        return list("/simulator/payments?txnRef=" + reference, "payments").getFirst();
    }

    List<JsonObject> list(String path, String name) {
        return new JsonObject(get(path).body())
                .getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    JsonObject post(String path, JsonObject body) {
        return new JsonObject(
                send(request(path, "application/json", body.encode())).body());
    }

    HttpResponse<String> form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, "application/x-www-form-urlencoded", body));
    }

    HttpRequest.Builder request(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("content-type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String base() {
        return base;
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElse("");
    }

    @Override
    public void close() {
        client.close();
        vertx.close().await();
    }
}
