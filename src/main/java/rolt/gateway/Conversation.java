package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import rolt.gateway.Passes.Pass;
import rolt.gateway.Passes.Visit;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Problem;

/**
 * What is said over one socket of a bridge of the event bus, whichever bridge it is. The first frame shows a pass; from then
 * on the socket speaks as its owner, who may call the operations of the contract and hear what {@link Audience} allows. No
 * frame is passed on to the bus, so what a client says of itself in headers or bodies is nothing.
 */
final class Conversation {
    static final String ENTER = "gateway.enter";

    private static final String REPLY_ADDRESS = "replyAddress";
    private static final int LONGEST_REPLY_ADDRESS = 36;

    private final Reception reception;
    private final Line line;
    private final Hearings hearings;
    private final Unread unread = new Unread();
    private long lastSaid = System.nanoTime();
    private boolean over;

    Conversation(Reception reception, Line line) {
        this.reception = reception;
        this.line = line;
        this.hearings = new Hearings(reception.gateway().platform().bus(), reception.audience(), this::tell);
    }

    /** The socket, of the event loop of its {@link Reception}. */
    interface Line {
        /** @return when the frame has left the node */
        Future<Void> write(String frame);

        void hangUp();

        Visit visit();

        /** The type of a frame that answers or tells. */
        String told();

        /** Tells what has become of the registration at an address. */
        JsonObject notice(String type, String address);
    }

    /** Takes a frame, whatever it may be. */
    void read(String text) {
        JsonObject frame = frame(text);
        if (frame == null) {
            fault("invalid_json");
        } else {
            read(frame);
        }
    }

    /** Null for what is no JSON object. */
    static JsonObject frame(String text) {
        try {
            return new JsonObject(text);
        } catch (DecodeException e) {
            return null;
        }
    }

    void read(JsonObject frame) {
        lastSaid = System.nanoTime();
        String address = frame.getString("address");
        String type = text(frame, "type");
        if (type.equals("ping")) {
            return;
        }
        if (address == null) {
            fault("missing_address");
            return;
        }
        switch (type) {
            case "send" -> send(address, frame);
            case "register" -> register(address);
            case "unregister" -> hearings.remove(address);
            default -> fault("invalid_type");
        }
    }

    /** A field of a frame; null, as some languages write what they leave out, is nothing. */
    static String text(JsonObject frame, String field) {
        return Objects.requireNonNullElse(frame.getString(field), "");
    }

    /** Null for who has not entered. */
    Caller caller() {
        return reception.guests().caller(this);
    }

    private void send(String address, JsonObject frame) {
        Caller caller = caller();
        if (text(frame, REPLY_ADDRESS).length() > LONGEST_REPLY_ADDRESS) {
            fault("invalid_reply_address");
        } else if (ENTER.equals(address)) {
            enter(frame);
        } else if (caller == null) {
            fault("rejected");
        } else {
            Gateway gateway = reception.gateway();
            gateway.authentication()
                    .current(caller)
                    .compose(now -> gateway.operations().call(now, address, body(frame)))
                    .onSuccess(answer -> reply(frame, answer))
                    .onFailure(e -> write(refusal(frame, e, caller.language(), caller.requestId())));
        }
    }

    private static JsonObject body(JsonObject frame) {
        return frame.getValue("body") instanceof JsonObject body ? body : new JsonObject();
    }

    private void reply(JsonObject asked, Object answer) {
        String replyAddress = asked.getString(REPLY_ADDRESS);
        if (replyAddress != null) {
            write(frame(line.told(), replyAddress).put("body", Json.object(answer)));
        }
    }

    /** Told also to who did not ask for an answer. */
    private JsonObject refusal(JsonObject asked, Throwable failure, Language language, String requestId) {
        Problem problem = Problems.problemOf(failure);
        JsonObject details = reception.gateway().problems().details(problem, language, requestId);
        JsonObject frame = new JsonObject()
                .put("type", "err")
                .put("failureCode", problem.status())
                .put("failureType", "RECIPIENT_FAILURE")
                .put("message", details.encode());
        String replyAddress = asked.getString(REPLY_ADDRESS);
        return replyAddress == null ? frame : frame.put("address", replyAddress);
    }

    private void enter(JsonObject frame) {
        Visit visit = line.visit();
        pass(body(frame), visit)
                .compose(pass -> reception
                        .gateway()
                        .sockets()
                        .take(pass.caller())
                        .map(place -> {
                            reception.guests().enter(this, pass, place);
                            return new JsonObject().put("entered", true);
                        }))
                .onSuccess(entered -> reply(frame, entered))
                .onFailure(e -> {
                    write(refusal(frame, e, visit.language(), UUID.randomUUID().toString()));
                    if (e instanceof Problem problem && problem.code().equals(OpenSockets.TOO_MANY)) {
                        hangUp();
                    }
                });
    }

    private Future<Pass> pass(JsonObject shown, Visit visit) {
        Passes passes = reception.passes();
        String token = shown.getString("token");
        return token == null ? passes.ofTicket(text(shown, "ticket"), visit) : passes.ofToken(token, visit);
    }

    private void register(String address) {
        Caller caller = caller();
        String fault = caller == null || !Audience.isOpen(address) ? "rejected" : hearings.fault(address);
        if (fault == null) {
            hearings.add(caller, address)
                    .onSuccess(v -> write(line.notice("registered", address)))
                    .onFailure(e -> fault("rejected"));
        } else {
            fault(fault);
        }
    }

    private void tell(String address, JsonObject event) {
        write(frame(line.told(), address).put("body", event));
        if (Audience.isLast(event)) {
            hearings.remove(address);
            write(line.notice("unregistered", address));
        }
    }

    static JsonObject frame(String type, String address) {
        return new JsonObject().put("type", type).put("address", address);
    }

    /** A frame that is refused itself, in a word. */
    void fault(String word) {
        write(new JsonObject().put("type", "err").put("body", word));
    }

    void write(JsonObject frame) {
        if (over) {
            return;
        }
        if (unread.isTooMuch()) {
            hangUp();
            return;
        }
        String text = frame.encode();
        unread.add(text.length(), line.write(text));
    }

    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastSaid);
    }

    void hangUp() {
        if (!over) {
            end();
            line.hangUp();
        }
    }

    /** The socket is closed. */
    void end() {
        over = true;
        hearings.end();
        reception.close(this);
    }
}
