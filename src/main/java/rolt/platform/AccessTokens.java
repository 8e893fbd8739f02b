package rolt.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The access tokens of API clients: JWTs signed with ES256 that carry subject and session only. What the subject may do
 * is asked of the account domain, so that a change of roles needs no new token.
 */
public final class AccessTokens {
    private static final int REMEMBERED = 20_000;

    private final List<SigningKey> keys;
    private final JWTAuth signer;
    private final JWTAuth verifier;
    private final JWTOptions options;
    private final Cache<String, Claims> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** What a verified token says. */
    public record Claims(UUID accountId, UUID sessionId, Instant expiresAt) {}

    /** @throws ConfigException where a key is not one for ES256 */
    public AccessTokens(Vertx vertx, Config.Auth config) {
        keys = config.jwtKeys().stream().map(SigningKey::of).toList();
        signer = auth(vertx, keys.subList(0, 1));
        verifier = auth(vertx, keys);
        options = new JWTOptions().setAlgorithm("ES256").setExpiresInSeconds((int)
                config.accessLife().toSeconds());
    }

    private static JWTAuth auth(Vertx vertx, List<SigningKey> keys) {
        JWTAuthOptions options = new JWTAuthOptions();
        keys.forEach(key -> options.addJwk(key.privateJwk()));
        return JWTAuth.create(vertx, options);
    }

    /** Signs a token with the first key. */
    public String issue(UUID accountId, UUID sessionId) {
        JsonObject claims = new JsonObject().put("sub", accountId.toString()).put("sid", sessionId.toString());
        return signer.generateToken(claims, options);
    }

    /**
     * Verifies a token once and remembers it until it expires: a signature check costs half a millisecond.
     *
     * @return its claims, or problem 401 {@code token}
     */
    public Future<Claims> read(String token) {
        Claims known = verified.getIfPresent(token);
        if (known != null) {
            return known.expiresAt().isAfter(Instant.now()) ? Future.succeededFuture(known) : refused();
        }
        return verifier.authenticate(new TokenCredentials(token))
                .map(AccessTokens::claims)
                .onSuccess(claims -> verified.put(token, claims))
                .recover(e -> refused());
    }

    /** Whether a token was verified before, so that reading it again costs nothing. */
    public boolean knows(String token) {
        return verified.getIfPresent(token) != null;
    }

    /** The public keys as a JSON Web Key Set, for {@code /.well-known/jwks.json}. */
    public JsonObject publicKeys() {
        JsonArray all = new JsonArray();
        keys.forEach(key -> all.add(key.publicJwk()));
        return new JsonObject().put("keys", all);
    }

    private static Claims claims(User user) {
        JsonObject claims = user.attributes().getJsonObject("accessToken");
        return new Claims(
                UUID.fromString(claims.getString("sub")),
                UUID.fromString(claims.getString("sid")),
                Instant.ofEpochSecond(claims.getLong("exp")));
    }

    private static Future<Claims> refused() {
        return Future.failedFuture(Problem.unauthorized("token"));
    }
}
