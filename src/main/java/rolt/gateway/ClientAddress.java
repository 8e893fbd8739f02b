package rolt.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;

/** The address a request comes from: the socket's, or behind trusted proxies the one that the outermost of them saw. */
final class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";

    private ClientAddress() {}

    /**
     * @param trustedProxies how many proxies append to X-Forwarded-For; what stands further left was sent by the client
     *     and is not believed
     */
    static String of(SocketAddress peer, MultiMap headers, int trustedProxies) {
        String socket = peer == null ? "127.0.0.1" : peer.hostAddress();
        List<String> forwarded =
                List.of(String.join(",", headers.getAll(FORWARDED)).split(","));
        if (trustedProxies == 0 || forwarded.size() < trustedProxies) {
            return plain(socket);
        }
        String seen = forwarded.get(forwarded.size() - trustedProxies).strip();
        return isAddress(seen) ? seen : plain(socket);
    }

    /** Without the zone of a link-local IPv6 address. */
    private static String plain(String address) {
        return address.split("%", 2)[0];
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return !text.contains("%");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
