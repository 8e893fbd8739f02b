package rolt.payment;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import rolt.payment.PaymentMessages.CallResult;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayCall;
import rolt.vnpay.VnpayReply;
import rolt.vnpay.VnpayReply.Genuine;
import rolt.vnpay.VnpayReply.NoAnswer;
import rolt.vnpay.VnpayReply.NotGenuine;
import rolt.vnpay.VnpayReply.Refused;

/** The calls to VNPAY's merchant API in Postgres: each is kept before it is sent, and its answer as it came. */
final class CallRepository {
    private static final int LONGEST_ANSWER = 10_000;

    private final String address;

    /** @param address of the API */
    CallRepository(String address) {
        this.address = address;
    }

    private static final String BEGIN = """
            insert into payment.call (attempt_id, refund_id, request, source) values ($1, $2, $3, $4) returning id
            """;

    /**
     * Keeps a call about to be sent.
     *
     * @param refund null where the call is about the payment
     * @return the entry
     */
    UUID begin(Transaction transaction, UUID attempt, UUID refund, VnpayCall call) {
        return transaction
                .find(BEGIN, row -> row.getUUID("id"), attempt, refund, message(call), address)
                .orElseThrow();
    }

    private static JsonObject message(VnpayCall call) {
        JsonObject message = new JsonObject();
        call.message().forEach(message::put);
        return message;
    }

    private static final String ANSWERED =
            "update payment.call set answered_at = now(), result = $2, answer = $3 where id = $1";

    /** Keeps the answer as it came; a null character, which Postgres does not take, is dropped. */
    void answered(Transaction transaction, UUID entry, VnpayReply reply) {
        String text = reply.body() == null ? "" : reply.body().replace("\0", "");
        transaction.send(ANSWERED, entry, result(reply), text.substring(0, Math.min(text.length(), LONGEST_ANSWER)));
    }

    static CallResult result(VnpayReply reply) {
        return switch (reply) {
            case Genuine told -> CallResult.GENUINE;
            case Refused refused -> CallResult.REFUSED;
            case NotGenuine garbled -> CallResult.NOT_GENUINE;
            case NoAnswer silence -> CallResult.NO_ANSWER;
        };
    }
}
