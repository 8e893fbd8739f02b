package rolt.web.builder;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.catalog.CatalogMessages.Kind;
import rolt.drawing.ShareCard;
import rolt.gateway.Answers;
import rolt.platform.Bus;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.HeavyWork;
import rolt.platform.Problem;
import rolt.web.Page;
import rolt.web.Web;

/**
 * The pictures by which builds are shared, as PNG because the services that show them take no SVG: {@code /build.png}
 * with the query of the builder's address, {@code /pictures/builds/<code>.png} for presets and shared builds.
 */
final class SharePictures {
    /** Shorter than that of other pictures: there are as many as there are builds. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final List<String> TAGS = List.of("catalog", "builds");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final int AT_ONCE = 1;
    private static final int WAITING = 16;

    private final Web web;
    private final Bus bus;
    private final BuildTable table;
    private final BuildPicture builds;
    private final HeavyWork work;

    SharePictures(Web web) {
        this.web = web;
        this.bus = web.gateway().platform().bus();
        this.table = new BuildTable(web);
        this.builds = new BuildPicture(bus);
        this.work = new HeavyWork(web.gateway().platform().vertx(), "drawings", AT_ONCE, WAITING);
    }

    void mount(Router router) {
        web.get(router, "/build.png", this::ofAddress);
        web.get(router, "/pictures/builds/:name.png", this::ofCode);
    }

    private Future<Void> ofAddress(RoutingContext ctx) {
        String asked = BuildAddress.read(ctx.queryParams()).toString();
        return send(ctx, asked, () -> table.sketch(ctx, ctx.queryParams()).map(view -> card(web.page(ctx), view)));
    }

    private static ShareCard card(Page page, BuildView view) {
        String kit = BuildWords.names(view.quote().lines(), Kind.KIT);
        String title = kit.isEmpty() ? page.text("build.title") : kit;
        return new ShareCard(view.drawing(title), title, parts(view.quote(), kit), price(page, view.quote()));
    }

    private Future<Void> ofCode(RoutingContext ctx) {
        String code = ctx.pathParam("name");
        return CODE.matcher(code).matches()
                ? send(ctx, code, () -> card(ctx, code))
                : Future.failedFuture(Problem.notFound("build"));
    }

    private Future<ShareCard> card(RoutingContext ctx, String code) {
        Caller reader = web.anyone(ctx);
        return BuildPicture.find(bus, reader, code)
                .compose(build -> builds.draw(reader, build)
                        .map(board -> new ShareCard(
                                board, build.title(), parts(build.quote(), ""), price(web.page(ctx), build.quote()))));
    }

    /** Names of what the build is made of, without what stands in the title. */
    private static String parts(BuildQuote quote, String title) {
        return Stream.of(Kind.KIT, Kind.SWITCH, Kind.KEYCAP_SET, Kind.ARTISAN)
                .map(kind -> BuildWords.names(quote.lines(), kind))
                .filter(Predicate.not(name -> name.isEmpty() || name.equals(title)))
                .collect(Collectors.joining(" · "));
    }

    private static String price(Page page, BuildQuote quote) {
        return quote.lines().isEmpty() ? "" : page.price(quote.total());
    }

    private Future<Void> send(RoutingContext ctx, String asked, Supplier<Future<ShareCard>> card) {
        Cache.Slot slot = new Cache.Slot("card " + web.page(ctx).language() + " " + asked, TAGS, LIFE);
        Cache cache = web.gateway().platform().cache();
        Cache.Entry ready = cache.onHeap(slot.key());
        Future<Cache.Entry> entry =
                ready != null ? Future.succeededFuture(ready) : cache.get(slot, () -> draw(ctx, card));
        return entry.compose(found -> Answers.send(ctx, found, "public, max-age=600"));
    }

    private Future<Cache.Entry> draw(RoutingContext ctx, Supplier<Future<ShareCard>> card) {
        return web.gateway()
                .limits()
                .check("browse", web.anyone(ctx))
                .compose(v -> card.get())
                .compose(drawn -> work.begin(drawn::png))
                .map(png -> Answers.entry(Buffer.buffer(png), "image/png"));
    }
}
