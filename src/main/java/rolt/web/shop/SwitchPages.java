package rolt.web.shop;

import static rolt.web.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.drawing.ForceCurvesSvg;
import rolt.gateway.Problems;
import rolt.web.Kept;
import rolt.web.Page;
import rolt.web.Web;

/** Switches compared: {@code /switches/compare?s=code,code}; what is no switch is left out. */
final class SwitchPages {
    private static final Kept KEPT = new Kept(Duration.ofMinutes(1), List.of("catalog"), Set.of("s"));
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,80}");
    private static final int OFFERED = 60;
    private static final int MOST_READ = 20;
    private static final int NOT_FOUND = 404;

    private final Web web;

    SwitchPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, "/switches/compare", ctx -> web.sendKept(ctx, KEPT, this::compare));
    }

    private Future<Function<Page, JteModel>> compare(RoutingContext ctx) {
        List<String> codes = codes(ctx);
        List<Future<Optional<Product>>> asked = codes.stream()
                .limit(ForceCurvesSvg.MOST)
                .map(code -> product(ctx, code))
                .toList();
        JsonObject all = new JsonObject()
                .put("kind", Kind.SWITCH.name())
                .put("sort", "name")
                .put("limit", OFFERED);
        return Future.all(asked)
                .compose(v -> web.askAsAnyone(ctx, "catalog.listProducts", all, ProductList.class))
                .map(offered -> new SwitchComparison(
                        asked.stream().flatMap(one -> one.result().stream()).toList(),
                        offered.items(),
                        Math.max(0, codes.size() - ForceCurvesSvg.MOST)))
                .map(comparison -> page -> TEMPLATES.compareSwitches(page, comparison));
    }

    /** A form repeats the parameter, a link lists the codes. */
    private static List<String> codes(RoutingContext ctx) {
        return ctx.queryParams().getAll("s").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(CODE.asMatchPredicate())
                .distinct()
                .limit(MOST_READ)
                .toList();
    }

    private Future<Optional<Product>> product(RoutingContext ctx, String code) {
        return web.askAsAnyone(ctx, "catalog.getProduct", new JsonObject().put("code", code), Product.class)
                .map(product -> Optional.of(product).filter(found -> found.kind() == Kind.SWITCH))
                .recover(e -> Problems.problemOf(e).status() == NOT_FOUND
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(e));
    }
}
