package rolt.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The most that Vert.x can do: a server that knows nothing but the shop's very bytes, headers included. */
public final class BareServer extends VerticleBase {
    private final int port;
    private final Map<String, Known> answers;

    private record Known(MultiMap headers, Buffer body) {}

    private BareServer(int port, Map<String, Known> answers) {
        this.port = port;
        this.answers = answers;
    }

    /** Takes its port, the shop's address and the paths that it fetches there. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Vertx vertx = Vertx.builder()
                .with(new VertxOptions().setPreferNativeTransport(true))
                .build();
        WebClient shop = WebClient.create(vertx);
        Map<String, Known> answers = new HashMap<>();
        List.of(arguments)
                .subList(2, arguments.length)
                .forEach(path -> answers.put(
                        path, known(shop.getAbs(arguments[1] + path).send().await())));
        shop.close();
        int loops = Runtime.getRuntime().availableProcessors();
        vertx.deployVerticle(() -> new BareServer(port, answers), new DeploymentOptions().setInstances(loops))
                .await();
    }

    private static Known known(HttpResponse<Buffer> answer) {
        MultiMap headers = HttpHeaders.headers();
        answer.headers()
                .forEach((name, value) ->
                        headers.add(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)));
        return new Known(headers, answer.body());
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    Known known = answers.get(request.uri());
                    HttpServerResponse response = request.response();
                    response.headers().setAll(known.headers());
                    response.end(known.body());
                })
                .listen(port, "127.0.0.1");
    }
}
