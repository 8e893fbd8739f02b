package rolt.dev.google;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a code stands for until it is exchanged. */
record Grant(Person person, String clientId, String redirectUri, String nonce, String codeChallenge) {
    static Grant of(Person person, MultiMap asked) {
        return new Grant(
                person,
                asked.get("client_id"),
                asked.get("redirect_uri"),
                asked.get("nonce"),
                asked.get("code_challenge"));
    }

    /** Whether the exchange is asked for by who began, and proves it with the verifier of PKCE. */
    boolean isFor(MultiMap exchange) {
        String verifier = exchange.get("code_verifier");
        return redirectUri.equals(exchange.get("redirect_uri"))
                && verifier != null
                && codeChallenge.equals(challenge(verifier));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
