package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import rolt.platform.Bus;
import rolt.platform.Bus.Hearing;
import rolt.platform.Caller;

/** What one socket hears of the bus; each address was granted by the {@link Audience}. */
final class Hearings {
    private static final int MOST = 50;

    private final Bus bus;
    private final Audience audience;
    private final BiConsumer<String, JsonObject> listener;
    /** Also those on their way. */
    private final Map<String, Future<Hearing>> heard = new HashMap<>();

    /** @param listener gets address and event */
    Hearings(Bus bus, Audience audience, BiConsumer<String, JsonObject> listener) {
        this.bus = bus;
        this.audience = audience;
        this.listener = listener;
    }

    /** Why an address cannot be heard besides the others, in a word; null if it can. */
    String fault(String address) {
        if (heard.containsKey(address)) {
            return "address_already_registered";
        }
        return heard.size() < MOST ? null : "max_handlers_reached";
    }

    /** @return when no event is missed any more; or a problem where the caller may not hear the address */
    Future<Hearing> add(Caller caller, String address) {
        Future<Hearing> hearing = audience.admit(caller, address)
                .compose(v -> bus.hear(address, JsonObject.class, event -> listener.accept(address, event)));
        heard.put(address, hearing);
        return hearing.onFailure(e -> heard.remove(address, hearing));
    }

    /** Hears an address no more, if it was heard. */
    void remove(String address) {
        Future<Hearing> hearing = heard.remove(address);
        if (hearing != null) {
            hearing.onSuccess(Hearing::end);
        }
    }

    void end() {
        List.copyOf(heard.keySet()).forEach(this::remove);
    }
}
