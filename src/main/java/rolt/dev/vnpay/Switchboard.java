package rolt.dev.vnpay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The faults switched on at each terminal. */
final class Switchboard {
    private final Map<String, Faults> byTerminal = new ConcurrentHashMap<>();

    Faults at(Terminal terminal) {
        return byTerminal.getOrDefault(terminal.tmnCode(), Faults.NONE);
    }

    void set(String tmnCode, Faults faults) {
        byTerminal.put(tmnCode, faults);
    }
}
