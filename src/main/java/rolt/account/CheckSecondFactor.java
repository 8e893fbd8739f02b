package rolt.account;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import rolt.mail.MailMessages.SignInChange;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** The one place where a code is tried, so that every way of guessing meets the same growing delay. */
final class CheckSecondFactor {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

    private final AttemptRepository attempts;
    private final SecondFactorRepository repository;
    private final SecretBox box;
    private final AccountMails mails;

    CheckSecondFactor(Platform platform) {
        this.attempts = new AttemptRepository(platform.database());
        this.repository = new SecondFactorRepository(platform.database());
        this.box = new SecretBox(platform.config().auth().encryptionKeys());
        this.mails = new AccountMails(platform);
    }

    /**
     * Whether a code is right; then it is used up. A wrong one counts as a failure, apart from those of the password,
     * because the right password forgives its own.
     *
     * @throws Problem 429 with the seconds to wait
     */
    boolean isRight(Caller caller, UUID accountId, String given) {
        Attempt attempt = Attempt.atCode(caller, accountId);
        attempts.begin(attempt);
        String code = given.replace(" ", "");
        boolean right = DIGITS.matcher(code).matches()
                ? isRightNow(accountId, code)
                : useRecoveryCode(accountId, new RecoveryCode(code));
        if (right) {
            attempts.succeed(attempt);
        } else if (attempts.isUsedUp(attempt)) {
            mails.tellOfGuessedCodes(accountId);
        }
        return right;
    }

    private boolean isRightNow(UUID accountId, String code) {
        OptionalLong step = repository
                .findSecret(accountId, true)
                .map(stored -> Totp.step(box.open(accountId, stored), code, Instant.now()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && repository.useStep(accountId, step.getAsLong());
    }

    private boolean useRecoveryCode(UUID accountId, RecoveryCode code) {
        return mails.changeSignIn(
                accountId,
                SignInChange.RECOVERY_CODE_USED,
                transaction -> repository.useRecoveryCode(transaction, accountId, code));
    }

    /**
     * The step of the first code of a factor that waits to be confirmed.
     *
     * @throws Problem 400 for a wrong code; 429 with the seconds to wait
     */
    long firstStep(Caller caller, byte[] stored, String given) {
        Attempt attempt = Attempt.atCode(caller, caller.accountId());
        attempts.begin(attempt);
        long step = Totp.step(box.open(caller.accountId(), stored), given.replace(" ", ""), Instant.now())
                .orElseThrow(CheckSecondFactor::wrong);
        attempts.succeed(attempt);
        return step;
    }

    static Problem wrong() {
        return Problem.invalid("code", "wrong");
    }
}
