package rolt.account;

import java.util.List;
import java.util.UUID;

/** What is asked and answered about second factors. */
public final class SecondFactorMessages {
    private SecondFactorMessages() {}

    /**
     * How one can sign in.
     *
     * @param google whether it is linked
     * @param recoveryCodesLeft 0 without a second factor
     */
    public record SignInWays(boolean password, boolean google, boolean secondFactor, int recoveryCodesLeft) {}

    /** @param password the one that is valid now */
    public record BeginSecondFactor(String password) {}

    /**
     * What an authenticator app is given.
     *
     * @param secret base 32, for who cannot read the QR code
     * @param uri {@code otpauth:}, for the QR code
     */
    public record SecondFactorSecret(String secret, String uri) {}

    /** @param code the first one of the app */
    public record ConfirmSecondFactor(String code) {}

    /** Shown once. */
    public record RecoveryCodes(List<String> codes) {}

    /** @param code of the app, or a recovery code */
    public record RenewRecoveryCodes(String password, String code) {}

    /** @param code of the app, or a recovery code */
    public record RemoveSecondFactor(String password, String code) {}

    /** What an administrator does for somebody who has lost both app and recovery codes. */
    public record ResetSecondFactor(UUID accountId) {}

    /**
     * @param challenge from the problem {@code second-factor-needed}
     * @param code of the app, or a recovery code
     */
    public record AnswerChallenge(String challenge, String code) {}
}
