package rolt.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/** The customers' and VNPAY's way to the shop over HTTP, on a connection for each customer. */
final class ShopClient implements AutoCloseable {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client =
            WebClient.create(vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(Load.CUSTOMERS));
    private final String url;

    ShopClient(String url) {
        this.url = url;
    }

    Vertx vertx() {
        return vertx;
    }

    Future<?> placeOrder(String token, String idempotencyKey) {
        HttpRequest<Buffer> request = client.postAbs(url + "/api/v1/orders")
                .bearerTokenAuthentication(token)
                .putHeader("Idempotency-Key", idempotencyKey);
        return expect(CREATED, request.sendJsonObject(Orders.body()));
    }

    /** @param query signed */
    Future<JsonObject> notify(String query) {
        return expect(OK, client.getAbs(url + "/vnpay/ipn?" + query).send()).map(HttpResponse::bodyAsJsonObject);
    }

    private static Future<HttpResponse<Buffer>> expect(int status, Future<HttpResponse<Buffer>> answer) {
        return answer.map(response -> {
            if (response.statusCode() != status) {
                throw new CannotMeasure("The shop answered " + response.statusCode() + ": " + response.bodyAsString());
            }
            return response;
        });
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
