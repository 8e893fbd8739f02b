package rolt.vnpay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One entry of {@code vnpay-vectors.json}: a message of known hash. */
public record VnpayVector(JsonNode json) {

    public static Stream<VnpayVector> all() {
        try (var file = VnpayVector.class.getResourceAsStream("/vnpay-vectors.json")) {
            var array = new ObjectMapper().readTree(file);
            return StreamSupport.stream(array.spliterator(), false).map(VnpayVector::new);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text(String name) {
        return json.path(name).asText();
    }

    boolean isQuery() {
        return List.of("pay", "ipn").contains(text("kind"));
    }

    public boolean isAccepted() {
        return text("expect").equals("accept");
    }

    VnpaySecrets secrets() {
        return VnpaySecrets.of(text("secret"));
    }

    VnpayChecksum checksum() {
        return switch (text("kind")) {
            case "querydr_request" -> VnpayChecksum.QUERY_REQUEST;
            case "querydr_response" -> VnpayChecksum.QUERY_RESPONSE;
            case "refund_request" -> VnpayChecksum.REFUND_REQUEST;
            default -> VnpayChecksum.REFUND_RESPONSE;
        };
    }

    /** The parameters without a hash, repeated names kept. */
    Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        json.path("params")
                .forEach(pair -> parameters
                        .computeIfAbsent(pair.get(0).asText(), name -> new ArrayList<>())
                        .add(pair.get(1).asText()));
        return parameters;
    }

    /** The message as it arrives: with the hash that was received, which is not always the right one. */
    public Map<String, List<String>> received() {
        var hash = json.has("received_hash") ? text("received_hash") : text("expected_hash");
        return signedWith(hash);
    }

    Map<String, List<String>> signedWith(String hash) {
        var parameters = parameters();
        if (!hash.isEmpty()) {
            parameters.put(VnpaySignature.HASH, List.of(hash));
        }
        return parameters;
    }

    @Override
    public String toString() {
        return text("name");
    }
}
