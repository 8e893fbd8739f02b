package rolt.web.builder;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import rolt.builder.CompareMessages.BuildComparison;
import rolt.web.Web;

/** Up to four builds side by side; the address names them, as codes or as the links of their pages. */
final class ComparePages {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{3,64}");
    private static final int MOST = 4;

    private final Web web;

    ComparePages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, "/builds/compare", this::compare);
    }

    private Future<Void> compare(RoutingContext ctx) {
        List<String> codes = codes(ctx.queryParams().getAll("b"));
        boolean tooMany = codes.size() > MOST;
        return compared(ctx, codes.subList(0, Math.min(MOST, codes.size())))
                .compose(found ->
                        web.send(ctx, page -> TEMPLATES.compareBuilds(page, new CompareView(page, found), tooMany)));
    }

    private Future<BuildComparison> compared(RoutingContext ctx, List<String> codes) {
        return codes.isEmpty()
                ? Future.succeededFuture(new BuildComparison(List.of(), List.of()))
                : web.ask(
                        ctx,
                        "builder.compareBuilds",
                        new JsonObject().put("codes", new JsonArray(codes)),
                        BuildComparison.class);
    }

    static List<String> codes(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(ComparePages::code)
                .filter(CODE.asMatchPredicate())
                .distinct()
                .toList();
    }

    /** The code of a build, from itself or from the address of its page. */
    static String code(String text) {
        String path = text.strip().replaceFirst("[?#].*", "").replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
