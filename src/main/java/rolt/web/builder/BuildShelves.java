package rolt.web.builder;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import rolt.catalog.CatalogMessages.Facet;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListProducts;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.gateway.Answers;
import rolt.gateway.Problems;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.web.Web;
import rolt.web.builder.BuildLook.Narrowing;

/** What the builder lays out to choose from: the newest of each kind, kept for everyone, or what somebody looks for. */
final class BuildShelves {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int LENGTH = 60;
    private static final int BAD_REQUEST = 400;

    private final Web web;

    BuildShelves(Web web) {
        this.web = web;
    }

    /**
     * Products of a kind.
     *
     * @param total how many there are to be shown, on this shelf and beyond
     * @param facets by which they can be narrowed
     */
    record Shelf(Kind kind, List<ProductItem> items, int total, List<Facet> facets) {
        private Shelf and(Shelf rest) {
            List<ProductItem> all =
                    Stream.concat(items.stream(), rest.items.stream()).toList();
            return new Shelf(kind, all, total, facets);
        }
    }

    /** One shelf for each kind. */
    record Shelves(List<Shelf> shelves) {
        static final Shelves NONE = new Shelves(Arrays.stream(Kind.values())
                .map(kind -> new Shelf(kind, List.of(), 0, List.of()))
                .toList());

        Shelf of(Kind kind) {
            return shelves.stream()
                    .filter(shelf -> shelf.kind == kind)
                    .findFirst()
                    .orElseThrow();
        }
    }

    Future<Shelves> get(RoutingContext ctx, BuildLook look) {
        Caller anyone = web.anyone(ctx);
        return look.lists().isEmpty()
                ? usual(anyone)
                : usual(anyone)
                        .compose(shelves -> all(Arrays.stream(Kind.values())
                                .map(kind -> look.list(kind).equals(Narrowing.NONE)
                                        ? Future.succeededFuture(shelves.of(kind))
                                        : narrowed(anyone, kind, look.list(kind)))));
    }

    private Future<Shelves> usual(Caller anyone) {
        Cache cache = web.gateway().platform().cache();
        Cache.Slot slot = new Cache.Slot("build shelves " + anyone.language(), List.of("catalog"), LIFE);
        Cache.Entry ready = cache.onHeap(slot.key());
        Future<Cache.Entry> entry = ready != null
                ? Future.succeededFuture(ready)
                : cache.get(
                        slot,
                        () -> all(Arrays.stream(Kind.values()).map(kind -> shelf(anyone, kind, Narrowing.NONE)))
                                .map(shelves -> Answers.entry(Json.buffer(shelves), "application/json")));
        return entry.map(found -> Json.parse(found.body().getBytes(), Shelves.class));
    }

    private static Future<Shelves> all(Stream<Future<Shelf>> asked) {
        List<Future<Shelf>> shelves = asked.toList();
        return Future.all(shelves)
                .map(v -> new Shelves(shelves.stream().map(Future::result).toList()));
    }

    /** Facets that there are not do not narrow. */
    private Future<Shelf> narrowed(Caller anyone, Kind kind, Narrowing list) {
        return shelf(anyone, kind, list)
                .recover(e -> Problems.problemOf(e).status() == BAD_REQUEST
                        ? shelf(anyone, kind, new Narrowing(list.words(), List.of(), list.pages()))
                        : Future.failedFuture(e));
    }

    private Future<Shelf> shelf(Caller anyone, Kind kind, Narrowing list) {
        return from(anyone, kind, list, null);
    }

    /** From a page on, as many as are asked for. */
    private Future<Shelf> from(Caller anyone, Kind kind, Narrowing list, String after) {
        return page(anyone, kind, list, after).compose(page -> {
            Shelf shelf = new Shelf(kind, page.items(), page.total(), page.facets());
            boolean last = page.next() == null || list.pages() == 1;
            Narrowing rest = new Narrowing(list.words(), list.choices(), list.pages() - 1);
            return last
                    ? Future.succeededFuture(shelf)
                    : from(anyone, kind, rest, page.next()).map(shelf::and);
        });
    }

    private Future<ProductList> page(Caller anyone, Kind kind, Narrowing list, String after) {
        String words = list.words().isEmpty() ? null : list.words();
        List<String> choices = list.choices().isEmpty() ? null : list.choices();
        ListProducts asked = new ListProducts(kind, words, null, choices, null, null, null, null, LENGTH, after);
        return web.gateway()
                .platform()
                .bus()
                .request(anyone, "catalog.listProducts", asked)
                .map(answer -> Json.record(answer, ProductList.class));
    }
}
