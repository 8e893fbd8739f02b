package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemException;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import rolt.platform.Bus;
import rolt.platform.Config;
import rolt.platform.MediaStore;
import rolt.platform.Problem;
import rolt.platform.Problem.Violation;

/**
 * Receives files, for the contract's operations that take one and for the pages' forms. The caller is authorised before
 * a byte is read; the file goes to disk as it arrives and comes into memory only for the moment of its call.
 */
public final class Uploads {
    private static final int MEGABYTES = 10;
    private static final long LIMIT = (long) MEGABYTES << 20;
    /** What a form puts around a file. */
    private static final long AROUND = 8 << 10;

    private static final int IN_MEMORY_AT_ONCE = 8;
    private static final String FILE = "file";

    private final Operations operations;
    private final Authentication authentication;
    private final Bus bus;
    private final Semaphore memory = new Semaphore(IN_MEMORY_AT_ONCE);
    private final String folder;

    Uploads(Operations operations, Authentication authentication, Bus bus, Config.Media media) {
        this.operations = operations;
        this.authentication = authentication;
        this.bus = bus;
        Path roomy = media.folder() == null ? Path.of(System.getProperty("java.io.tmpdir")) : media.folder();
        this.folder = roomy.toAbsolutePath().resolve("uploads").toString();
    }

    /**
     * Asks an operation with the file {@code file} of the form that is sent to a route.
     *
     * @param answer is given the operation's answer, or the {@link Problem}
     */
    public void mount(Route route, String operation, BiConsumer<RoutingContext, Future<Object>> answer) {
        BodyHandler body = BodyHandler.create(folder)
                .setBodyLimit(LIMIT + AROUND)
                .setDeleteUploadedFilesOnEnd(true)
                .setMergeFormAttributes(false);
        route.handler((SecurityPolicyHandler) ctx -> permit(ctx, operation))
                .handler(body)
                .handler(ctx -> answer.accept(ctx, asked(ctx, operation)))
                .failureHandler(ctx -> answer.accept(ctx, Future.failedFuture(problem(ctx))));
    }

    /** Nothing is read until it is known who sends it. */
    private void permit(RoutingContext ctx, String operation) {
        ctx.request().pause();
        Future.succeededFuture()
                .compose(v -> authentication.caller(ctx))
                .compose(caller -> operations.permit(caller, operation))
                .map(v -> {
                    refuseOther(ctx.request().getHeader("Content-Type"));
                    return v;
                })
                .onSuccess(v -> ctx.next())
                .onFailure(ctx::fail)
                .onComplete(v -> ctx.request().resume());
    }

    private static void refuseOther(String type) {
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw Problem.of(415, "form-data");
        }
    }

    private Future<Object> asked(RoutingContext ctx, String operation) {
        return Future.succeededFuture().compose(v -> ask(ctx, operation));
    }

    private Future<Object> ask(RoutingContext ctx, String operation) {
        FileUpload file = ctx.fileUploads().stream()
                .filter(upload -> upload.name().equals(FILE) && upload.size() > 0)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(FILE, "required"));
        if (file.size() > LIMIT) {
            throw tooLarge();
        }
        if (!memory.tryAcquire()) {
            throw Problem.unavailable("uploads");
        }
        return ctx.vertx()
                .fileSystem()
                .readFile(file.uploadedFileName())
                .compose(bytes ->
                        authentication.caller(ctx).compose(caller -> bus.request(caller, operation, input(bytes))))
                .onComplete(done -> memory.release());
    }

    /** Made into the operation's own record where it is answered, without the detour over text. */
    private static Object input(Buffer file) {
        return Map.of(FILE, file.getBytes());
    }

    private static Problem problem(RoutingContext ctx) {
        if (ctx.statusCode() == 413) {
            return tooLarge();
        }
        return ctx.failure() instanceof FileSystemException
                ? Problem.unavailable(MediaStore.PART)
                : Problems.problemOf(ctx.failure());
    }

    private static Problem tooLarge() {
        Violation tooLarge = new Violation(FILE, "megabytes", Map.of("limit", MEGABYTES));
        return new Problem(new Problem.Detail(413, "too-large", Map.of(), List.of(tooLarge)));
    }
}
