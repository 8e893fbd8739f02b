package rolt.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListProducts;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.gateway.Answers;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Json;

/** What the builder lays out to choose from, the newest of each kind; kept for everyone. */
final class BuildShelves {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int LENGTH = 40;

    private final Web web;

    BuildShelves(Web web) {
        this.web = web;
    }

    /** All kinds on one shelf. */
    record Shelves(List<ProductItem> items) {
        List<ProductItem> of(Kind kind) {
            return items.stream().filter(item -> item.kind() == kind).toList();
        }
    }

    Future<Shelves> get(RoutingContext ctx) {
        Caller anyone = web.anyone(ctx);
        Cache cache = web.gateway().platform().cache();
        Cache.Slot slot = new Cache.Slot("build shelves " + anyone.language(), List.of("catalog"), LIFE);
        Cache.Entry ready = cache.onHeap(slot.key());
        Future<Cache.Entry> entry = ready != null
                ? Future.succeededFuture(ready)
                : cache.get(
                        slot,
                        () -> fill(anyone).map(shelves -> Answers.entry(Json.buffer(shelves), "application/json")));
        return entry.map(found -> Json.parse(found.body().getBytes(), Shelves.class));
    }

    private Future<Shelves> fill(Caller anyone) {
        List<Future<List<ProductItem>>> shelves =
                Arrays.stream(Kind.values()).map(kind -> shelf(anyone, kind)).toList();
        return Future.all(shelves).map(v -> {
            List<ProductItem> items = new ArrayList<>();
            shelves.forEach(shelf -> items.addAll(shelf.result()));
            return new Shelves(items);
        });
    }

    private Future<List<ProductItem>> shelf(Caller anyone, Kind kind) {
        ListProducts newest = new ListProducts(kind, null, null, null, null, null, null, null, LENGTH, null);
        return web.gateway()
                .platform()
                .bus()
                .request(anyone, "catalog.listProducts", newest)
                .map(answer -> Json.record(answer, ProductList.class).items());
    }
}
