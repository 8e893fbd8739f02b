package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.Device;
import rolt.account.AccountMessages.IdentifyAccount;
import rolt.account.AccountMessages.Identity;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Ticket;
import rolt.account.SecondFactorMessages.AnswerChallenge;
import rolt.platform.AccessTokens;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Platform;
import rolt.platform.Problem;

/**
 * Finds out who calls, from the session cookie of a browser or the access token of an API client; what a request claims
 * besides is not believed. One for each node.
 */
public final class Authentication {
    private static final String CALLER = "rolt.caller";
    private static final String BEARER = "bearer";
    private static final Identity NOBODY = new Identity(null, null, Set.of(), null, false);

    private final Platform platform;
    private final AccessTokens accessTokens;
    private final RateLimits limits;
    private final Identities identities;
    private final SessionCookie cookie;

    public Authentication(Platform platform, RateLimits limits) {
        this.platform = platform;
        this.limits = limits;
        this.accessTokens = new AccessTokens(platform.vertx(), platform.config().auth());
        this.identities = new Identities(platform.bus());
        this.cookie = new SessionCookie(platform.config());
    }

    /**
     * The caller of a request. A cookie that is not, or no longer, known makes a visitor; an access token that is not
     * valid fails with problem 401, so that no client takes a visitor's answer for its own.
     */
    public Future<Caller> caller(RoutingContext ctx) {
        Caller known = ctx.get(CALLER);
        return known != null ? Future.succeededFuture(known) : identity(ctx).map(identity -> remember(ctx, identity));
    }

    private Future<Identity> identity(RoutingContext ctx) {
        String bearer = bearer(ctx.request());
        if (bearer != null) {
            return proved(ctx, accessTokens.knows(bearer), () -> ofAccessToken(ctx, bearer));
        }
        String token = SessionCookie.read(ctx);
        return token == null
                ? Future.succeededFuture(NOBODY)
                : proved(
                                ctx,
                                identities.hasSeen(token),
                                () -> identities.ofSession(token, device(ctx), Requests.id(ctx)))
                        .map(found -> found == null ? NOBODY : found);
    }

    private Device device(RoutingContext ctx) {
        return new Device(ctx.request().getHeader(HttpHeaders.USER_AGENT), address(ctx));
    }

    private Future<Identity> ofAccessToken(RoutingContext ctx, String token) {
        return accessTokens
                .read(token)
                .compose(claims -> identities.ofAccount(
                        new IdentifyAccount(claims.accountId(), claims.sessionId(), device(ctx)), Requests.id(ctx)));
    }

    /** Who shows too many proofs that prove nothing has to wait; what fails for another reason is not held against him. */
    private Future<Identity> proved(RoutingContext ctx, boolean known, Supplier<Future<Identity>> lookup) {
        if (known) {
            return lookup.get();
        }
        String client = Caller.network(address(ctx));
        limits.checkProof(client);
        return lookup.get().onComplete(done -> {
            boolean isFalse = done.succeeded()
                    ? done.result() == null
                    : done.cause() instanceof Problem problem && problem.status() == 401;
            if (!isFalse) {
                limits.forgiveProof(client);
            }
        });
    }

    /**
     * The access token of a request, null where it shows none. A token that sticks to its scheme is none that holds, so
     * it is read as an empty one and refused.
     */
    static String bearer(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String rest = header.substring(BEARER.length());
        return rest.startsWith(" ") ? rest.strip() : "";
    }

    /** The caller, with a session to hang a cart on: a visitor who has none is given one, and its cookie. */
    public Future<Caller> visitor(RoutingContext ctx) {
        return caller(ctx)
                .compose(caller -> caller.sessionId() != null
                        ? Future.succeededFuture(caller)
                        : session(ctx, caller, "account.startVisit", new JsonObject()));
    }

    /**
     * Logs a browser in: the handwritten route behind the login form. The session is a new one, and so is its cookie.
     *
     * @return the new caller; or problem 401 {@code credentials} or {@code second-factor-needed}, 429 {@code too-often}
     */
    public Future<Caller> logIn(RoutingContext ctx, Credentials credentials) {
        return caller(ctx).compose(caller -> session(ctx, caller, "account.createSession", credentials));
    }

