package rolt.account;

import java.util.Set;
import java.util.UUID;
import rolt.platform.Language;
import rolt.platform.Role;

/** What the account domain is asked, answers and tells. */
public final class AccountMessages {
    /** Told after the roles, the sessions or the password of an account have changed: forget what you know of it. */
    public static final String CHANGED = "account.changed";

    private AccountMessages() {}

    /** @param language null for the caller's */
    public record Register(String email, String password, String name, Language language) {}

    /** A mail is on its way to this address, whether or not there is an account. */
    public record MailSent(String email) {}

    /** @param token from the link in the mail */
    public record VerifyEmail(String token) {}

    public record Verified(String email) {}

    public record ResendVerification(String email) {}

    public record Credentials(String email, String password) {}

    public record RefreshToken(String refreshToken) {}

    /** @param expiresIn the life of the access token in seconds */
    public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {}

    public record Nothing() {}

    /** The signed-in person's own account. */
    public record Me(
            UUID id, String email, String name, String phone, Language language, boolean verified, Set<Role> roles) {}

    /** @param token for the session cookie; it is stored hashed and cannot be read again */
    public record Session(String token, Identity identity) {}

    public record IdentifySession(String token) {}

    public record IdentifyAccount(UUID accountId, UUID sessionId) {}

    /**
     * Who a session belongs to.
     *
     * @param accountId null for a visitor
     * @param language null for a visitor
     */
    public record Identity(UUID accountId, UUID sessionId, Set<Role> roles, Language language, boolean verified) {}

    /** Lets its holder enter the bridge once, within half a minute. */
    public record Ticket(String ticket) {}

    /** The event {@link #CHANGED}. */
    public record AccountChanged(UUID accountId) {}
}
