package rolt.web.account;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import rolt.platform.Config;

/** A cookie that holds a login together while it is under way; scripts never see it. */
final class ShortCookie {
    private final String name;
    private final Duration life;
    private final boolean secure;

    ShortCookie(Config config, String name, Duration life) {
        this.name = name;
        this.life = life;
        this.secure = config.http().publicUrl().startsWith("https:");
    }

    /** What the request shows; empty where it shows nothing. */
    String read(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(name);
        return cookie == null ? "" : cookie.getValue();
    }

    void write(RoutingContext ctx, String value) {
        add(ctx, value, life.toSeconds());
    }

    void remove(RoutingContext ctx) {
        add(ctx, "", 0);
    }

    private void add(RoutingContext ctx, String value, long maxAge) {
        ctx.response()
                .addCookie(Cookie.cookie(name, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(secure)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(maxAge));
    }
}
