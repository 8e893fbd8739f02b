package rolt.dev.vnpay;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The notifications of VNPAY's acceptance test in its order, about a payment that is still open. Each has to be answered
 * with a 2xx and exactly the code that the test wants.
 */
final class Acceptance {
    private final Completion completion;
    private final IpnSender ipn;
    private final Payment payment;

    Acceptance(Completion completion, IpnSender ipn, Payment payment) {
        this.completion = completion;
        this.ipn = ipn;
        this.payment = payment;
    }

    private record Step(String name, Faults faults, String expected) {}

    /**
     * Tells a bad hash, an unknown reference and a wrong amount, then this ending, twice.
     *
     * @throws IllegalArgumentException if the payment has ended before
     */
    Future<JsonObject> run(Outcome outcome) {
        var means = TestCard.NCB_SUCCESS.means();
        var result = completion.result(outcome, means, completion.nextNumber());
        if (!payment.end(result)) {
            throw new IllegalArgumentException("the payment has ended before");
        }
        return run(steps(outcome), new ArrayList<>());
    }

    private Future<JsonObject> run(List<Step> steps, List<JsonObject> done) {
        if (done.size() == steps.size()) {
            var passed = done.stream().allMatch(step -> step.getBoolean("passed"));
            return Future.succeededFuture(
                    new JsonObject().put("passed", passed).put("steps", new JsonArray(List.copyOf(done))));
        }
        var step = steps.get(done.size());
        return ipn.tell(Notice.of(payment, step.faults()), 1).compose(answers -> {
            done.add(report(step, answers.getFirst()));
            return run(steps, done);
        });
    }

    private static List<Step> steps(Outcome outcome) {
        return List.of(
                new Step("a bad hash", on(Switch.BAD_HASH), "97"),
                new Step("an unknown reference", on(Switch.UNKNOWN_REFERENCE), "01"),
                new Step("1,000 ₫ too much", on(Switch.WRONG_AMOUNT), "04"),
                new Step(outcome.key(), Faults.NONE, "00"),
                new Step(outcome.key() + " again", Faults.NONE, "02"));
    }

    private static Faults on(Switch flag) {
        return Faults.NONE.with(new JsonObject().put(flag.key, true));
    }

    private static JsonObject report(Step step, Answer answer) {
        return answer.toJson()
                .put("told", step.name())
                .put("expected", step.expected())
                .put("passed", answer.rspCode().equals(step.expected()));
    }
}
