package rolt.dev.google;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A provider of OpenID Connect for development and tests, whose page lets everybody be anybody. It checks what Google
 * checks: the client and its secret, the redirect address, PKCE, and that a code is used once.
 */
public final class GoogleSimulator {
    /** What may be wrong with an ID token. */
    public enum Fault {
        NONE,
        WRONG_NONCE,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        WRONG_KEY,
        EXPIRED,
        UNSIGNED
    }

    private static final String PATH = "/google";

    private final String clientId;
    private final String clientSecret;
    private final IdTokens tokens = new IdTokens();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();

    public GoogleSimulator(String clientId, String clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** The issuer where the routes are mounted at an origin. */
    public static String issuer(String origin) {
        return origin + PATH;
    }

    /** The ID tokens of an address have a fault from now on. */
    public void spoil(String email, Fault fault) {
        faults.put(email, fault);
    }

    public void mount(Router router) {
        router.get(PATH + "/.well-known/openid-configuration").handler(this::discover);
        router.get(PATH + "/keys").handler(ctx -> ctx.json(tokens.keys()));
        router.get(PATH + "/authorize").handler(this::choose);
        router.post(PATH + "/authorize").handler(BodyHandler.create(false)).handler(this::chosen);
        router.post(PATH + "/token").handler(BodyHandler.create(false)).handler(this::exchange);
    }

    private static String issuer(RoutingContext ctx) {
        return issuer("http://" + ctx.request().authority());
    }

    private void discover(RoutingContext ctx) {
        var issuer = issuer(ctx);
        ctx.json(new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/authorize")
                .put("token_endpoint", issuer + "/token")
                .put("jwks_uri", issuer + "/keys"));
    }

    private void choose(RoutingContext ctx) {
        var asked = ctx.queryParams();
        if (!clientId.equals(asked.get("client_id"))
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))) {
            ctx.response().setStatusCode(400).end("invalid_request");
            return;
        }
        ctx.response().putHeader("Content-Type", "text/html; charset=utf-8").end(ChoicePage.html(asked));
    }

    private void chosen(RoutingContext ctx) {
        MultiMap form = ctx.request().formAttributes();
        var code = UUID.randomUUID().toString();
        grants.put(code, Grant.of(Person.of(form), form));
        var back = form.get("redirect_uri") + "?state=" + encode(form.get("state")) + "&code=" + code;
        ctx.response().setStatusCode(303).putHeader("Location", back).end();
    }

    private void exchange(RoutingContext ctx) {
        MultiMap form = ctx.request().formAttributes();
        if (!isClient(ctx)) {
            ctx.response().setStatusCode(401);
            ctx.json(new JsonObject().put("error", "invalid_client"));
            return;
        }
        var grant = grants.remove(String.valueOf(form.get("code")));
        if (grant == null || !grant.isFor(form)) {
            ctx.response().setStatusCode(400);
            ctx.json(new JsonObject().put("error", "invalid_grant"));
            return;
        }
        var fault = faults.getOrDefault(grant.person().email(), Fault.NONE);
        ctx.json(new JsonObject()
                .put("access_token", UUID.randomUUID().toString())
                .put("token_type", "Bearer")
                .put("expires_in", 3_600)
                .put("id_token", tokens.issue(issuer(ctx), grant, fault)));
    }

    private boolean isClient(RoutingContext ctx) {
        var credentials = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(credentials))
                .equals(ctx.request().getHeader("Authorization"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
