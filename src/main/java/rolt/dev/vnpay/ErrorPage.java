package rolt.dev.vnpay;

import io.vertx.ext.web.RoutingContext;

/** The page that tells why there is nothing to pay. */
final class ErrorPage {
    static final String PATH = "/paymentv2/Payment/Error.html";

    private final PayView view;

    ErrorPage(PayView view) {
        this.view = view;
    }

    static String url(String code) {
        return PATH + "?code=" + code;
    }

    void show(RoutingContext context) {
        var code = context.queryParams().get("code");
        var language = "en".equals(context.queryParams().get("lang")) ? "en" : "vn";
        context.response()
                .putHeader("content-type", "text/html; charset=utf-8")
                .end(view.error(code == null ? "99" : code, language));
    }
}
