package rolt.cart;

import java.util.UUID;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** Whose cart it is: exactly one of the two is null, or both for a caller without even a visit. */
record Owner(UUID account, UUID session) {

    static Owner of(Caller caller) {
        return new Owner(caller.accountId(), caller.signedIn() ? null : caller.sessionId());
    }

    /** @throws Problem 401 without an account or a visit to put a cart on */
    static Owner needed(Caller caller) {
        Owner owner = of(caller);
        if (owner.id() == null) {
            throw Problem.unauthorized("visit-needed");
        }
        return owner;
    }

    /** Null without account or visit. */
    UUID id() {
        return account == null ? session : account;
    }
}
