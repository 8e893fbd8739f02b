package rolt.dev.vnpay;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import rolt.dev.vnpay.Refusal.Failure;
import rolt.vnpay.VnpayChecksum;
import rolt.vnpay.VnpayDate;

/** VNPAY's merchant API: {@code querydr} and {@code refund}, JSON in and out, all values strings. */
final class MerchantApi {
    private static final int MOST_REQUESTS = 10_000;
    private static final String REQUEST_ID = "[A-Za-z0-9-]{1,32}";
    private static final String REFUND = "refund";
    private static final String COMMAND = "vnp_Command";
    private static final String REFERENCE = "vnp_TxnRef";
    /** The errors that VNPAY leaves unsigned. */
    private static final Set<String> UNSIGNED = Set.of("91", "94", "97", "99");

    private static final List<String> ECHOED =
            List.of(COMMAND, "vnp_TmnCode", REFERENCE, "vnp_Amount", "vnp_OrderInfo", "vnp_TransactionType");

    private final Gateway gateway;
    private final QueryDesk queries;
    private final RefundDesk refunds;
    private final Set<String> requests = Collections.newSetFromMap(new Latest());

    MerchantApi(Gateway gateway, RefundDesk refunds) {
        this.gateway = gateway;
        this.queries = new QueryDesk(gateway);
        this.refunds = refunds;
    }

    /**
     * What the caller is answered.
     *
     * @param command {@code querydr} or {@code refund}; {@code api} where the request names none
     * @param reference the merchant's, or empty
     * @param delayMillis how late it comes
     * @param isLost whether the connection is to break off before it
     */
    record Reply(String command, String reference, JsonObject body, long delayMillis, boolean isLost) {}

    Reply answer(String body) {
        try {
            return answer(read(body));
        } catch (Refusal malformed) {
            return new Reply("api", "", new JsonObject(error(malformed.code())), 0, false);
        }
    }

    private Reply answer(Map<String, String> request) {
        var terminal = gateway.terminals().get(request.getOrDefault("vnp_TmnCode", ""));
        var faults = terminal == null ? Faults.NONE : faults(terminal, request);
        var answer = terminal == null
                ? error(Failure.UNKNOWN_TERMINAL.code)
                : sign(terminal, faults, work(terminal, faults, request));
        return new Reply(
                request.getOrDefault(COMMAND, "api"),
                request.getOrDefault(REFERENCE, ""),
                new JsonObject(answer),
                faults.number(Switch.API_DELAY_MILLIS),
                faults.is(Switch.LOST_ANSWERS));
    }

    private Faults faults(Terminal terminal, Map<String, String> request) {
        return gateway.payments()
                .byReference(terminal.tmnCode(), request.getOrDefault(REFERENCE, ""))
                .map(gateway::faultsOf)
                .orElseGet(() -> gateway.faultsAt(terminal))
                .about(request.getOrDefault(COMMAND, ""));
    }

    private Map<String, Object> work(Terminal terminal, Faults faults, Map<String, String> request) {
        try {
            requireGenuine(terminal, request);
            var instead = faults.text(Switch.API_CODE);
            var isDone = instead.isEmpty() || faults.is(Switch.DONE_ANYWAY);
            var answer = isDone ? perform(terminal, request) : Map.<String, String>of();
            return instead.isEmpty() ? new LinkedHashMap<>(answer) : error(instead, request);
        } catch (Refusal refusal) {
            return error(refusal.code(), request);
        }
    }

    private Map<String, String> perform(Terminal terminal, Map<String, String> request) {
        return isRefund(request) ? refunds.refund(terminal, request) : queries.query(terminal, request);
    }

    private void requireGenuine(Terminal terminal, Map<String, String> request) {
        var checksum = isRefund(request) ? VnpayChecksum.REFUND_REQUEST : VnpayChecksum.QUERY_REQUEST;
        if (!checksum.verify(terminal.secrets(), request)) {
            throw new Refusal(Failure.WRONG_CHECKSUM);
        }
        requireForm(request);
        requireNew(terminal, request);
    }

    private static void requireForm(Map<String, String> request) {
        var isGood = request.getOrDefault("vnp_RequestId", "").matches(REQUEST_ID)
                && request.getOrDefault("vnp_Version", "").equals("2.1.0")
                && Set.of("querydr", REFUND).contains(request.getOrDefault(COMMAND, ""))
                && VnpayDate.parse(request.get("vnp_TransactionDate")).isPresent()
                && VnpayDate.parse(request.get("vnp_CreateDate")).isPresent()
                && !request.getOrDefault(REFERENCE, "").isEmpty()
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

    private static Map<String, Object> sign(Terminal terminal, Faults faults, Map<String, Object> answer) {
        if (faults.is(Switch.UNSIGNED_ANSWERS) || UNSIGNED.contains(answer.get("vnp_ResponseCode"))) {
            return answer;
        }
        var message = new TreeMap<String, String>();
        answer.forEach((name, value) -> message.put(name, value.toString()));
        var checksum = isRefund(message) ? VnpayChecksum.REFUND_RESPONSE : VnpayChecksum.QUERY_RESPONSE;
        answer.put("vnp_SecureHash", checksum.sign(terminal.secrets(), message));
        return answer;
    }

    private static boolean isRefund(Map<String, String> message) {
        return REFUND.equals(message.get(COMMAND));
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

    /** Repeats what was asked, unless the error is one that VNPAY answers bare. */
    private static Map<String, Object> error(String code, Map<String, String> request) {
        var error = error(code);
        if (!UNSIGNED.contains(code)) {
            ECHOED.stream().filter(request::containsKey).forEach(name -> error.put(name, request.get(name)));
        }
        return error;
    }

    private static Map<String, Object> error(String code) {
        var error = new LinkedHashMap<String, Object>();
        error.put("vnp_ResponseId", responseId());
        error.put("vnp_ResponseCode", code);
        error.put("vnp_Message", Failure.messageOf(code));
        return error;
    }

    static String responseId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static final class Latest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REQUESTS;
        }
    }
}
