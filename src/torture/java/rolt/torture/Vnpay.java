package rolt.torture;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import rolt.platform.Config;
import rolt.torture.ground.Call;
import rolt.torture.ground.Calls;
import rolt.torture.ground.Finding;
import rolt.torture.ground.Shop;
import rolt.torture.ground.Sql;
import rolt.vnpay.VnpaySecrets;
import rolt.vnpay.VnpaySignature;

/**
 * VNPAY as the shop meets it: its simulator holds what is true of a payment and answers queries and refunds, but the
 * notifications leave from here, so that each can be late, repeated or wrong.
 */
final class Vnpay {
    static final Set<String> FINAL = Set.of("00", "02");

    private static final String REMEMBER_REFUND = """
            insert into torture.refund (transaction_no, txn_ref, amount, refused) values (?, ?, ?, ?) on conflict do nothing
            """;

    private static final Pattern NUMBER = Pattern.compile("vnp_TransactionNo=([0-9]+)");
    private static final String FAILED = "99";
    private static final int MOST_TRIES = 1_500;

    private final Calls calls;
    private final Calls simulator;
    private final Shop shop;
    private final Sql sql;
    private final VnpaySignature signature;
    private final Map<String, String> notices = new ConcurrentHashMap<>();

    /** What a notification says that VNPAY will not repeat. */
    enum Lie {
        FAILURE("24", "02", 0),
        DISAGREEING("00", "02", 0),
        NOT_FINAL("24", "01", 0),
        REVERSED("00", "04", 0),
        SUSPICIOUS("07", "07", 0),
        WRONG_AMOUNT("00", "00", 100_000);

        private final String responseCode;
        private final String transactionStatus;
        private final long more;

        Lie(String responseCode, String transactionStatus, long more) {
            this.responseCode = responseCode;
            this.transactionStatus = transactionStatus;
            this.more = more;
        }
    }

    Vnpay(Shop shop, Calls calls, Sql sql) {
        this.shop = shop;
        this.calls = calls;
        this.sql = sql;
        simulator = new Calls(List.of(shop.console()), true);
        signature = new VnpaySignature(new VnpaySecrets(config().hashSecrets()));
    }

    private Config.Vnpay config() {
        return shop.platform().config().vnpay();
    }

    /** From now on notifications leave from here alone, and the merchant API does as told. */
    void be(Weather weather) {
        set(weather.faults());
    }

    /** Lets the simulator do by itself again. */
    void beNormal() {
        set(new JsonObject());
    }

    private void set(JsonObject faults) {
        simulator.send(0, Call.post("/simulator/faults", faults)).expect(200);
    }

    /** The customer's browser arrives at VNPAY. */
    void enter(Attempt attempt) {
        String path = attempt.payUrl().substring(shop.console().length());
        simulator.send(0, Call.get(path)).expect(302);
    }

    /** Ends a payment, unless it has ended before; answers the notification that is true of it. */
    String end(Attempt attempt, String outcome) {
        return notices.computeIfAbsent(attempt.txnRef(), reference -> {
            JsonObject ending = new JsonObject().put("outcome", outcome);
            String notice = simulator
                    .send(0, Call.post("/simulator/pay/" + reference, ending))
                    .expect(200)
                    .json()
                    .getString("returnUrl")
                    .replaceFirst("^[^?]*\\?", "");
            remember(reference, tellsOfMoney(notice));
            return notice;
        });
    }

    /** For the checks: what is true of a payment. */
    private void remember(String reference, boolean paid) {
        sql.run("insert into torture.payment (txn_ref, paid) values (?, ?) on conflict do nothing", reference, paid);
    }

    /** For the checks: what VNPAY has taken on to pay back of a payment. */
    void rememberRefunds(Attempt attempt) {
        Call call = Call.get("/simulator/payments?txnRef=" + attempt.txnRef());
        JsonArray payments = simulator.send(0, call).expect(200).json().getJsonArray("payments");
        JsonArray refunds = payments.getJsonObject(0).getJsonArray("refunds");
        refunds.stream()
                .map(JsonObject.class::cast)
                .forEach(refund -> sql.run(
                        REMEMBER_REFUND,
                        refund.getString("transactionNo"),
                        attempt.txnRef(),
                        refund.getLong("amount"),
                        refund.getString("status").equals("09")));
    }

    /** The true notification, once the payment has ended. */
    Optional<String> notice(Attempt attempt) {
        return Optional.ofNullable(notices.get(attempt.txnRef()));
    }

    /** VNPAY's own number of a payment, if it has ended with the money there. */
    Optional<String> paymentNumber(Attempt attempt) {
        return notice(attempt).filter(Vnpay::tellsOfMoney).map(NUMBER::matcher).map(found -> {
            if (!found.find()) {
                throw new Finding("A payment without a number: " + attempt.txnRef());
            }
            return found.group(1);
        });
    }

    private static boolean tellsOfMoney(String notice) {
        return notice.contains("vnp_TransactionStatus=00");
    }

    /** Notifies a node, again while it is answered that something failed; answers the RspCode. */
    String tell(int node, String query) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            String code = calls.send(node + tries, Call.get("/vnpay/ipn?" + query))
                    .expect(200)
                    .json()
                    .getString("RspCode");
            if (!code.equals(FAILED)) {
                return code;
            }
            if (calls.isCalm()) {
                throw new Finding("99 without a reason: " + query);
            }
            calls.repeat();
        }
        throw new Finding("Never settled: " + query);
    }

    /** A genuine notification that is not true, or not yet. */
    String lie(Attempt attempt, Lie lie) {
        Map<String, String> message = new TreeMap<>();
        message.put("vnp_Amount", String.valueOf(attempt.amount() * 100 + lie.more));
        message.put("vnp_BankCode", "NCB");
        message.put("vnp_CardType", "ATM");
        message.put("vnp_OrderInfo", "Thanh toan don hang " + attempt.orderCode());
        message.put("vnp_PayDate", "20261123101512");
        message.put("vnp_ResponseCode", lie.responseCode);
        message.put("vnp_TmnCode", config().tmnCode());
        message.put("vnp_TransactionNo", "14226112");
        message.put("vnp_TransactionStatus", lie.transactionStatus);
        message.put("vnp_TxnRef", attempt.txnRef());
        return signature.signedQuery(message);
    }
}
