package rolt.web.builder;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.builder.KitLayoutMessages.GetLayout;
import rolt.builder.KitLayoutMessages.KitLayout;
import rolt.catalog.CatalogMessages.GetProduct;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListVariants;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.Variant;
import rolt.catalog.CatalogMessages.VariantList;
import rolt.drawing.PartPicture;
import rolt.gateway.Answers;
import rolt.gateway.Requests;
import rolt.layout.LayoutMessages.Board;
import rolt.platform.Bus;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.web.Web;

/**
 * The drawn pictures: {@code /pictures/<product code or SKU>.svg}, the force {@code curves} of switches, keycap sets on
 * {@code boards}, and {@code builds}. Drawn once from specs, layout and colours, then kept
 * until the catalogue changes.
 */
final class Pictures {
    private static final Duration LIFE = Duration.ofMinutes(50);
    private static final Pattern FILE = Pattern.compile("([A-Za-z0-9_-]{1,80})\\.svg");
    private static final List<String> PARTS = List.of("catalog");
    private static final List<String> BUILDS = List.of("catalog", "builds");

    private final Web web;
    private final Bus bus;
    private final BuildPicture builds;

    Pictures(Web web) {
        this.web = web;
        this.bus = web.gateway().platform().bus();
        this.builds = new BuildPicture(bus);
    }

    void mount(Router router) {
        web.get(router, "/pictures/:name", ctx -> send(ctx, "", PARTS, this::draw));
        web.get(router, "/pictures/curves/:name", ctx -> send(ctx, "curve ", PARTS, this::curve));
        web.get(router, "/pictures/boards/:name", ctx -> send(ctx, "board ", PARTS, this::onBoard));
        web.get(router, "/pictures/builds/:name", ctx -> send(ctx, "build ", BUILDS, builds::draw));
    }

    private Future<Void> send(RoutingContext ctx, String sort, List<String> tags, Artist artist) {
        Matcher file = FILE.matcher(ctx.pathParam("name"));
        if (!file.matches()) {
            return Future.failedFuture(Problem.notFound("page"));
        }
        String name = file.group(1);
        Caller shop = Caller.system(Requests.id(ctx));
        Cache.Slot slot = new Cache.Slot("picture " + sort + name, tags, LIFE);
        Cache cache = web.gateway().platform().cache();
        Cache.Entry ready = cache.onHeap(slot.key());
        Future<Cache.Entry> entry = ready != null
                ? Future.succeededFuture(ready)
                : cache.get(
                        slot,
                        () -> web.gateway()
                                .limits()
                                .check("browse", web.anyone(ctx))
                                .compose(v -> artist.draw(shop, name))
                                .map(svg -> Answers.entry(Buffer.buffer(svg), "image/svg+xml")));
        return entry.compose(found -> Answers.send(ctx, found, "public, max-age=3600"));
    }

    private interface Artist {
        Future<String> draw(Caller shop, String name);
    }

    /** The force curve of a switch; what nobody measured stays blank. */
    private Future<String> curve(Caller shop, String code) {
        return ofCode(shop, code).map(PartPicture::curve);
    }

    /** A keycap set on a board. */
    private Future<String> onBoard(Caller shop, String code) {
        return ofCode(shop, code).map(PartPicture::onBoard);
    }

    private Future<String> draw(Caller shop, String name) {
        return (BuildParts.isSku(name) ? ofSku(shop, name) : ofCode(shop, name))
                .compose(subject -> subject.kind() == Kind.KIT
                        ? board(shop, subject).map(board -> PartPicture.kit(subject, board))
                        : Future.succeededFuture(PartPicture.of(subject)));
    }

    private Future<PartPicture.Subject> ofSku(Caller shop, String sku) {
        return bus.request(shop, "catalog.listVariants", ListVariants.ofSkus(List.of(sku)))
                .map(answer -> Json.record(answer, VariantList.class).items().stream()
                        .findFirst()
                        .map(Pictures::subject)
                        .orElseThrow(() -> Problem.notFound("product")));
    }

    private static PartPicture.Subject subject(SoldVariant variant) {
        return new PartPicture.Subject(
                variant.kind(),
                variant.code(),
                variant.productName().in(rolt.platform.Language.VI),
                new JsonObject(variant.specs()),
                new JsonObject(variant.attributes()));
    }

    private Future<PartPicture.Subject> ofCode(Caller shop, String code) {
        return bus.request(shop, "catalog.getProduct", new GetProduct(code)).map(answer -> {
            Product product = Json.record(answer, Product.class);
            Map<String, Object> attributes = product.variants().stream()
                    .findFirst()
                    .map(Variant::attributes)
                    .orElse(Map.of());
            return new PartPicture.Subject(
                    product.kind(),
                    product.code(),
                    product.name(),
                    new JsonObject(product.specs()),
                    new JsonObject(attributes));
        });
    }

    private Future<Board> board(Caller shop, PartPicture.Subject kit) {
        return bus.request(shop, "builder.getLayout", new GetLayout(kit.code(), List.of()))
                .map(answer -> Json.record(answer, KitLayout.class).board());
    }
}
