package rolt.platform;

import java.util.List;
import java.util.UUID;

/** Reads whether programs on the same machine may join the bus, and which of them may answer what. */
final class TcpBridgeSettings {
    private TcpBridgeSettings() {}

    static Config.TcpBridge read(Settings settings) {
        settings.bothOrNeither("TCP_BRIDGE_SERVICE", "TCP_BRIDGE_ANSWERS");
        List<String> answers = settings.list("TCP_BRIDGE_ANSWERS");
        return new Config.TcpBridge(settings.port("TCP_BRIDGE_PORT"), service(settings), answers);
    }

    private static UUID service(Settings settings) {
        String service = settings.optional("TCP_BRIDGE_SERVICE");
        try {
            return service.isEmpty() ? null : UUID.fromString(service);
        } catch (IllegalArgumentException e) {
            return settings.fault("TCP_BRIDGE_SERVICE", "must be the id of an account, not \"" + service + "\"", null);
        }
    }
}
