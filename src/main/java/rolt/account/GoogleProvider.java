package rolt.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.account.GoogleRepository.Attempt;
import rolt.platform.Breaker;
import rolt.platform.Config;
import rolt.platform.Problem;

/** Google as a provider of OpenID Connect: the code flow with PKCE. It is asked at the first use, never at the start. */
final class GoogleProvider {
    private static final Logger LOG = LoggerFactory.getLogger(GoogleProvider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final List<String> SCOPES = List.of("openid", "email", "profile");
    private static final int REFUSED = 422;

    private final Vertx vertx;
    private final Config.Google settings;
    private final Breaker breaker;
    private final AtomicReference<OAuth2Auth> discovered = new AtomicReference<>();

    GoogleProvider(Vertx vertx, Config.Google settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.breaker = new Breaker(
                vertx, "google", PATIENCE, e -> !(e instanceof Problem problem && problem.status() == REFUSED));
    }

    /** Whom Google vouches for. {@code ownsEmail}: Google knows that the address is his today. */
    record Person(String subject, String email, boolean ownsEmail, String name) {}

    /** @throws Problem 503 while Google cannot be asked */
    String authorizeUrl(Attempt attempt, String redirectUri) {
        byte[] challenge = new Token(attempt.verifier()).hash().getBytes();
        OAuth2AuthorizationURL url = new OAuth2AuthorizationURL()
                .setRedirectUri(redirectUri)
                .setScopes(SCOPES)
                .setState(attempt.state())
                .setCodeChallenge(Base64.getUrlEncoder().withoutPadding().encodeToString(challenge))
                .setCodeChallengeMethod("S256");
        url.putAdditionalParameter("nonce", attempt.nonce());
        return provider().authorizeURL(url);
    }

    /** @throws Problem 422 where the code or the ID token is not good; 503 while Google cannot be asked */
    Person person(Attempt attempt, String redirectUri, String code) {
        Oauth2Credentials credentials = new Oauth2Credentials()
                .setFlow(OAuth2FlowType.AUTH_CODE)
                .setCode(code)
                .setRedirectUri(redirectUri)
                .setCodeVerifier(attempt.verifier());
        OAuth2Auth provider = provider();
        User user = call(() -> provider.authenticate(credentials).recover(GoogleProvider::refusedOrAway));
        JsonObject token = user.attributes().getJsonObject("idToken");
        if (token == null && user.attributes().containsKey("missing-kid")) {
            discovered.compareAndSet(provider, null);
            throw away();
        }
        return person(token, attempt.nonce());
    }

    /** The signature and the issuer are checked by the library, which gives no token otherwise. */
    private Person person(JsonObject token, String nonce) {
        if (token == null
                || !isForUs(token.getValue("aud"))
                || !settings.issuer().equals(token.getString("iss"))
                || token.getLong("exp", 0L) < Instant.now().getEpochSecond()
                || !nonce.equals(token.getString("nonce"))) {
            LOG.warn("An ID token was refused");
            throw refused();
        }
        return new Person(
                token.getString("sub"), token.getString("email", ""), ownsEmail(token), token.getString("name", ""));
    }

    /** Google keeps the mailbox itself. Elsewhere it was his once, and may have been given to somebody else since. */
    private static boolean ownsEmail(JsonObject token) {
        boolean kept = token.getString("email", "").endsWith("@gmail.com")
                || !token.getString("hd", "").isEmpty();
        return kept && Boolean.parseBoolean(String.valueOf(token.getValue("email_verified")));
    }

    private boolean isForUs(Object audience) {
        return audience instanceof JsonArray several
                ? several.contains(settings.clientId())
                : settings.clientId().equals(audience);
    }

    private OAuth2Auth provider() {
        OAuth2Auth known = discovered.get();
        if (known == null) {
            OAuth2Options options = new OAuth2Options()
                    .setSite(settings.issuer())
                    .setClientId(settings.clientId())
                    .setClientSecret(settings.clientSecret());
            known = call(() ->
                    OpenIDConnectAuth.discover(vertx, options).recover(e -> Future.failedFuture(noted(e, away()))));
            discovered.set(known);
        }
        return known;
    }

    private <T> T call(Supplier<Future<T>> request) {
        try {
            return breaker.call(request);
        } catch (Problem problem) {
            throw problem.status() == REFUSED ? problem : away();
        }
    }

    private static <T> Future<T> refusedOrAway(Throwable e) {
        boolean isAway = e instanceof IOException || e instanceof VertxException;
        return Future.failedFuture(noted(e, isAway ? away() : refused()));
    }

    private static Problem noted(Throwable e, Problem problem) {
        LOG.warn("Signing in with Google failed: {}", e.getMessage());
        return problem;
    }

    private static Problem refused() {
        return Problem.unprocessable("google-refused", Map.of());
    }

    private static Problem away() {
        return Problem.of(503, "google-unavailable");
    }
}
