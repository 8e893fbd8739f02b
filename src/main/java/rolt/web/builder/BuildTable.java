package rolt.web.builder;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.JudgeParts;
import rolt.builder.BuilderMessages.JudgedParts;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.KitLayoutMessages.GetLayout;
import rolt.builder.KitLayoutMessages.KitLayout;
import rolt.catalog.CatalogMessages.GetProduct;
import rolt.catalog.CatalogMessages.ListVariants;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.VariantList;
import rolt.fit.FitMessages.JudgedPart;
import rolt.gateway.Problems;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.web.Web;

/** Lays out what an address asks for: finds its parts, the kit's layout and the price. */
final class BuildTable {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private static final BuildView.Laid NOTHING =
            new BuildView.Laid(BuildShelves.Shelves.NONE, List.of(), Map.of(), BuildLook.NONE);

    private final Web web;
    private final Bus bus;
    private final BuildShelves shelves;

    BuildTable(Web web) {
        this.web = web;
        this.bus = web.gateway().platform().bus();
        this.shelves = new BuildShelves(web);
    }

    /** Whatever the query says: unknown parts are left out, and the view tells them. */
    Future<BuildView> lay(RoutingContext ctx, MultiMap query) {
        return asked(ctx, query).compose(asked -> view(ctx, asked, BuildLook.read(query)));
    }

    /** The same with nothing beside it to choose from. */
    Future<BuildView> sketch(RoutingContext ctx, MultiMap query) {
        return asked(ctx, query)
                .compose(asked -> price(ctx, asked).map(priced -> new BuildView(priced, NOTHING, asked.parts)));
    }

    private Future<Asked> asked(RoutingContext ctx, MultiMap query) {
        BuildAddress.Wish wish = BuildAddress.read(query);
        Caller anyone = web.anyone(ctx);
        return products(anyone, BuildParts.names(wish))
                .map(found -> new BuildParts(wish, found))
                .compose(parts -> layout(anyone, parts)
                        .map(layout -> new Asked(parts, layout))
                        .recover(e -> Problems.problemOf(e).status() == UNPROCESSABLE
                                ? Future.succeededFuture(new Asked(parts.withoutKit(), null))
                                : Future.failedFuture(e)));
    }

    /** @param layout null without a kit */
    private record Asked(BuildParts parts, KitLayout layout) {}

    private Future<BuildView.Priced> price(RoutingContext ctx, Asked asked) {
        Selection selection = asked.parts.selection(asked.layout);
        JsonObject input = Json.object(new PriceBuild(selection, null));
        return web.ask(ctx, "builder.priceBuild", input, BuildQuote.class)
                .map(quote -> new BuildView.Priced(selection, asked.layout, quote));
    }

    private Future<BuildView> view(RoutingContext ctx, Asked asked, BuildLook look) {
        Caller anyone = web.anyone(ctx);
        Future<BuildShelves.Shelves> laid = shelves.get(ctx, look);
        return price(ctx, asked).compose(priced -> {
            Future<List<JudgedPart>> judged = judge(anyone, priced.selection());
            Future<Map<String, SoldVariant>> entering =
                    variants(anyone, BuildVerdicts.entering(priced.quote().verdicts()));
            return Future.all(laid, judged, entering)
                    .map(v -> new BuildView.Laid(laid.result(), judged.result(), entering.result(), look))
                    .map(beside -> new BuildView(priced, beside, asked.parts));
        });
    }

    /** Where nothing is chosen there is nothing to fit to. */
    private Future<List<JudgedPart>> judge(Caller anyone, Selection selection) {
        return selection.equals(Selection.NONE)
                ? Future.succeededFuture(List.of())
                : bus.request(anyone, "builder.judgeParts", new JudgeParts(selection, null))
                        .map(answer -> Json.record(answer, JudgedParts.class).items());
    }

    /** Null without a kit; fails with 422 for a kit without a layout; a choice that the kit does not have makes all of them the default. */
    private Future<KitLayout> layout(Caller anyone, BuildParts parts) {
        Optional<Product> kit = parts.kit();
        if (kit.isEmpty()) {
            return Future.succeededFuture();
        }
        return layout(anyone, kit.get().code(), parts.choices())
                .recover(e -> Problems.problemOf(e).status() == BAD_REQUEST
                        ? layout(anyone, kit.get().code(), List.of())
                        : Future.failedFuture(e));
    }

    private Future<KitLayout> layout(Caller anyone, String code, List<Integer> choices) {
        return bus.request(anyone, "builder.getLayout", new GetLayout(code, choices))
                .map(answer -> Json.record(answer, KitLayout.class));
    }

    private Future<List<Product>> products(Caller anyone, List<String> names) {
        List<String> skus = names.stream().filter(BuildParts::isSku).toList();
        Stream<String> named = names.stream().filter(name -> !BuildParts.isSku(name));
        return codes(anyone, skus).compose(sold -> {
            List<Future<Optional<Product>>> asked = Stream.concat(named, sold.stream())
                    .distinct()
                    .map(code -> product(anyone, code))
                    .toList();
            return Future.all(asked)
                    .map(v ->
                            asked.stream().flatMap(one -> one.result().stream()).toList());
        });
    }

    private Future<List<String>> codes(Caller anyone, List<String> skus) {
        return variants(anyone, skus)
                .map(sold -> sold.values().stream().map(SoldVariant::code).toList());
    }

    private Future<Map<String, SoldVariant>> variants(Caller anyone, List<String> skus) {
        return skus.isEmpty()
                ? Future.succeededFuture(Map.of())
                : bus.request(anyone, "catalog.listVariants", ListVariants.ofSkus(skus))
                        .map(answer -> Json.record(answer, VariantList.class).items().stream()
                                .collect(Collectors.toMap(SoldVariant::sku, Function.identity())));
    }

    private Future<Optional<Product>> product(Caller anyone, String code) {
        return bus.request(anyone, "catalog.getProduct", new GetProduct(code))
                .map(answer -> Optional.of(Json.record(answer, Product.class)))
                .recover(e -> Problems.problemOf(e).status() == NOT_FOUND
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(e));
    }
}
