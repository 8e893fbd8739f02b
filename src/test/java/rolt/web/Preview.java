package rolt.web;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import rolt.catalog.CatalogMessages.Variant;
import rolt.platform.Resources;
import rolt.platform.Texts;

/** Serves the pages over sample records, to look at them without a shop behind: {@code Preview PORT}. */
final class Preview {
    private final Pages pages;

    private Preview(Pages pages) {
        this.pages = pages;
    }

    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        Vertx vertx = Vertx.vertx();
        vertx.createHttpServer()
                .requestHandler(router(vertx, "http://localhost:" + port))
                .listen(port, "127.0.0.1")
                .await();
    }

    static Router router(Vertx vertx, String origin) {
        Assets assets = Assets.load();
        Preview preview = new Preview(
                new Pages(Texts.load(), assets, origin, new Pages.Elsewhere("https://sandbox.vnpayment.vn", "")));
        Router router = Router.router(vertx);
        router.get("/assets/*").handler(assets::serve);
        router.get("/pictures/:name").handler(Preview::picture);
        router.get("/api/v1/cart/count").handler(context -> context.json(JsonObject.of("count", 3)));
        router.get("/style").handler(preview::style);
        for (String language : new String[] {"", "/en"}) {
            router.get(language.isEmpty() ? "/" : language).handler(preview::home);
            router.get(language + "/empty").handler(preview::emptyHome);
            router.get(language + "/products").handler(preview::products);
            router.get(language + "/products/:code").handler(preview::product);
        }
        return router;
    }

    private static void picture(RoutingContext context) {
        context.response().putHeader("content-type", "image/svg+xml");
        context.end(SamplePictures.svg(context.pathParam("name")));
    }

    private void home(RoutingContext context) {
        pages.send(
                context,
                page -> TEMPLATES.home(
                        page, SampleShop.KITS.subList(0, 4), List.of(), SampleShop.SWITCHES, SampleShop.KEYCAPS));
    }

    private void emptyHome(RoutingContext context) {
        pages.send(context, page -> TEMPLATES.home(page, List.of(), List.of(), List.of(), List.of()));
    }

    private void products(RoutingContext context) {
        pages.send(context, page -> TEMPLATES.products(page, SampleShop.LIST));
    }

    private void style(RoutingContext context) {
        String html = Resources.text("web/style.html");
        pages.send(
                context,
                page -> TEMPLATES.layout(page, "Style", "", false, "", false, output -> output.writeContent(html)));
    }

    private void product(RoutingContext context) {
        pages.send(
                context,
                page -> TEMPLATES.product(page, SampleShop.PRODUCT, chosen(page).orElse(first())));
    }

    private static Optional<Variant> chosen(Page page) {
        return SampleShop.PRODUCT.variants().stream()
                .filter(variant -> variant.sku().equals(page.query("variant")))
                .findFirst();
    }

    private static Variant first() {
        return SampleShop.PRODUCT.variants().getFirst();
    }
}
