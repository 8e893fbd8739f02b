package rolt.account;

import java.util.List;
import java.util.UUID;
import rolt.platform.Caller;

/**
 * A try at a secret, by what it is counted under.
 *
 * @param own forgiven when the secret was right
 * @param shared with others, whose failures stay
 * @param email of the account that anybody may try; null where only its holder can
 */
record Attempt(Bucket own, List<Bucket> shared, String email, String address) {
    private static final int TOLERATED = 5;

    /** Many people may share one network, so it is given more. */
    private static final int TOLERATED_BY_NETWORK = 100;

    /** Guesses from many networks at one account; a single one meets its own delay long before. */
    private static final int TOLERATED_BY_ACCOUNT = 30;

    /** @param tolerated so many failures cost nothing */
    record Bucket(String key, int tolerated) {}

    /** At a password, by anybody who knows the address. */
    static Attempt atLogin(Caller caller, String email) {
        return new Attempt(
                new Bucket("login/" + email + "/" + caller.network(), TOLERATED),
                List.of(new Bucket(everywhere(email), TOLERATED_BY_ACCOUNT), network(caller)),
                email,
                caller.address());
    }

    /** At the password of the caller's own account: nobody but this session can use it up. */
    static Attempt inSession(Caller caller) {
        String key = "session/" + caller.accountId() + "/" + caller.sessionId();
        return new Attempt(new Bucket(key, TOLERATED), List.of(), null, null);
    }

    /** At the code of a second factor, by who has shown the password. */
    static Attempt atCode(Caller caller, UUID accountId) {
        return new Attempt(new Bucket("second-factor/" + accountId, TOLERATED), List.of(network(caller)), null, null);
    }

    /** At the password of a registration, by who has its link. */
    static Attempt atRegistration(Caller caller, Token link) {
        return new Attempt(
                new Bucket("registration/" + link.fingerprint(), TOLERATED), List.of(network(caller)), null, null);
    }

    static String everywhere(String email) {
        return "everywhere/" + email;
    }

    private static Bucket network(Caller caller) {
        return new Bucket("network/" + caller.network(), TOLERATED_BY_NETWORK);
    }
}
