package rolt.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import rolt.platform.HeavyWork;

/**
 * Password hashes: Argon2id with 19 MiB and two passes, about 80 ms on one core. Each is computed on the threads of
 * {@link HeavyWork}, so that a flood of logins waits in a bounded queue and costs the rest of the shop nothing.
 */
final class Passwords {
    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    /** The hash of nobody's password: it is checked for an unknown account, which then takes as long as a known one. */
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$sZQyoEIKGDGXGXn4atRCyw$RMqE79lkxrma2QcneI44P3gZlEB61wZpphBzSHXKCGY";

    private final HeavyWork work;

    Passwords(HeavyWork work) {
        this.work = work;
    }

    /** @throws rolt.platform.Problem 503 while too many wait */
    String hash(String password) {
        return work.run(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult());
    }

    /** Whether the password belongs to the hash; never for an unknown account, after the same work. */
    boolean matches(String password, Optional<String> hash) {
        String known = hash.orElse(NOBODY);
        boolean same = work.run(() -> Password.check(password, known).with(Argon2Function.getInstanceFromHash(known)));
        return same && hash.isPresent();
    }
}
