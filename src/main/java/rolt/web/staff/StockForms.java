package rolt.web.staff;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.stock.StockMessages.Claim;
import rolt.web.Faults;
import rolt.web.Form;
import rolt.web.Web;

/**
 * The two forms of a variant's page, {@code count} and {@code receipt}, which begin their fields' names. Each carries a
 * key, so that sent twice it counts once.
 *
 * @param claims the orders that stand against a count; mostly none
 */
public record StockForms(Form form, List<Claim> claims) {
    static final String COUNT = "count";
    static final String RECEIPT = "receipt";

    /** The field that carries the number which the person who counts has seen. */
    static final String EXPECTED = COUNT + ".expectedOnHand";

    /** What is worth nothing once the stock has changed: sent again unread, it would undo the change after all. */
    private static final List<String> OUTDATED = List.of(COUNT + ".onHand", EXPECTED);

    static StockForms blank() {
        return new StockForms(Form.of(keyed(new HashMap<>())), List.of());
    }

    /** As they were sent. A key that has done something else belongs to a page gone back to and is replaced. */
    static StockForms refused(Web web, RoutingContext ctx, Problem problem) {
        Form sent = Form.of(ctx, web.faults(ctx, problem.under(Form.field(ctx, "form"))));
        if (problem.code().equals("idempotency.other-body")) {
            Faults resent = new Faults(web.page(ctx).text("stock.resent"), Map.of());
            return new StockForms(new Form(blank().form().values(), resent), List.of());
        }
        if (problem.code().equals("stock.changed")) {
            sent.values().keySet().removeAll(OUTDATED);
        }
        List<Claim> claims = Json.list(new JsonObject(problem.params()).getJsonArray("orders"), Claim.class);
        return new StockForms(new Form(keyed(sent.values()), sent.faults()), claims);
    }

    private static Map<String, String> keyed(Map<String, String> values) {
        values.putIfAbsent(COUNT + ".key", UUID.randomUUID().toString());
        values.putIfAbsent(RECEIPT + ".key", UUID.randomUUID().toString());
        return values;
    }

    /**
     * What a form sends to its operation.
     *
     * @param numbers the fields of quantities; what is typed there and is none is left to the contract to refuse
     */
    static JsonObject input(RoutingContext ctx, String form, String... numbers) {
        JsonObject input = new JsonObject().put("idempotencyKey", Form.field(ctx, form + ".key"));
        for (String number : numbers) {
            String quantity = Form.field(ctx, form + "." + number);
            if (!quantity.isEmpty()) {
                input.put(number, quantity.matches("-?\\d{1,9}") ? Integer.valueOf(quantity) : quantity);
            }
        }
        String note = Form.field(ctx, form + ".note");
        return note.isEmpty() ? input : input.put("note", note);
    }
}
