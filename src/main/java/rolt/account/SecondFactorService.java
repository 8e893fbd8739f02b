package rolt.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import rolt.account.AccountMessages.Nothing;
import rolt.account.PasswordRepository.Holder;
import rolt.account.SecondFactorMessages.BeginSecondFactor;
import rolt.account.SecondFactorMessages.ConfirmSecondFactor;
import rolt.account.SecondFactorMessages.RecoveryCodes;
import rolt.account.SecondFactorMessages.RemoveSecondFactor;
import rolt.account.SecondFactorMessages.RenewRecoveryCodes;
import rolt.account.SecondFactorMessages.ResetSecondFactor;
import rolt.account.SecondFactorMessages.SecondFactorSecret;
import rolt.account.SecondFactorMessages.SignInWays;
import rolt.mail.MailMessages.SignInChange;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/** The second factor of an account, turned on and off by its owner. */
final class SecondFactorService {
    private final CheckPassword password;
    private final CheckSecondFactor check;
    private final SecondFactorRepository repository;
    private final SecretBox box;
    private final AccountMails mails;

    SecondFactorService(Platform platform, Passwords passwords) {
        this.password = new CheckPassword(platform, passwords);
        this.check = new CheckSecondFactor(platform);
        this.repository = new SecondFactorRepository(platform.database());
        this.box = new SecretBox(platform.config().auth().encryptionKeys());
        this.mails = new AccountMails(platform);
    }

    SignInWays getSignInWays(Caller caller, Nothing nothing) {
        return repository.findWays(caller.accountId()).orElseThrow(() -> Problem.notFound("account"));
    }

    /**
     * A new secret, which is asked for only once a first code has shown that an app has it.
     *
     * @throws Problem 400 for a wrong password; 409 where there is a second factor already
     */
    SecondFactorSecret beginSecondFactor(Caller caller, BeginSecondFactor asked) {
        Holder holder = password.own(caller, asked.password());
        byte[] secret = Totp.newSecret();
        if (!repository.begin(holder.id(), box.seal(holder.id(), secret))) {
            throw Problem.conflict("second-factor-active");
        }
        return new SecondFactorSecret(Base32.encode(secret), Totp.uri(holder.email(), secret));
    }

    /** @throws Problem 400 for a wrong code; 409 where nothing waits to be confirmed */
    RecoveryCodes confirmSecondFactor(Caller caller, ConfirmSecondFactor asked) {
        byte[] sealed = repository.findSecret(caller.accountId(), false).orElseThrow(SecondFactorService::notBegun);
        long step = check.firstStep(caller, sealed, asked.code());
        List<RecoveryCode> codes = RecoveryCode.newOnes();
        UUID accountId = caller.accountId();
        if (!mails.changeSignIn(
                accountId,
                SignInChange.SECOND_FACTOR_ON,
                transaction -> repository.confirm(transaction, accountId, sealed, step, codes))) {
            throw notBegun();
        }
        return shown(codes);
    }

    /** Ten new recovery codes; the old ones are worth nothing any more. */
    RecoveryCodes renewRecoveryCodes(Caller caller, RenewRecoveryCodes asked) {
        checkBoth(caller, asked.password(), asked.code());
        List<RecoveryCode> codes = RecoveryCode.newOnes();
        UUID accountId = caller.accountId();
        change(
                accountId,
                SignInChange.RECOVERY_CODES_RENEWED,
                transaction -> repository.renew(transaction, accountId, codes));
        return shown(codes);
    }

    Nothing removeSecondFactor(Caller caller, RemoveSecondFactor asked) {
        checkBoth(caller, asked.password(), asked.code());
        UUID accountId = caller.accountId();
        change(accountId, SignInChange.SECOND_FACTOR_OFF, transaction -> repository.remove(transaction, accountId));
        return null;
    }

    /** @throws Problem 404 where there is none; 409 for one's own, which takes password and code */
    Nothing resetSecondFactor(Caller caller, ResetSecondFactor asked) {
        if (asked.accountId().equals(caller.accountId())) {
            throw Problem.conflict("second-factor-own");
        }
        change(
                asked.accountId(),
                SignInChange.SECOND_FACTOR_RESET,
                transaction -> repository.reset(transaction, caller.accountId(), asked.accountId()));
        return null;
    }

    private void change(UUID accountId, SignInChange change, Predicate<Transaction> effect) {
        if (!mails.changeSignIn(accountId, change, effect)) {
            throw Problem.notFound("second-factor");
        }
    }

    private void checkBoth(Caller caller, String givenPassword, String code) {
        password.own(caller, givenPassword);
        Optional<byte[]> secret = repository.findSecret(caller.accountId(), true);
        if (secret.isEmpty()) {
            throw Problem.notFound("second-factor");
        }
        if (!check.isRight(caller, caller.accountId(), code)) {
            throw CheckSecondFactor.wrong();
        }
    }

    private static RecoveryCodes shown(List<RecoveryCode> codes) {
        return new RecoveryCodes(codes.stream().map(RecoveryCode::text).toList());
    }

    private static Problem notBegun() {
        return Problem.conflict("second-factor-not-begun");
    }
}
