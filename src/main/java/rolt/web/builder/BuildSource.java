package rolt.web.builder;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import rolt.builder.BuilderMessages.Build;
import rolt.builder.BuilderMessages.Selection;
import rolt.platform.Problem;
import rolt.platform.Problem.Violation;
import rolt.web.Web;

/** A build as people point at it: by a code, by the link of its page, or by the address of the builder. */
public final class BuildSource {
    private static final String FIELD = "source";

    private final Web web;
    private final BuildTable table;

    public BuildSource(Web web) {
        this.web = web;
        this.table = new BuildTable(web);
    }

    /** Fails with a problem of the field {@code source} where the words point at no build. */
    public Future<Selection> find(RoutingContext ctx, String words) {
        return words.contains("?") ? ofAddress(ctx, words) : ofCode(ctx, ComparePages.code(words));
    }

    private Future<Selection> ofAddress(RoutingContext ctx, String address) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder(address).parameters().forEach(query::add);
        return table.lay(ctx, query).map(view -> {
            if (!view.unknown().isEmpty()) {
                Map<String, Object> names = Map.of("names", String.join(", ", view.unknown()));
                throw Problem.invalid(List.of(new Violation(FIELD, "build-unknown", names)));
            }
            if (view.quote().lines().isEmpty()) {
                throw Problem.invalid(FIELD, "build-source");
            }
            return view.selection();
        });
    }

    private Future<Selection> ofCode(RoutingContext ctx, String code) {
        return BuildPicture.find(web.gateway().platform().bus(), web.anyone(ctx), code)
                .map(Build::selection)
                .recover(e -> Future.failedFuture(Problem.invalid(FIELD, "build-source")));
    }
}
