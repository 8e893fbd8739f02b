package rolt.dev.vnpay;

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
    private final Instant closes;
    private final List<Refund> refunds = new ArrayList<>();
    private String language;
    private Result result;
    private int wrongCards;

    /**
     * How a payment ended.
     *
     * @param transactionNo VNPAY's number, {@code 0} if no transaction was made
     * @param bankTranNo the bank's number, or empty
     */
    record Result(Outcome outcome, Means means, String transactionNo, String bankTranNo, Instant at) {}

    Payment(Terminal terminal, Map<String, String> request, String token, Instant closes) {
        this.terminal = terminal;
        this.request = Map.copyOf(request);
        this.token = token;
        this.closes = closes;
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

    boolean isSuccess() {
        return result().filter(ending -> ending.outcome() == Outcome.SUCCESS).isPresent();
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(closes);
    }

    Terminal terminal() {
        return terminal;
    }

    String token() {
        return token;
    }

    Instant closes() {
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
