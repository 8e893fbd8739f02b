package rolt.account;

/** What is asked about the e-mail address of an account. */
public final class EmailMessages {
    private EmailMessages() {}

    /** @param email the new address */
    public record ChangeEmail(String email, String password) {}

    /** @param token from the link that the new address was sent */
    public record ConfirmEmail(String token) {}

    /** @param token from the link that the old address was sent */
    public record RevertEmail(String token) {}
}
