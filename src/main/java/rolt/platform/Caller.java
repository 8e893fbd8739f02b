package rolt.platform;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks. Built by the gateway and the bridge from a verified token or session, never from what a client claims.
 *
 * @param accountId the signed-in account, null for a visitor
 * @param sessionId the browser or API session, null where there is none (a visitor's cart hangs on it)
 * @param roles empty for a visitor
 * @param language in which the caller reads
 * @param address the client's IP address, without a port
 * @param requestId follows the request over the bus and through the logs
 */
public record Caller(
        UUID accountId, UUID sessionId, Set<Role> roles, Language language, String address, String requestId) {

    /** The shop itself, for work that no person asked for (outbox, expiry, callbacks). */
    public static Caller system(String requestId) {
        return new Caller(null, null, Set.of(), Language.VI, "127.0.0.1", requestId);
    }

    /** The shop, going on by itself with what a person began. */
    public static Caller onBehalfOf(UUID accountId, String requestId) {
        return new Caller(accountId, null, Set.of(), Language.VI, "127.0.0.1", requestId);
    }

    /** The address, or of an IPv6 one the /64 that a single customer holds: what a limit per client counts by. */
    public String network() {
        return network(address);
    }

    /** The same of an address alone, where it is not yet known who calls. */
    public static String network(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return bytes.length == 4 ? address : HexFormat.of().formatHex(bytes, 0, 8);
    }

    public boolean signedIn() {
        return accountId != null;
    }

    /** Whether the caller has at least one of the roles. */
    public boolean hasAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
