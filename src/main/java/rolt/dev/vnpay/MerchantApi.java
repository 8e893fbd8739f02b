package rolt.dev.vnpay;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import rolt.vnpay.VnpayChecksum;
import rolt.vnpay.VnpayDate;

/** VNPAY's merchant API: {@code querydr} and {@code refund}, JSON in and out, all values strings. */
final class MerchantApi {
    private static final int MOST_REQUESTS = 10_000;
    private static final String REQUEST_ID = "[A-Za-z0-9-]{1,32}";

    private final Map<String, Terminal> terminals;
    private final Switchboard faults;
    private final QueryDesk queries;
    private final RefundDesk refunds;
    private final Set<String> requests = Collections.newSetFromMap(new Latest());

    /** The answers that only say what was wrong. */
    enum Failure {
        UNKNOWN_TERMINAL("02", "Merchant khong hop le"),
        MALFORMED("03", "Du lieu gui sang khong dung dinh dang"),
        FULL_AFTER_PART("04", "Khong cho phep hoan tra toan phan sau khi hoan tra mot phan"),
        NOT_FOUND("91", "Khong tim thay giao dich yeu cau"),
        WRONG_AMOUNT("93", "So tien hoan tra khong hop le"),
        DUPLICATE("94", "Yeu cau trung lap, duplicate request"),
        NOT_PAID("95", "Giao dich khong thanh cong ben VNPAY, tu choi xu ly yeu cau"),
        WRONG_CHECKSUM("97", "Checksum khong hop le"),
        OTHER("99", "Cac loi khac");

        final String code;
        final String message;

        Failure(String code, String message) {
            this.code = code;
            this.message = message;
        }
    }

    MerchantApi(Map<String, Terminal> terminals, Switchboard faults, QueryDesk queries, RefundDesk refunds) {
        this.terminals = terminals;
        this.faults = faults;
        this.queries = queries;
        this.refunds = refunds;
    }

    /**
     * What the caller is answered, and how late.
     *
     * @param body failures carry no checksum, as VNPAY's do not
     */
    record Reply(JsonObject body, long delayMillis) {}

    Reply answer(String body) {
        try {
            return answer(read(body));
        } catch (Refusal refusal) {
            return new Reply(error(refusal), 0);
        }
    }

    private Reply answer(Map<String, String> request) {
        var terminal = terminals.get(request.getOrDefault("vnp_TmnCode", ""));
        if (terminal == null) {
            throw new Refusal(Failure.UNKNOWN_TERMINAL);
        }
        var switches = faults.at(terminal);
        var body = switches.apiCode().isEmpty()
                ? signed(terminal, request)
                : error(switches.apiCode(), Failure.OTHER.message);
        return new Reply(body, switches.apiDelayMillis());
    }

    private JsonObject signed(Terminal terminal, Map<String, String> request) {
        try {
            var answer = work(terminal, request);
            if (!faults.at(terminal).unsignedAnswers()) {
                answer.put("vnp_SecureHash", responseChecksum(request).sign(terminal.secrets(), answer));
            }
            return new JsonObject(new LinkedHashMap<>(answer));
        } catch (Refusal refusal) {
            return error(refusal);
        }
    }

    private Map<String, String> work(Terminal terminal, Map<String, String> request) {
        var isRefund = request.getOrDefault("vnp_Command", "").equals("refund");
        var checksum = isRefund ? VnpayChecksum.REFUND_REQUEST : VnpayChecksum.QUERY_REQUEST;
        if (!checksum.verify(terminal.secrets(), request)) {
            throw new Refusal(Failure.WRONG_CHECKSUM);
        }
        requireForm(request);
        requireNew(terminal, request);
        return isRefund ? refunds.refund(terminal, request) : queries.query(terminal, request);
    }

    private static void requireForm(Map<String, String> request) {
        var isGood = request.getOrDefault("vnp_RequestId", "").matches(REQUEST_ID)
                && request.getOrDefault("vnp_Version", "").equals("2.1.0")
                && Set.of("querydr", "refund").contains(request.getOrDefault("vnp_Command", ""))
                && VnpayDate.parse(request.get("vnp_TransactionDate")).isPresent()
                && VnpayDate.parse(request.get("vnp_CreateDate")).isPresent()
                && !request.getOrDefault("vnp_TxnRef", "").isEmpty()
                && !request.getOrDefault("vnp_OrderInfo", "").isEmpty()
                && !request.getOrDefault("vnp_IpAddr", "").isEmpty();
        if (!isGood) {
            throw new Refusal(Failure.MALFORMED);
        }
    }

    /** A request id counts once a day. */
    private synchronized void requireNew(Terminal terminal, Map<String, String> request) {
        var day = request.get("vnp_CreateDate").substring(0, 8);
        if (!requests.add(terminal.tmnCode() + "/" + day + "/" + request.get("vnp_RequestId"))) {
            throw new Refusal(Failure.DUPLICATE);
        }
    }

    private static VnpayChecksum responseChecksum(Map<String, String> request) {
        return request.get("vnp_Command").equals("refund")
                ? VnpayChecksum.REFUND_RESPONSE
                : VnpayChecksum.QUERY_RESPONSE;
    }

    private static Map<String, String> read(String body) {
        var request = new TreeMap<String, String>();
        for (var field : object(body)) {
            if (!(field.getValue() instanceof String text)) {
                throw new Refusal(Failure.MALFORMED);
            }
            request.put(field.getKey(), text);
        }
        return request;
    }

    private static JsonObject object(String body) {
        try {
            if (Json.decodeValue(body) instanceof JsonObject object) {
                return object;
            }
            throw new Refusal(Failure.MALFORMED);
        } catch (DecodeException noJson) {
            throw new Refusal(Failure.MALFORMED);
        }
    }

    private static JsonObject error(Refusal refusal) {
        return error(refusal.failure.code, refusal.failure.message);
    }

    private static JsonObject error(String code, String message) {
        return new JsonObject()
                .put("vnp_ResponseId", responseId())
                .put("vnp_ResponseCode", code)
                .put("vnp_Message", message);
    }

    static String responseId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Ends the work on a request with one of the errors. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Failure failure;

        Refusal(Failure failure) {
            super(failure.message, null, false, false);
            this.failure = failure;
        }
    }

    private static final class Latest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REQUESTS;
        }
    }
}
