package rolt.account;

import rolt.account.AccountMessages.Session;

/** What is asked and answered about signing in with Google. */
public final class GoogleMessages {
    private GoogleMessages() {}

    /**
     * @param next where to go on afterwards, a path of this shop
     * @param password null to sign in; the current one to link the caller's account
     */
    public record BeginGoogle(String next, String password) {}

    /**
     * @param ticket for a cookie: only this browser may come back
     * @param url at Google
     */
    public record GoogleBegun(String ticket, String url) {}

    /** What the browser brings back. */
    public record FinishGoogle(String ticket, String state, String code) {}

    /**
     * @param session null where an account was linked, or a second factor is asked for
     * @param challenge for the second factor; null where none is asked for
     */
    public record GoogleFinished(Session session, String challenge, String next) {}

    /** @param password the one that is valid now */
    public record UnlinkGoogle(String password) {}
}
