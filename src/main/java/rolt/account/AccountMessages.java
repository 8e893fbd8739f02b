package rolt.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rolt.media.MediaMessages.Picture;
import rolt.platform.Language;
import rolt.platform.Role;

/** What the account domain is asked, answers and tells. */
public final class AccountMessages {
    /** Told after the roles, the sessions or the password of an account have changed: forget what you know of it. */
    public static final String CHANGED = "account.changed";

    /** Told after an account was deleted, with all that hung on it. */
    public static final String GONE = "account.gone";

    private AccountMessages() {}

    /** @param language null for the caller's */
    public record Register(String email, String password, String name, Language language) {}

    /** A mail is on its way to this address, whether or not there is an account. */
    public record MailSent(String email) {}

    /**
     * @param token from the link in the mail
     * @param password of the registration that the mail belongs to
     */
    public record VerifyEmail(String token, String password) {}

    public record Verified(String email) {}

    public record ResendVerification(String email) {}

    public record Credentials(String email, String password) {}

    public record RefreshToken(String refreshToken) {}

    /** @param expiresIn the life of the access token in seconds */
    public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {}

    public record Nothing() {}

    /**
     * The signed-in person's own account.
     *
     * @param phone null where it was not given
     * @param birthDate null where it was not given
     * @param picture null without one
     */
    public record Me(
            UUID id,
            String email,
            String name,
            String phone,
            LocalDate birthDate,
            Language language,
            boolean verified,
            Set<Role> roles,
            Picture picture) {}

    /** @param file the bytes as they were uploaded */
    public record ChangePicture(byte[] file) {}

    /** @param token for the session cookie; it is stored hashed and cannot be read again */
    public record Session(String token, Identity identity) {}

    /** What a session is used from; every part may be null. */
    public record Device(String userAgent, String address) {}

    public record IdentifySession(String token, Device device) {}

    public record IdentifyAccount(UUID accountId, UUID sessionId, Device device) {}

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

    /** The event {@link #GONE}; @param rooms of the chat that the account had, their codes */
    public record AccountGone(UUID accountId, List<String> rooms) {
        /** The version before this one tells no rooms. */
        public AccountGone {
            rooms = rooms == null ? List.of() : rooms;
        }
    }

    /** {@code account.addStaff}: by the address of a verified account that has no roles of staff yet. */
    public record AddStaff(String email, Set<Role> roles) {}

    /**
     * {@code account.changeRoles}
     *
     * @param expected the roles that the change was decided on; where they are others by now it is refused
     */
    public record ChangeRoles(UUID accountId, Set<Role> roles, Set<Role> expected) {}

    /** The roles of staff of an account; without CUSTOMER, which everybody has. */
    public record StaffRoles(UUID accountId, String email, Set<Role> roles) {}

    /** {@code account.listRoleChanges}: newest first. */
    public record ListRoleChanges(UUID accountId, Integer limit, UUID after) {}

    public record RoleChangeList(List<RoleChange> items, UUID next) {}

    /**
     * @param actorId null for the command create-admin
     * @param actor the name of who changed them; null for the command, and where the account is gone
     */
    public record RoleChange(
            UUID id, UUID actorId, String actor, Set<Role> before, Set<Role> after, Instant at, String requestId) {}

    public record RoleList(List<RoleWords> items) {}

    /** A role in the caller's language. */
    public record RoleWords(Role code, String name, String description) {}

    /** {@code account.initRoles}, of the operator's command only. */
    public record InitRoles() {}

    /**
     * @param restored how many roles were missing, or had other words
     * @param unknown roles of the database that this program does not know
     */
    public record Roles(List<HeldRole> items, int restored, List<String> unknown) {}

    /** @param accounts how many have the role */
    public record HeldRole(String code, String name, int accounts) {}

    /** {@code account.createAdmin}, of the operator's command only. */
    public record CreateAdmin(String email, String name, String password) {}

    /** @param fresh whether the account is new; else it has kept its password */
    public record CreatedAdmin(String email, boolean fresh, boolean wasAdmin) {}
}
