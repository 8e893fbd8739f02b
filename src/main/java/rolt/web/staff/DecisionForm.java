package rolt.web.staff;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rolt.web.Form;

/**
 * A decision about money that a form asks for, and that is confirmed on a page of its own.
 *
 * @param name in the addresses and in the words
 * @param operation that carries it out
 * @param subject the field that says about what
 * @param fields of the form
 */
public record DecisionForm(String name, String operation, String subject, List<String> fields) {
    private static final String AMOUNT = "amount";
    private static final String LOOKED = "notAtVnpay";
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([., ][0-9]{3}){0,3}|[0-9]{1,12}");

    static final List<DecisionForm> ABOUT_PAYMENTS = List.of(
            new DecisionForm(
                    "confirmation", "payment.confirmAttempt", "txnRef", List.of(AMOUNT, "transactionNo", "note")),
            new DecisionForm("dismissal", "payment.dismissAttempt", "txnRef", List.of("note")));
    static final List<DecisionForm> ABOUT_REFUNDS = List.of(
            new DecisionForm("resending", "payment.resendRefund", "refundId", List.of(LOOKED, "note")),
            new DecisionForm("paid", "payment.confirmRefund", "refundId", List.of("transactionNo", "note")),
            new DecisionForm(
                    "transfer", "payment.payRefundByTransfer", "refundId", List.of("reference", LOOKED, "note")),
            new DecisionForm("withdrawal", "payment.withdrawRefund", "refundId", List.of("note")));
    static final DecisionForm REFUND =
            new DecisionForm("refund", "payment.requestRefund", "code", List.of(AMOUNT, "note"));

    /** The operation's input from what was sent. */
    JsonObject input(RoutingContext ctx, String about) {
        JsonObject input = Form.input(ctx, fields.toArray(String[]::new))
                .put(subject, about)
                .put("idempotencyKey", Form.field(ctx, "key"));
        if (input.containsKey(LOOKED)) {
            input.put(LOOKED, true);
        }
        if (input.containsKey(AMOUNT)) {
            input.put(AMOUNT, amount(input.getString(AMOUNT)));
        }
        return input;
    }

    /** An amount, its digits grouped by threes or not at all; what is none is left for the contract to refuse. */
    private static Object amount(String typed) {
        return GROUPED.matcher(typed).matches() ? (Object) Long.valueOf(typed.replaceAll("[., ]", "")) : typed;
    }

    /** What was filled in, in the form's order; what was left empty is not there. */
    public List<Map.Entry<String, String>> filled(Form form) {
        return fields.stream()
                .filter(field -> !form.value(field).isEmpty())
                .map(field -> Map.entry(field, form.value(field)))
                .toList();
    }
}
