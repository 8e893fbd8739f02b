package rolt.dev.vnpay;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One payment that a customer has opened at the gateway. It ends once; what happens after that changes nothing. */
final class Payment {
    private final Terminal terminal;
    private final Map<String, String> request;
    private final String token;
    private final Instant opened;
    private final List<Refund> refunds = new ArrayList<>();
    private Instant closes;
    private String language;
    private Faults faults;
    private Next next;
    private Result result;
    private int wrongCards;

    /**
     * How a payment ended.
     *
     * @param transactionNo VNPAY's number, {@code 0} if no transaction was made
     * @param bankTranNo the bank's number, or empty
     */
    record Result(Outcome outcome, Means means, String transactionNo, String bankTranNo, Instant at) {

        JsonObject toJson() {
            return new JsonObject()
                    .put("state", outcome.key())
                    .put("responseCode", outcome.responseCode())
                    .put("transactionStatus", outcome.transactionStatus())
                    .put("bankCode", means.bankCode())
                    .put("cardType", means.cardType())
                    .put("transactionNo", transactionNo)
                    .put("ended", at.toString());
        }
    }

    /** The notification that is to come, and when by the gateway's clock. */
    record Next(int number, Instant at) {}

    /** When a payment was opened and until when it can be paid. */
    record Session(String token, Instant opened, Instant closes) {}

    Payment(Terminal terminal, Map<String, String> request, Session session) {
        this.terminal = terminal;
        this.request = Map.copyOf(request);
        this.token = session.token();
        this.opened = session.opened();
        this.closes = session.closes();
        this.language = request.get("vnp_Locale");
    }

    /** Ends the payment; false if it has ended before. */
    synchronized boolean end(Result ending) {
        if (result != null) {
            return false;
        }
        result = ending;
        return true;
    }

    /** Lets it have ended otherwise, as the bank finds out afterwards. */
    synchronized void overturn(Result ending) {
        result = ending;
    }

    synchronized Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    /** Counts a card that was entered wrongly, and answers how many there were. */
    synchronized int addWrongCard() {
        return ++wrongCards;
    }

    synchronized void speak(String other) {
        language = other;
    }

    synchronized String language() {
        return language;
    }

    synchronized List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    synchronized void add(Refund refund) {
        refunds.add(refund);
    }

    /** Puts another state of a refund in its place. */
    synchronized void replace(Refund refund) {
        refunds.replaceAll(old -> old.transactionNo().equals(refund.transactionNo()) ? refund : old);
    }

    /** What goes wrong with this payment, if that is something of its own. */
    synchronized Optional<Faults> faults() {
        return Optional.ofNullable(faults);
    }

    synchronized void set(Faults own) {
        faults = own;
    }

    /** Remembers the notification to come; null if there is none any more. */
    synchronized void expect(Next notification) {
        next = notification;
    }

    private synchronized Optional<Next> next() {
        return Optional.ofNullable(next);
    }

    /** Lets the time to pay be over at this moment. */
    synchronized void close(Instant now) {
        closes = now;
    }

    /** Everything the console shows of it; amounts in đồng. */
    JsonObject toJson(Instant calendar, Instant clock) {
        var steps = refunds().stream().map(refund -> refund.toJson(clock)).toList();
        var json = new JsonObject()
                .put("tmnCode", terminal.tmnCode())
                .put("txnRef", reference())
                .put("token", token)
                .put("amount", amount() / 100)
                .put("orderInfo", sent("vnp_OrderInfo"))
                .put("opened", opened.toString())
                .put("closes", closes().toString())
                .put("state", isOverAt(calendar) ? "over" : "open")
                .put("refunds", new JsonArray(steps));
        faults().ifPresent(own -> json.put("faults", own.toJson()));
        next().ifPresent(one -> json.put(
                "next",
                new JsonObject().put("number", one.number()).put("at", one.at().toString())));
        result().ifPresent(ending -> json.mergeIn(ending.toJson()));
        return json;
    }

    boolean isSuccess() {
        return result().filter(ending -> ending.outcome() == Outcome.SUCCESS).isPresent();
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(closes());
    }

    Terminal terminal() {
        return terminal;
    }

    String token() {
        return token;
    }

    Instant opened() {
        return opened;
    }

    synchronized Instant closes() {
        return closes;
    }

    /** A parameter of the payment URL, or empty. */
    String sent(String name) {
        return request.getOrDefault(name, "");
    }

    String reference() {
        return sent("vnp_TxnRef");
    }

    /** In hundredths of a đồng. */
    long amount() {
        return Long.parseLong(sent("vnp_Amount"));
    }
}
