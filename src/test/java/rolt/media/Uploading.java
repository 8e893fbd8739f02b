package rolt.media;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import rolt.Client;
import rolt.Client.Answer;
import rolt.TestShop;

/** Uploads as a browser's form sends them. */
public final class Uploading {
    private static final String BOUNDARY = "----rolt-tests";

    private Uploading() {}

    static Answer change(Client client, byte[] file) {
        return upload(client, "PUT", "/api/v1/me/picture", file);
    }

    public static Answer upload(Client client, String method, String path, byte[] file) {
        return upload(client, method, path, file, Map.of());
    }

    /** @param texts the form's other fields */
    public static Answer upload(Client client, String method, String path, byte[] file, Map<String, String> texts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        texts.forEach((name, text) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"me.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request = client.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .method(method, BodyPublishers.ofByteArray(body.toByteArray()));
        return client.send(request);
    }

    static JsonObject me(Client client) {
        return client.get("/api/v1/me").expect(200).json();
    }

    static UUID id(Client client) {
        return UUID.fromString(me(client).getString("id"));
    }

    static long rows(Client client) {
        return TestShop.running().number("select count(*) from media.picture where owner_id = ?", id(client));
    }
}
