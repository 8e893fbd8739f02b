package rolt.vnpay;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A signed request to VNPAY's merchant API, which judges what comes back: only an answer that carries its checksum and
 * is about what was asked is believed.
 *
 * @param message what is sent, all values text, the checksum included
 * @param answered the checksum of the answer
 * @param expected the fields of a genuine answer that are known before
 */
public record VnpayCall(
        Map<String, String> message, VnpayChecksum answered, Map<String, String> expected, VnpaySecrets secrets) {
    /** What a refusal has to be about, which may leave out the rest. */
    private static final Set<String> SUBJECT = Set.of("vnp_Command", "vnp_TmnCode", "vnp_TxnRef");

    private static final String DONE = "00";
    private static final Pattern CODE = Pattern.compile("[0-9]{2}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}");

    public VnpayCall {
        message = Map.copyOf(message);
        expected = Map.copyOf(expected);
    }

    /** What the text of an answer is worth. An error code is told apart, though VNPAY does not sign it. */
    public VnpayReply read(String body) {
        Map<String, String> answer = fields(body);
        String code = answer.getOrDefault("vnp_ResponseCode", "");
        if (CODE.matcher(code).matches() && !code.equals(DONE)) {
            return new VnpayReply.Refused(code, isSigned(answer, SUBJECT), body);
        }
        return code.equals(DONE) && isGenuine(answer)
                ? new VnpayReply.Genuine(answer, body)
                : new VnpayReply.NotGenuine(body);
    }

    private boolean isGenuine(Map<String, String> answer) {
        return isSigned(answer, expected.keySet())
                && AMOUNT.matcher(answer.getOrDefault("vnp_Amount", "")).matches()
                && CODE.matcher(answer.getOrDefault("vnp_TransactionStatus", ""))
                        .matches();
    }

    private boolean isSigned(Map<String, String> answer, Set<String> echoed) {
        return answered.verify(secrets, answer)
                && echoed.stream().allMatch(field -> expected.get(field).equals(answer.get(field)));
    }

    /** The answer's values as text; empty where it is no JSON object. */
    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new TreeMap<>();
        try {
            if (body != null && Json.decodeValue(body) instanceof JsonObject object) {
                object.getMap().forEach((name, value) -> fields.put(name, value == null ? "" : value.toString()));
            }
        } catch (DecodeException garbled) {
            return Map.of();
        }
        return fields;
    }
}
