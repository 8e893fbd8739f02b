package rolt.account;

import java.util.Optional;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** The one place where a password is tried, so that every way of guessing meets the same growing delay. */
final class CheckPassword {
    private final Passwords passwords;
    private final AttemptRepository attempts;

    CheckPassword(Platform platform, Passwords passwords) {
        this.passwords = passwords;
        this.attempts = new AttemptRepository(platform.database());
    }

    /**
     * Whether a password is the right one for an address; a wrong one counts as a failure.
     *
     * @param hash empty for an address without a password, which takes as long
     * @throws Problem 429 with the seconds to wait
     */
    boolean isRight(Caller caller, String email, String given, Optional<String> hash) {
        String password = AccountRules.password(given);
        attempts.begin(caller, email);
        if (!passwords.matches(password, hash)) {
            return false;
        }
        attempts.succeed(caller, email);
        return true;
    }
}
