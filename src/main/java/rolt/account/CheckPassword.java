package rolt.account;

import java.util.Optional;
import rolt.account.PasswordRepository.Holder;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** The one place where a password is tried, so that every way of guessing meets the same growing delay. */
final class CheckPassword {
    private final Passwords passwords;
    private final AttemptRepository attempts;
    private final PasswordRepository holders;

    CheckPassword(Platform platform, Passwords passwords) {
        this.passwords = passwords;
        this.attempts = new AttemptRepository(platform.database());
        this.holders = new PasswordRepository(platform.database());
    }

    /**
     * Whether a password is the right one; a wrong one counts as a failure.
     *
     * @param hash empty where there is no password, which takes as long
     * @throws Problem 429 with the seconds to wait
     */
    boolean isRight(Attempt attempt, String given, Optional<String> hash) {
        String password = AccountRules.password(given);
        attempts.begin(attempt);
        if (!passwords.matches(password, hash)) {
            return false;
        }
        attempts.succeed(attempt);
        return true;
    }

    /**
     * The caller's own account, for what a stolen session must not do.
     *
     * @throws Problem 400 for a wrong password; 429 with the seconds to wait; 409 {@code password-missing} where there is none to ask for
     */
    Holder own(Caller caller, String given) {
        Holder holder = holders.find(caller.accountId()).orElseThrow(() -> Problem.notFound("account"));
        if (holder.passwordHash() == null) {
            throw Problem.conflict("password-missing");
        }
        if (!isRight(Attempt.inSession(caller), given, Optional.of(holder.passwordHash()))) {
            throw wrong();
        }
        return holder;
    }

    static Problem wrong() {
        return Problem.invalid("password", "wrong");
    }
}
