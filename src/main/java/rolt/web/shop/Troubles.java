package rolt.web.shop;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.IntStream;
import rolt.cart.CartMessages.CartLine;
import rolt.platform.Problem;
import rolt.web.Page;
import rolt.web.Web;

/** What stands in the way of a cart, in sentences that name the things rather than their codes. */
final class Troubles {
    private Troubles() {}

    /** @param lines of the cart, whose names are used */
    static List<String> of(Web web, RoutingContext ctx, Problem problem, List<CartLine> lines) {
        Page page = web.page(ctx);
        return switch (problem.code()) {
            case "stock.short" -> shortages(page, problem, lines);
            case "product.withdrawn" ->
                List.of(page.text(
                        "cart.trouble.withdrawn", "name", name(problem.params().get("sku"), lines)));
            case "invalid" -> List.of(page.text("cart.trouble.quantity"));
            case "not-found" -> List.of(page.text("cart.trouble.gone"));
            default -> List.of(web.words(ctx, problem));
        };
    }

    private static List<String> shortages(Page page, Problem problem, List<CartLine> lines) {
        JsonArray items = new JsonObject(problem.params()).getJsonArray("items");
        return IntStream.range(0, items.size())
                .mapToObj(items::getJsonObject)
                .map(item -> shortage(page, item.getInteger("available"), name(item.getString("sku"), lines)))
                .toList();
    }

    private static String shortage(Page page, int available, String name) {
        return available <= 0
                ? page.text("cart.trouble.none", "name", name)
                : page.text("cart.trouble.short", "name", name, "count", available);
    }

    private static String name(Object sku, List<CartLine> lines) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .map(CartLine::name)
                .findFirst()
                .orElse(String.valueOf(sku));
    }
}
