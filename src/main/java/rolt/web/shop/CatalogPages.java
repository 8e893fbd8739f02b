package rolt.web.shop;

import static rolt.web.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import rolt.builder.BuilderMessages.Preset;
import rolt.builder.BuilderMessages.PresetList;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.catalog.CatalogMessages.Variant;
import rolt.platform.Problem;
import rolt.web.Kept;
import rolt.web.Page;
import rolt.web.Web;

/** Home, the lists with their filters, and the product page. They are the same for everyone, so they are kept. */
final class CatalogPages {
    private static final Kept KEPT = new Kept(Duration.ofMinutes(1), List.of("catalog", "builds"), Set.of());
    private static final Kept LIST =
            KEPT.by("kind", "q", "brand", "facet", "priceMin", "priceMax", "available", "sort", "limit", "after");
    private static final Kept PRODUCT = KEPT.by("variant", "view");

    /** Parameters that may be given several times, and those that are numbers. */
    private static final List<String> LISTS = List.of("brand", "facet");

    private static final List<String> NUMBERS = List.of("priceMin", "priceMax", "limit");
    private static final int SHELF = 4;
    private static final int PRESETS = 3;

    private final Web web;

    CatalogPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, "/", ctx -> web.sendKept(ctx, KEPT, this::home));
        web.get(router, "/products", ctx -> web.sendKept(ctx, LIST, this::products));
        web.get(router, "/products/:code", ctx -> web.sendKept(ctx, PRODUCT, this::product));
    }

    private Future<Function<Page, JteModel>> home(RoutingContext ctx) {
        Future<List<ProductItem>> kits = shelf(ctx, Kind.KIT, SHELF + 3);
        Future<List<ProductItem>> switches = shelf(ctx, Kind.SWITCH, SHELF);
        Future<List<ProductItem>> keycaps = shelf(ctx, Kind.KEYCAP_SET, SHELF - 1);
        Future<List<Preset>> presets = web.askAsAnyone(ctx, "builder.listPresets", new JsonObject(), PresetList.class)
                .map(list -> list.items().stream().limit(PRESETS).toList());
        return Future.all(kits, presets, switches, keycaps)
                .map(v -> page ->
                        TEMPLATES.home(page, kits.result(), presets.result(), switches.result(), keycaps.result()));
    }

    private Future<List<ProductItem>> shelf(RoutingContext ctx, Kind kind, int limit) {
        JsonObject input = new JsonObject().put("kind", kind.name()).put("limit", limit);
        return web.askAsAnyone(ctx, "catalog.listProducts", input, ProductList.class)
                .map(ProductList::items);
    }

    private Future<Function<Page, JteModel>> products(RoutingContext ctx) {
        return web.askAsAnyone(ctx, "catalog.listProducts", filters(ctx), ProductList.class)
                .map(list -> page -> TEMPLATES.products(page, list));
    }

    /** A form sends its empty fields, too; they ask for nothing. */
    private static JsonObject filters(RoutingContext ctx) {
        JsonObject input = new JsonObject();
        for (String name : ctx.queryParams().names()) {
            List<String> values = ctx.queryParams().getAll(name).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                input.put(name, LISTS.contains(name) ? new JsonArray(values) : typed(name, values.getFirst()));
            }
        }
        return input;
    }

    private static Object typed(String name, String value) {
        if (NUMBERS.contains(name)) {
            try {
                return Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw Problem.invalid(name, "type");
            }
        }
        return name.equals("available") ? (Object) Boolean.valueOf(value) : value;
    }

    private Future<Function<Page, JteModel>> product(RoutingContext ctx) {
        JsonObject input = new JsonObject().put("code", ctx.pathParam("code"));
        return web.askAsAnyone(ctx, "catalog.getProduct", input, Product.class)
                .map(product -> page -> TEMPLATES.product(page, product, chosen(product, page.query("variant"))));
    }

    private static Variant chosen(Product product, String sku) {
        return product.variants().stream()
                .filter(variant -> variant.sku().equals(sku))
                .findFirst()
                .orElseGet(() -> product.variants().getFirst());
    }
}
