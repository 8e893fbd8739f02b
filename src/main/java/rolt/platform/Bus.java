package rolt.platform;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The event bus. A request is the JSON object {@code {"caller": ..., "input": ...}}, its answer JSON; a refusal is
 * {@code fail(status, json of the problem)}. On its own node the records travel as they are. Events are published as
 * plain JSON objects.
 */
public final class Bus {
    private static final Logger LOG = LoggerFactory.getLogger(Bus.class);
    /** How long who asks waits for the answer. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long who could do without it waits for an answer. */
    private static final Duration HURRY = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final EventBus eventBus;
    private final DeliveryOptions local = new DeliveryOptions()
            .setSendTimeout(PATIENCE.toMillis())
            .setLocalOnly(true)
            .setCodecName(LocalCodec.NAME);
    private final DeliveryOptions remote = new DeliveryOptions().setSendTimeout(PATIENCE.toMillis());
    private final Map<String, Class<?>> answeredHere = new ConcurrentHashMap<>();

    public Bus(Vertx vertx) {
        this.vertx = vertx;
        this.eventBus = vertx.eventBus();
        eventBus.registerCodec(new LocalCodec());
    }

    /** What a request carries. */
    record Request(Caller caller, Object input) {}

    /**
     * Answers an address from the calling verticle's virtual threads. A consumer would handle one message at a time
     * even while it awaits, so each message is answered in a task of its own; arrival order is lost.
     */
    public <I, O> void answer(String address, Class<I> input, BiFunction<Caller, I, O> operation) {
        Context context = vertx.getOrCreateContext();
        eventBus.consumer(
                address,
                message -> context.runOnContext(v -> {
                    MDC.put("operation", address);
                    reply(message, () -> {
                        Request request = request(message.body());
                        MDC.put("request", request.caller().requestId());
                        return operation.apply(request.caller(), Json.record(request.input(), input));
                    });
                    MDC.clear();
                }));
        answeredHere.put(address, input);
    }

    /** The addresses answered on this node, with the record each takes. */
    public Map<String, Class<?>> answered() {
        return Map.copyOf(answeredHere);
    }

    /** Answers an operation that does not ask who calls. */
    public <I, O> void answer(String address, Class<I> input, Function<I, O> operation) {
        answer(address, input, (caller, in) -> operation.apply(in));
    }

    /** Asks and awaits the answer; for virtual threads only. */
    public <O> O call(Caller caller, String address, Object input, Class<O> answer) {
        return Json.record(Database.await(request(caller, address, input)), answer);
    }

    /**
     * Asks what one can do without; for virtual threads only.
     *
     * @return empty where nobody answers within two seconds, or the answer is a failure
     * @throws Problem where it is a refusal, below 500
     */
    public <O> Optional<O> ask(Caller caller, String address, Object input, Class<O> answer) {
        Future<Optional<O>> asked = request(caller, address, input)
                .timeout(HURRY.toMillis(), TimeUnit.MILLISECONDS)
                .map(found -> Optional.of(Json.record(found, answer)))
                .recover(e -> {
                    if (e instanceof Problem problem && problem.status() < 500) {
                        return Future.failedFuture(problem);
                    }
                    LOG.warn("{} is done without: {}", address, e.getMessage());
                    return Future.succeededFuture(Optional.empty());
                });
        return Database.await(asked);
    }

    /**
     * Asks an operation: on this node where it is answered here, anywhere in the cluster otherwise.
     *
     * @return the answer, as the record itself or as a JsonObject; or a {@link Problem}
     */
    public Future<Object> request(Caller caller, String address, Object input) {
        Request request = new Request(caller, input);
        Future<Message<Object>> reply = answeredHere.containsKey(address)
                ? eventBus.request(address, request, local)
                : eventBus.request(address, Json.object(request), remote);
        return reply.map(Message::body)
                .map(body -> body instanceof Answer answer ? answer.value() : body)
                .recover(e -> Future.failedFuture(problem(e)));
    }

    /** Tells everyone in the cluster that something has happened: a hint, which may be lost. */
    public void publish(String address, Object event) {
        eventBus.publish(address, Json.object(event));
    }

    /** Hears events; on an event-loop context the listener must not block. */
    public <E> void listen(String address, Class<E> event, Consumer<E> listener) {
        eventBus.<JsonObject>consumer(address, message -> listener.accept(Json.record(message.body(), event)));
    }

    /** What is heard at an address, until its end. */
    public interface Hearing {
        void end();
    }

    /** As {@link #listen}, for a while: succeeds when nothing that is published from now on is missed. */
    public <E> Future<Hearing> hear(String address, Class<E> event, Consumer<E> listener) {
        MessageConsumer<JsonObject> consumer =
                eventBus.consumer(address, message -> listener.accept(Json.record(message.body(), event)));
        return consumer.completion().map(consumer::unregister);
    }

    /**
     * Leaves the answers of an address to somebody outside, until the end of the hearing.
     *
     * @param answerer gets {@code {caller, input}}; what it fails with is the answer if it is a {@link Problem}
     */
    public Future<Hearing> delegate(String address, Function<JsonObject, Future<JsonObject>> answerer) {
        MessageConsumer<JsonObject> consumer = eventBus.consumer(
                address,
                message -> answerer.apply(message.body())
                        .onSuccess(message::reply)
                        .onFailure(e -> refuse(message, problem(e))));
        return consumer.completion().map(consumer::unregister);
    }

    record Answer(Object value) {}

    /** @throws Problem 400 for what another node sent in another form than {@code {caller, input}} */
    private static Request request(Object body) {
        if (body instanceof Request request) {
            return request;
        }
        if (!(body instanceof JsonObject)) {
            throw Problem.invalid("", "object");
        }
        Request request = Json.record(body, Request.class);
        if (request.caller() == null || request.input() == null) {
            throw Problem.invalid(request.caller() == null ? "caller" : "input", "required");
        }
        return request;
    }

    private static void reply(Message<?> message, Supplier<?> operation) {
        try {
            Object answer = operation.get();
            if (message.body() instanceof Request) {
                message.reply(new Answer(answer), new DeliveryOptions().setCodecName(LocalCodec.NAME));
            } else {
                message.reply(answer == null ? new JsonObject() : Json.object(answer));
            }
        } catch (Problem problem) {
            refuse(message, problem);
        } catch (Throwable e) {
            LOG.error("{} failed", message.address(), e);
            refuse(message, Problem.of(500, "internal"));
        }
    }

    private static void refuse(Message<?> message, Problem problem) {
        if (problem.status() >= 500 && problem.getCause() != null) {
            LOG.warn("{} cannot be answered", message.address(), problem.getCause());
        }
        message.fail(problem.status(), Json.buffer(problem.detail()).toString());
    }

    private static Problem problem(Throwable e) {
        if (!(e instanceof ReplyException reply)) {
            return e instanceof Problem problem ? problem : Problem.of(500, "internal");
        }
        if (reply.failureType() == ReplyFailure.RECIPIENT_FAILURE) {
            return new Problem(Json.parse(reply.getMessage().getBytes(StandardCharsets.UTF_8), Problem.Detail.class));
        }
        return reply.failureType() == ReplyFailure.TIMEOUT ? Problem.timeout() : Problem.unavailable("handler");
    }
}
