package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.platform.MediaStore;
import rolt.platform.Problem;

/** The contract's operations that take a file, and the pictures that come of them. */
final class UploadRoutes {
    private static final Pattern PICTURE =
            Pattern.compile("/media/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})/(?<size>160|640|1600)\\.jpg");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Gateway gateway;
    private final Contract contract;
    private final MediaStore store;

    UploadRoutes(Gateway gateway, Contract contract) {
        this.gateway = gateway;
        this.contract = contract;
        this.store = gateway.platform().store();
    }

    void mount(Router router) {
        contract.operations().stream()
                .filter(Operation::upload)
                .forEach(operation -> gateway.uploads()
                        .mount(
                                router.route(operation.method(), route(operation)),
                                operation.id(),
                                (ctx, answer) -> answer(ctx, operation, answer)));
        router.get("/media/:picture/:file").handler(this::picture);
    }

    /** The path as the router writes it: {@code :name} for {@code {name}}. */
    private static String route(Operation operation) {
        return "/api/v1" + operation.path().replaceAll("\\{(\\w+)}", ":$1");
    }

    private void answer(RoutingContext ctx, Operation operation, Future<Object> answer) {
        answer.compose(value -> Answers.send(ctx, operation, value))
                .onFailure(e -> gateway.problems().answer(ctx, e));
    }

    /** Who knows its address may see a picture: the address cannot be guessed. No row is asked for. */
    private void picture(RoutingContext ctx) {
        Matcher address = PICTURE.matcher(ctx.request().path());
        if (!address.matches()) {
            ctx.fail(404);
            return;
        }
        String etag = '"' + address.group("id") + "-" + address.group("size") + '"';
        if (etag.equals(ctx.request().getHeader("If-None-Match"))) {
            head(ctx, etag).setStatusCode(304).end();
            return;
        }
        store.find(MediaStore.file(address.group("id"), address.group("size")))
                .compose(kept -> send(ctx, etag, kept))
                .onFailure(e -> gateway.problems().answer(ctx, e));
    }

    private static Future<Void> send(RoutingContext ctx, String etag, Optional<MediaStore.Kept> kept) {
        HttpServerResponse response = head(ctx, etag)
                .putHeader("Content-Type", "image/jpeg")
                // Already compressed
                .putHeader("Content-Encoding", "identity");
        return switch (kept.orElseThrow(() -> Problem.notFound("picture"))) {
            case MediaStore.Kept.OnDisk disk -> response.sendFile(disk.file().toString());
            case MediaStore.Kept.InMemory memory -> response.end(memory.bytes());
        };
    }

    private static HttpServerResponse head(RoutingContext ctx, String etag) {
        return ctx.response().putHeader("Cache-Control", FOR_EVER).putHeader("ETag", etag);
    }
}
