package rolt.gateway;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import rolt.platform.Config;

/** The cookie with a browser's opaque session token. SameSite=Lax lets the return from VNPAY keep the session. */
final class SessionCookie {
    static final String NAME = "rolt_session";

    /** As long as browsers allow: how long a session lives is decided by the database. */
    private static final Duration LIFE = Duration.ofDays(400);

    private final boolean secure;

    SessionCookie(Config config) {
        secure = config.http().publicUrl().startsWith("https:");
    }

    /** The session token of the request, null where there is none. */
    static String read(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    void write(RoutingContext ctx, String token) {
        ctx.response().addCookie(cookie(token, LIFE.toSeconds()));
    }

    void remove(RoutingContext ctx) {
        ctx.response().addCookie(cookie("", 0));
    }

    private Cookie cookie(String value, long maxAge) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(maxAge);
    }
}
