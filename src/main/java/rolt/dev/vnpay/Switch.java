package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;

/** Everything that can go wrong on purpose. A switch that is not set works as at VNPAY. */
enum Switch {
    IPN(
            "ipn",
            Kind.choice("before|together|after|never"),
            "When the notification leaves, seen from the customer's return"),
    IPN_COPIES("ipnCopies", Kind.number(1, 1, 100), "How many equal notifications leave in parallel"),
    IPN_DELAY_MILLIS(
            "ipnDelayMillis",
            Kind.number(500, 1, 3_600_000),
            "If after: how long after the return, in real milliseconds"),
    BAD_HASH("badHash", Kind.FLAG, "The hash ends in another digit"),
    WRONG_AMOUNT("wrongAmount", Kind.FLAG, "1,000 ₫ too much are told"),
    UNKNOWN_REFERENCE("unknownReference", Kind.FLAG, "The reference has an X behind it"),
    FOREIGN_TERMINAL("foreignTerminal", Kind.FLAG, "The terminal is FOREIGN1"),
    REPEATED_PARAMETER("repeatedParameter", Kind.FLAG, "vnp_Amount is there twice"),
    RESPONSE_CODE("responseCode", Kind.choice("|[0-9]{2}"), "Told instead of the true code"),
    TRANSACTION_STATUS(
            "transactionStatus", Kind.choice("|[0-9]{2}"), "Told instead of the true status, to queries too"),

    ENDS_AS("endsAs", Kind.choice("|" + Outcome.NAMES), "How payments end, whatever the customer does"),
    THEN("then", Kind.choice("|" + Outcome.NAMES), "What they turn into five minutes later, with another notification"),
    LATE_SUCCESS("lateSuccess", Kind.FLAG, "Customers can pay after the time is over"),
    LOCKED("locked", Kind.FLAG, "The terminal is not approved: error page 71"),
    ENCODING("encoding", Kind.choice("|PYTHON|PHP|JAVA|DOTNET|NODE"), "The one encoding that is taken, instead of all"),

    API_ONLY("apiOnly", Kind.choice("|querydr|refund"), "Which requests the next five are about; both if empty"),
    API_CODE("apiCode", Kind.choice("|[0-9]{2}"), "The error that is answered instead of doing what was asked"),
    DONE_ANYWAY("doneAnyway", Kind.FLAG, "It is done, although that error is answered"),
    UNSIGNED_ANSWERS("unsignedAnswers", Kind.FLAG, "Answers have no checksum"),
    LOST_ANSWERS("lostAnswers", Kind.FLAG, "It is done, but the connection breaks before the answer"),
    API_DELAY_MILLIS(
            "apiDelayMillis", Kind.number(0, 0, 3_600_000), "It is done, but answered so many real milliseconds later"),

    REFUND_ENDING("refundEnding", Kind.choice("00|09"), "Refunds end paid out (00), or refused by the bank (09)"),
    REFUND_IN_PROGRESS("refundInProgress", Kind.FLAG, "No second refund while one is at 05: answered 94"),
    REFUNDS_OFF("refundsOff", Kind.FLAG, "VNPAY has not enabled refunds: answered 99");

    /** Its name in JSON. */
    final String key;

    final Kind kind;
    private final String meaning;

    /**
     * What a switch can be set to.
     *
     * @param normal what it is if it is not set: a Boolean, Long or String
     * @param text the values it takes, for people; for a text the expression it has to match
     * @param least of a number
     * @param most of a number
     */
    record Kind(Object normal, String text, long least, long most) {
        static final Kind FLAG = new Kind(false, "true|false", 0, 0);

        /** One of these, with a bar between them, the normal one first. */
        static Kind choice(String values) {
            return new Kind(values.substring(0, values.indexOf('|')), values, 0, 0);
        }

        static Kind number(long normal, long least, long most) {
            return new Kind(normal, least + " to " + most, least, most);
        }

        /** The value, a number as the nearest one allowed. */
        Object read(Object value) {
            if (normal instanceof Long && (value instanceof Integer || value instanceof Long)) {
                return Math.clamp(((Number) value).longValue(), least, most);
            }
            var isRight = normal instanceof Boolean
                    ? value instanceof Boolean
                    : normal instanceof String && value instanceof String chosen && chosen.matches(text);
            if (!isRight) {
                throw new IllegalArgumentException(value + " is not " + text);
            }
            return value;
        }
    }

    Switch(String key, Kind kind, String meaning) {
        this.key = key;
        this.kind = kind;
        this.meaning = meaning;
    }

    static Optional<Switch> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** What a reader of the API needs to set it. */
    JsonObject toJson() {
        return new JsonObject()
                .put("key", key)
                .put("normal", kind.normal())
                .put("choice", kind.text())
                .put("meaning", meaning);
    }
}
