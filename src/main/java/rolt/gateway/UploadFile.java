package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import rolt.platform.Problem;

/**
 * The body of one request, as a file of this machine. It is written as it arrives, within its size and its time;
 * whatever happens, the caller deletes it in the end.
 */
final class UploadFile {
    private static final String CONTINUE = "100-continue";

    private final RoutingContext ctx;
    private final HttpServerRequest request;
    private final FileSystem files;
    private final String path;
    private final Promise<Void> received = Promise.promise();
    private long size;

    /** What one body may take: bytes, and time from its first byte to its last. */
    record Limits(long bytes, Duration time) {}

    /** @param ctx whose request is paused and unread */
    UploadFile(RoutingContext ctx, Path folder) {
        this.ctx = ctx;
        this.request = ctx.request();
        this.files = ctx.vertx().fileSystem();
        this.path = folder.resolve(UUID.randomUUID().toString()).toString();
    }

    /** Done once the whole body is written; fails with problem 408 or 413, or when the client has gone. */
    Future<Void> receive(Limits limits) {
        return files.mkdirs(Path.of(path).getParent().toString())
                .compose(v -> files.open(path, new OpenOptions().setCreateNew(true)))
                .compose(file -> write(file, limits).eventually(file::close));
    }

    private Future<Void> write(AsyncFile file, Limits limits) {
        long timer = ctx.vertx().setTimer(limits.time().toMillis(), late -> hangUp());
        request.exceptionHandler(gone -> {
            ctx.vertx().cancelTimer(timer);
            received.tryFail(gone);
        });
        request.endHandler(v -> {
            ctx.vertx().cancelTimer(timer);
            received.tryComplete();
        });
        request.handler(part -> write(file, part, limits.bytes()));
        if (CONTINUE.equalsIgnoreCase(request.getHeader("Expect"))) {
            ctx.response().writeContinue();
        }
        request.resume();
        return received.future();
    }

    private void write(AsyncFile file, Buffer part, long most) {
        size += part.length();
        if (size > most) {
            received.tryFail(Problem.of(413, "too-large"));
        }
        if (received.future().isComplete()) {
            return;
        }
        file.write(part).onFailure(received::tryFail);
        if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(v -> request.resume());
        }
    }

    /** Who is too slow is told, and cut off: what he would still send is of no use. */
    private void hangUp() {
        if (received.tryFail(Problem.of(408, "too-slow"))) {
            ctx.addEndHandler(answered -> request.connection().close());
        } else {
            request.connection().close();
        }
    }

    Future<byte[]> read() {
        return ctx.vertx().executeBlocking(() -> Files.readAllBytes(Path.of(path)), false);
    }

    /** Deletes the file, if there is any; one that cannot be deleted now is swept later. */
    Future<Void> delete() {
        return files.delete(path).otherwiseEmpty();
    }
}
