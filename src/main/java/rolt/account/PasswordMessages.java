package rolt.account;

/** What is asked about passwords. */
public final class PasswordMessages {
    private PasswordMessages() {}

    public record SendResetLink(String email) {}

    /**
     * @param token from the link in the mail
     * @param password the new one
     */
    public record ResetPassword(String token, String password) {}

    /** @param password the one that is valid now */
    public record ChangePassword(String password, String newPassword) {}
}
