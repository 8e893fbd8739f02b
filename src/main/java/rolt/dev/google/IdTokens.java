package rolt.dev.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** ID tokens signed with RS256, and the faults that a shop has to see in them. */
final class IdTokens {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY_ID = "simulated-1";
    private static final int BITS = 2048;
    private static final long LIFE_SECONDS = 3_600;

    private final KeyPair key = newKey();

    /** The public key as a JSON Web Key Set. */
    JsonObject keys() {
        var publicKey = (RSAPublicKey) key.getPublic();
        var jwk = new JsonObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", KEY_ID)
                .put("n", encode(publicKey.getModulus()))
                .put("e", encode(publicKey.getPublicExponent()));
        return new JsonObject().put("keys", new JsonArray().add(jwk));
    }

    String issue(String issuer, Grant grant, GoogleSimulator.Fault fault) {
        var claims = claims(issuer, grant);
        switch (fault) {
            case WRONG_NONCE -> claims.put("nonce", "another");
            case WRONG_AUDIENCE -> claims.put("aud", "another-client");
            case WRONG_ISSUER -> claims.put("iss", "https://accounts.example");
            case EXPIRED -> claims.put("exp", Instant.now().getEpochSecond() - LIFE_SECONDS);
            case NONE, UNSIGNED, WRONG_KEY -> {}
        }
        return fault == GoogleSimulator.Fault.UNSIGNED
                ? part(new JsonObject().put("alg", "none")) + "." + part(claims) + "."
                : signed(claims, fault == GoogleSimulator.Fault.WRONG_KEY ? newKey() : key);
    }

    private static JsonObject claims(String issuer, Grant grant) {
        var person = grant.person();
        var now = Instant.now().getEpochSecond();
        var claims = new JsonObject()
                .put("iss", issuer)
                .put("aud", grant.clientId())
                .put("sub", person.subject())
                .put("email", person.email())
                .put("email_verified", person.verified())
                .put("name", person.name())
                .put("nonce", grant.nonce())
                .put("iat", now)
                .put("exp", now + LIFE_SECONDS);
        return person.hosted() ? claims.put("hd", person.domain()) : claims;
    }

    private static String signed(JsonObject claims, KeyPair key) {
        var header = new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", KEY_ID);
        var text = part(header) + "." + part(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(JsonObject json) {
        return BASE64URL.encodeToString(json.encode().getBytes(UTF_8));
    }

    private static String encode(BigInteger number) {
        var bytes = number.toByteArray();
        return BASE64URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
