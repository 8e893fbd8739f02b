package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.file.FileSystemException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import rolt.platform.Bus;
import rolt.platform.Caller;
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

    private static final UploadFile.Limits LIMITS = new UploadFile.Limits(LIMIT + AROUND, Duration.ofSeconds(60));

    private static final int IN_MEMORY_AT_ONCE = 8;
    private static final int OPEN_PER_ACCOUNT = 3;
    private static final int SECONDS_TO_WAIT = 5;
    private static final String FILE = "file";

    private final Operations operations;
    private final Authentication authentication;
    private final Bus bus;
    private final Semaphore memory = new Semaphore(IN_MEMORY_AT_ONCE);
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final Path folder;

    Uploads(Operations operations, Authentication authentication, Bus bus, Config.Media media) {
        this.operations = operations;
        this.authentication = authentication;
        this.bus = bus;
        this.folder = media.uploads();
    }

    /**
     * Asks an operation with the file {@code file} of the form that is sent to a route, with those of its texts that the
     * operation's body takes, and with what path and query name as the operation's do.
     *
     * @param answer is given the operation's answer, or the {@link Problem}
     */
    public void mount(Route route, String operation, BiConsumer<RoutingContext, Future<Object>> answer) {
        route.handler(ctx -> {
            // Nothing is read until it is known who sends it.
            ctx.request().pause();
            Future<Object> asked = permitted(ctx, operation)
                    .compose(caller -> whileOpen(caller, () -> take(ctx, operation, named(ctx, operation))))
                    .onFailure(e -> ctx.request().resume());
            answer.accept(ctx, asked.recover(e -> Future.failedFuture(problem(e))));
        });
    }

    private Future<Caller> permitted(RoutingContext ctx, String operation) {
        return Future.succeededFuture()
                .compose(v -> authentication.caller(ctx))
                .compose(caller -> operations.permit(caller, operation).map(caller))
                .map(caller -> {
                    refuseOther(ctx.request());
                    return caller;
                });
    }

    private static void refuseOther(HttpServerRequest request) {
        if (!Bodies.isForm(request)) {
            throw Problem.of(415, "form-data");
        }
        String length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > LIMITS.bytes()) {
            throw tooLarge();
        }
    }

    /** An upload may take a minute, so that who has begun a few waits for them. */
    private Future<Object> whileOpen(Caller caller, Supplier<Future<Object>> upload) {
        String client = caller.signedIn() ? caller.accountId().toString() : caller.network();
        if (open.merge(client, 1, Integer::sum) > OPEN_PER_ACCOUNT) {
            close(client);
            throw Problem.tooOften(SECONDS_TO_WAIT);
        }
        return Future.succeededFuture().compose(v -> upload.get()).onComplete(done -> close(client));
    }

    private void close(String client) {
        open.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }

    /** What path and query name, checked before a byte of the form is read. */
    private Map<String, Object> named(RoutingContext ctx, String operation) {
        Map<String, String> given = new HashMap<>();
        ctx.queryParams().forEach(given::put);
        given.putAll(ctx.pathParams());
        JsonObject named = operations.parameters(operation, given);
        operations.check(operation, named.copy().put(FILE, ""));
        return named.getMap();
    }

    private Future<Object> take(RoutingContext ctx, String operation, Map<String, Object> named) {
        UploadFile form = new UploadFile(ctx, folder);
        return form.receive(LIMITS)
                .compose(v -> ask(ctx, operation, file -> input(operation, named, file), form))
                .eventually(form::delete);
    }

    private Future<Object> ask(
            RoutingContext ctx, String operation, Function<FormFile, Object> input, UploadFile form) {
        if (!memory.tryAcquire()) {
            throw Problem.unavailable("uploads");
        }
        String type = ctx.request().getHeader("Content-Type");
        return form.read()
                .compose(bytes -> ctx.vertx().executeBlocking(() -> FormFile.read(type, bytes), false))
                .compose(file ->
                        authentication.caller(ctx).compose(caller -> bus.request(caller, operation, input.apply(file))))
                .onComplete(done -> memory.release());
    }

    /** Made into the operation's own record where it is answered, without the detour over text. */
    private Object input(String operation, Map<String, Object> named, FormFile form) {
        if (form.file().length > LIMIT) {
            throw tooLarge();
        }
        Map<String, Object> input = new HashMap<>(named);
        form.fields().forEach((name, text) -> {
            if (operations.takes(operation, name)) {
                input.put(name, text);
            }
        });
        input.put(FILE, "");
        operations.check(operation, new JsonObject(new HashMap<>(input)));
        input.put(FILE, form.file());
        return input;
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof FileSystemException || failure instanceof java.nio.file.FileSystemException) {
            return Problem.unavailable(MediaStore.PART);
        }
        Problem problem = Problems.problemOf(failure);
        return problem.status() == 413 ? tooLarge() : problem;
    }

    private static Problem tooLarge() {
        Violation tooLarge = new Violation(FILE, "megabytes", Map.of("limit", MEGABYTES));
        return new Problem(new Problem.Detail(413, "too-large", Map.of(), List.of(tooLarge)));
    }
}
