package rolt.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import rolt.platform.Resources;
import rolt.platform.Texts;
import rolt.web.page.StaticTemplates;
import rolt.web.page.Templates;

/** Renders templates and sends them with the headers every page has. */
public final class Pages {
    private static final int USUAL_SIZE = 16 * 1024;

    /** The templates of {@code src/main/jte}, one typed method for each. */
    public static final Templates TEMPLATES = new StaticTemplates();

    private final Site site;
    private final String contentPolicy;

    /**
     * @param origin where browsers find the shop, without a trailing slash
     * @param elsewhere where forms may lead besides
     */
    public Pages(Texts texts, Assets assets, String origin, Elsewhere elsewhere) {
        String earlyScript = Resources.text("web/early.js").strip();
        this.site =
                new Site(texts, assets, origin, earlyScript, !elsewhere.google().isEmpty());
        this.contentPolicy = ContentPolicy.of(elsewhere, assets.importMap(), earlyScript);
    }

    /**
     * The schemes and hosts that forms redirect to.
     *
     * @param payment of the payment page, where the checkout ends
     * @param google where accounts are linked; empty where Google is not offered
     */
    public record Elsewhere(String payment, String google) {}

    /** The page a request asks for, in the language of its address. */
    public Page page(RoutingContext context) {
        return new Page(site, context.normalizedPath(), context.queryParams());
    }

    /** The HTML of a template. */
    public static Buffer render(JteModel template) {
        Utf8ByteOutput output = new Utf8ByteOutput(USUAL_SIZE);
        template.render(output);
        return Buffer.buffer(output.toByteArray());
    }

    /** Renders and sends: {@code pages.send(context, page -> TEMPLATES.product(page, product))}. */
    public void send(RoutingContext context, Function<Page, JteModel> template) {
        Buffer html = render(template.apply(page(context)));
        head(context.response(), page(context)).end(html);
    }

    /** Sets the headers of a page; status and caching are the caller's. */
    public HttpServerResponse head(HttpServerResponse response, Page page) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, page.language().tag())
                .putHeader("content-security-policy", contentPolicy)
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "same-origin")
                .putHeader("cross-origin-opener-policy", "same-origin")
                .putHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
    }
}
