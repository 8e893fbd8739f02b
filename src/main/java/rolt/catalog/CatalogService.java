package rolt.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import rolt.catalog.CatalogMessages.ChangeLayout;
import rolt.catalog.CatalogMessages.ChangedLayout;
import rolt.catalog.CatalogMessages.GetKit;
import rolt.catalog.CatalogMessages.GetProduct;
import rolt.catalog.CatalogMessages.ImportProducts;
import rolt.catalog.CatalogMessages.ImportedProducts;
import rolt.catalog.CatalogMessages.KitList;
import rolt.catalog.CatalogMessages.ListKits;
import rolt.catalog.CatalogMessages.ListProducts;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.catalog.SearchRepository.Found;
import rolt.catalog.SearchRepository.Wanted;
import rolt.layout.LayoutFile;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;

/** The rules of the catalogue. */
final class CatalogService {
    private static final int PAGE = 24;

    private final CatalogRepository repository;
    private final SearchRepository search;
    private final SpecsSchemas schemas;
    private final Cache cache;

    CatalogService(CatalogRepository repository, SearchRepository search, SpecsSchemas schemas, Cache cache) {
        this.repository = repository;
        this.search = search;
        this.schemas = schemas;
        this.cache = cache;
    }

    ProductList listProducts(Caller caller, ListProducts input) {
        String q = input.q() == null || input.q().isBlank() ? null : input.q();
        Sort sort = Sort.of(input.sort(), q != null, caller.language());
        Wanted wanted = new Wanted(
                Choices.of(input),
                q,
                input.priceMin() == null ? 0 : input.priceMin(),
                input.priceMax() == null ? Long.MAX_VALUE : input.priceMax(),
                Boolean.TRUE.equals(input.available()),
                input.after() == null ? sort.start() : Cursor.parse(input.after(), sort),
                input.limit() == null ? PAGE : input.limit());
        Found found = search.find(wanted, caller.language());
        return new Listing(wanted, caller.language()).of(found);
    }

    Product getProduct(Caller caller, GetProduct input) {
        return repository.find(input.code(), caller.language()).orElseThrow(() -> Problem.notFound("product"));
    }

    KitList listKits(Caller caller, ListKits input) {
        int limit = input.limit() == null ? PAGE : input.limit();
        var kits = repository.kits(
                Objects.requireNonNullElse(input.q(), ""),
                Objects.requireNonNullElse(input.after(), ""),
                limit + 1,
                caller.language());
        boolean more = kits.size() > limit;
        return more ? new KitList(kits.subList(0, limit), kits.get(limit - 1).code()) : new KitList(kits, null);
    }

    Product getKit(Caller caller, GetKit input) {
        return repository.findKit(input.code(), caller.language()).orElseThrow(() -> Problem.notFound("kit"));
    }

    /** @throws Problem 400 naming what of the layout is not understood; 404 for no kit; 409 where it was changed */
    ChangedLayout changeLayout(ChangeLayout input) {
        LayoutSpec layout = LayoutFile.normal(new LayoutSpec(input.keymap(), input.options(), input.rows()));
        Instant updatedAt = repository.changeLayout(input.code(), layout, input.expectedUpdatedAt());
        cache.drop("catalog");
        return new ChangedLayout(input.code(), layout, updatedAt);
    }

    ImportedProducts importProducts(ImportProducts input) {
        JsonArray products = new JsonArray();
        for (int i = 0; i < input.products().size(); i++) {
            NewProduct product = input.products().get(i);
            JsonObject specs = new JsonObject(product.specs());
            schemas.check(product.kind(), "products." + i + ".specs", specs);
            products.add(Json.object(product)
                    .put("facets", new JsonArray(Facets.values(product.kind(), product.brand(), product.specs()))));
        }
        ImportedProducts imported = repository.add(products);
        cache.drop("catalog");
        return imported;
    }
}
