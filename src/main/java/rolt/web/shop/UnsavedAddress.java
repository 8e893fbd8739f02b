package rolt.web.shop;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import rolt.web.Web;

/** An order whose address did not get into the address book. The browser remembers it on its way over VNPAY. */
final class UnsavedAddress {
    private static final String COOKIE = "rolt_unsaved_address";
    private static final Duration LIFE = Duration.ofHours(1);

    private final boolean secure;

    UnsavedAddress(Web web) {
        secure = web.gateway().platform().config().http().publicUrl().startsWith("https:");
    }

    void remember(RoutingContext ctx, String order) {
        ctx.response()
                .addCookie(Cookie.cookie(COOKIE, order)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(secure)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(LIFE.toSeconds()));
    }

    static boolean isOf(RoutingContext ctx, String order) {
        Cookie cookie = ctx.request().getCookie(COOKIE);
        return cookie != null && cookie.getValue().equals(order);
    }
}
