package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import rolt.platform.Bus.Hearing;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Json;
import rolt.platform.Platform;
import rolt.platform.Problem;

/**
 * What one socket answers for the shop: the account that the settings name may answer the addresses that they name, where
 * no domain of this node does.
 */
final class Answering {
    private static final long PATIENCE_SECONDS = 15;

    private final Platform platform;
    private final Config.TcpBridge settings;
    private final Conversation conversation;
    private final Map<String, Future<Hearing>> answered = new HashMap<>();
    /** By the replyAddress that this socket was given, and nobody else. */
    private final Map<String, Promise<JsonObject>> asked = new HashMap<>();

    Answering(Platform platform, Conversation conversation) {
        this.platform = platform;
        this.settings = platform.config().tcpBridge();
        this.conversation = conversation;
    }

    /** Whether a frame was about answering, and is dealt with. */
    boolean take(JsonObject frame) {
        String address = Conversation.text(frame, "address");
        return switch (Conversation.text(frame, "type")) {
            case "send" -> answer(asked.remove(address), frame);
            case "register" -> register(address);
            case "unregister" -> unregister(address);
            default -> false;
        };
    }

    private static boolean answer(Promise<JsonObject> asked, JsonObject frame) {
        if (asked == null) {
            return false;
        }
        if (frame.containsKey("failureCode")) {
            asked.tryFail(refusal(Conversation.text(frame, "message")));
        } else if (frame.getValue("body") instanceof JsonObject body) {
            asked.tryComplete(body);
        } else {
            asked.tryFail(internal());
        }
        return true;
    }

    /** A refusal has the form of a problem; what has not is an internal one, whatever it says. */
    private static Problem refusal(String message) {
        try {
            Problem.Detail detail = Json.parse(message.getBytes(StandardCharsets.UTF_8), Problem.Detail.class);
            boolean refuses =
                    detail != null && detail.code() != null && detail.status() >= 400 && detail.status() < 600;
            return refuses ? new Problem(detail) : internal();
        } catch (Problem unreadable) {
            return internal();
        }
    }

    private static Problem internal() {
        return Problem.of(500, "internal");
    }

    private boolean register(String address) {
        Caller caller = conversation.caller();
        if (caller == null || !settings.answers().contains(address)) {
            return false;
        }
        boolean may = settings.service().equals(caller.accountId())
                && !platform.bus().answered().containsKey(address)
                && !answered.containsKey(address);
        if (!may) {
            conversation.fault("rejected");
            return true;
        }
        answered.put(
                address,
                platform.bus()
                        .delegate(address, request -> ask(address, request))
                        .onSuccess(v -> conversation.write(Conversation.frame("registered", address))));
        return true;
    }

    private Future<JsonObject> ask(String address, JsonObject request) {
        String replyAddress = UUID.randomUUID().toString();
        Promise<JsonObject> answer = Promise.promise();
        asked.put(replyAddress, answer);
        conversation.write(Conversation.frame("message", address)
                .put("replyAddress", replyAddress)
                .put("body", request));
        return answer.future()
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .onComplete(done -> asked.remove(replyAddress));
    }

    private boolean unregister(String address) {
        Future<Hearing> hearing = answered.remove(address);
        if (hearing != null) {
            hearing.onSuccess(Hearing::end);
        }
        return hearing != null;
    }

    /** Who waits for an answer of a program that has left is told so. */
    void end() {
        List.copyOf(answered.keySet()).forEach(this::unregister);
        List.copyOf(asked.values()).forEach(answer -> answer.tryFail(Problem.unavailable("handler")));
    }
}