    /** The second half of a login, where the account has a second factor. */
    public Future<Caller> logInWithCode(RoutingContext ctx, AnswerChallenge answer) {
        return caller(ctx).compose(caller -> session(ctx, caller, "account.createSessionWithCode", answer));
    }

    /** Ends the session of the caller and removes its cookie. */
    public Future<Void> logOut(RoutingContext ctx) {
        return caller(ctx)
                .compose(caller -> caller.signedIn()
                        ? platform.bus().request(caller, "account.endSession", new JsonObject())
                        : Future.succeededFuture())
                .onSuccess(ended -> signOut(ctx))
                .mapEmpty();
    }

    /** Writes the session cookie. */
    public void signIn(RoutingContext ctx, String token) {
        cookie.write(ctx, token);
    }

    /** Removes the session cookie. */
    public void signOut(RoutingContext ctx) {
        cookie.remove(ctx);
        ctx.remove(CALLER);
    }

    /**
     * Lets in at the bridge whoever holds a ticket, once.
     *
     * @return the caller whom {@code account.createTicket} gave it to, or problem 401 {@code ticket}
     */
    Future<Caller> redeem(String ticket) {
        Caller system = Caller.system(UUID.randomUUID().toString());
        return platform.bus()
                .request(system, "account.redeemTicket", new Ticket(ticket))
                .map(answer -> Json.record(answer, Caller.class));
    }

    /** What an access token says that is not shown in a header; or problem 401 {@code token}. */
    Future<AccessTokens.Claims> claims(String accessToken) {
        return accessTokens.read(accessToken);
    }

    /**
     * A caller as the account domain knows him now: a socket outlives logouts and changes of roles.
     *
     * @return problem 401 {@code session-ended} when his session is over
     */
    Future<Caller> current(Caller caller) {
        if (!caller.signedIn()) {
            return Future.succeededFuture(caller);
        }
        IdentifyAccount asked =
                new IdentifyAccount(caller.accountId(), caller.sessionId(), new Device(null, caller.address()));
        return identities
                .ofAccount(asked, caller.requestId())
                .map(identity -> new Caller(
                        identity.accountId(),
                        identity.sessionId(),
                        identity.roles(),
                        caller.language(),
                        caller.address(),
                        caller.requestId()));
    }

    /** Tells of each account whose roles or sessions have changed, on whichever node. */
    void onChange(Consumer<UUID> listener) {
        identities.onChange(listener);
    }

    /** The client's address, as far as it can be believed. */
    public String address(RoutingContext ctx) {
        return ClientAddress.of(
                ctx.request().remoteAddress(),
                ctx.request().headers(),
                platform.config().http().trustedProxies());
    }

    /** The same of whoever holds a socket. */
    String address(SockJSSocket socket) {
        return ClientAddress.of(
                socket.remoteAddress(),
                socket.headers(),
                platform.config().http().trustedProxies());
    }

    /** The public keys of the access tokens, for {@code /.well-known/jwks.json}. */
    public JsonObject publicKeys() {
        return accessTokens.publicKeys();
    }

    private Future<Caller> session(RoutingContext ctx, Caller caller, String operation, Object input) {
        return platform.bus()
                .request(caller, operation, input)
                .map(answer -> Json.record(answer, Session.class))
                .map(session -> enter(ctx, session));
    }

    /** Lets a browser into the session that it was given. */
    public Caller enter(RoutingContext ctx, Session session) {
        identities.forget(SessionCookie.read(ctx));
        signIn(ctx, session.token());
        return remember(ctx, session.identity());
    }

    private Caller remember(RoutingContext ctx, Identity identity) {
        Caller caller = new Caller(
                identity.accountId(),
                identity.sessionId(),
                identity.roles(),
                language(ctx, identity),
                address(ctx),
                Requests.id(ctx));
        ctx.put(CALLER, caller);
        return caller;
    }

    /** A page's address says its language; in the API the account's holds where the client asks for none. */
    private static Language language(RoutingContext ctx, Identity identity) {
        boolean asked = ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                || !ctx.request().path().startsWith("/api/");
        return asked || identity.language() == null ? Requests.language(ctx) : identity.language();
    }
}
