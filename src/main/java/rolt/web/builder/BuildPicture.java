package rolt.web.builder;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.Build;
import rolt.builder.BuilderMessages.BuildCode;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListVariants;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.VariantList;
import rolt.drawing.BuildDrawing;
import rolt.drawing.SixtyBoard;
import rolt.layout.LayoutMessages.Board;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Json;

/** Draws a preset or a shared build: its board, in the case of its kit and the caps of its first set. */
public final class BuildPicture {
    private final Bus bus;

    public BuildPicture(Bus bus) {
        this.bus = bus;
    }

    Future<String> draw(Caller shop, String code) {
        return find(bus, shop, code).compose(build -> draw(shop, build));
    }

    Future<String> draw(Caller shop, Build build) {
        return draw(shop, build.selection(), build.quote().board(), build.title());
    }

    /** A build that everybody may not see yet; what can no longer be built has a plain board. */
    public Future<String> draw(Caller shop, String title, Selection selection) {
        return bus.request(shop, "builder.priceBuild", new PriceBuild(selection, null))
                .map(answer -> Json.record(answer, BuildQuote.class).board())
                .otherwise(e -> null)
                .compose(board -> draw(shop, selection, board, title));
    }

    private Future<String> draw(Caller shop, Selection selection, Board board, String title) {
        return parts(shop, selection)
                .map(parts -> BuildDrawing.of(
                        board == null ? SixtyBoard.BOARD : board,
                        of(parts, Kind.KIT, SoldVariant::attributes),
                        of(parts, Kind.KEYCAP_SET, SoldVariant::specs),
                        title));
    }

    /** A preset by its code, or else a shared build. */
    static Future<Build> find(Bus bus, Caller caller, String code) {
        return bus.request(caller, "builder.getPreset", new BuildCode(code))
                .recover(e -> bus.request(caller, "builder.getBuild", new BuildCode(code)))
                .map(answer -> Json.record(answer, Build.class));
    }

    private Future<List<SoldVariant>> parts(Caller shop, Selection selection) {
        List<String> skus = Stream.concat(Stream.ofNullable(selection.kitSku()), selection.keycapSkus().stream())
                .toList();
        return skus.isEmpty()
                ? Future.succeededFuture(List.of())
                : bus.request(shop, "catalog.listVariants", ListVariants.ofSkus(skus))
                        .map(answer -> Json.record(answer, VariantList.class).items());
    }

    private static Map<String, Object> of(
            List<SoldVariant> parts, Kind kind, Function<SoldVariant, Map<String, Object>> look) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .findFirst()
                .map(look)
                .orElse(Map.of());
    }
}
