package rolt.dev.samples;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import rolt.dev.DevProblem;

/** Somebody of the sample accounts who uses the shop's API. */
final class SamplePerson {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "rolt-sample";

    private final String api;
    private final String token;

    private SamplePerson(String api, String token) {
        this.api = api;
        this.token = token;
    }

    /** @param shop where the shop is, without a path */
    static SamplePerson signIn(String shop, String email) {
        JsonObject credentials = new JsonObject().put("email", email).put("password", SampleAccounts.PASSWORD);
        SamplePerson nobody = new SamplePerson(shop + "/api/v1", null);
        return new SamplePerson(nobody.api, nobody.post("/tokens", credentials).getString("accessToken"));
    }

    JsonObject get(String path) {
        return json(request(path).GET());
    }

    JsonObject post(String path, JsonObject body) {
        return json(written(path).POST(text(body)));
    }

    JsonObject put(String path, JsonObject body) {
        return json(written(path).PUT(text(body)));
    }

    /** Sends a PNG as browsers send files. */
    JsonObject upload(String path, byte[] png) {
        return json(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form(png))));
    }

    /** What a page holds, for example a picture that the shop draws. */
    static byte[] open(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE));
    }

    /** Pays at VNPAY's simulator. */
    static void pay(String url) {
        String paid = new JsonObject().put("outcome", "success").encode();
        send(HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).POST(BodyPublishers.ofString(paid)));
    }

    private static byte[] form(byte[] png) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(png);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static BodyPublisher text(JsonObject body) {
        return BodyPublishers.ofString(body.encode());
    }

    private HttpRequest.Builder written(String path) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonObject json(HttpRequest.Builder request) {
        return new JsonObject(new String(send(request), StandardCharsets.UTF_8));
    }

    private static byte[] send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                String said = new String(answer.body(), StandardCharsets.UTF_8);
                throw new DevProblem(
                        request.method() + " " + request.uri() + " was answered " + answer.statusCode() + ": " + said);
            }
            return answer.body();
        } catch (IOException e) {
            throw new DevProblem(request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevProblem("Interrupted at " + request.uri(), e);
        }
    }
}
