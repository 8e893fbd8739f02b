package rolt.vnpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The checksum of VNPAY 2.1.0 over query parameters: of the payment URL, of the return and of the notification.
 * Parameters are always decoded ones; only names that start with {@code vnp_} count, empty values do not.
 */
public record VnpaySignature(VnpaySecrets secrets) {
    public static final String HASH = "vnp_SecureHash";
    private static final Set<String> UNSIGNED = Set.of(HASH, "vnp_SecureHashType");
    private static final String PREFIX = "vnp_";

    /**
     * The parameters of a raw query string, decoded once, in their order, repeated names kept.
     *
     * @throws IllegalArgumentException if a percent sequence is broken
     */
    public static Map<String, List<String>> decode(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(groupingBy(
                        pair -> URLDecoder.decode(pair[0], UTF_8),
                        LinkedHashMap::new,
                        mapping(pair -> pair.length == 1 ? "" : URLDecoder.decode(pair[1], UTF_8), toList())));
    }

    /** The text that is signed: names in byte order, each pair encoded, without the hash. */
    public static String canonical(Map<String, String> parameters, VnpayEncoding encoding) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> isSigned(parameter.getKey(), parameter.getValue()))
                        .map(parameter ->
                                encoding.encode(parameter.getKey()) + "=" + encoding.encode(parameter.getValue()))
                        .collect(joining("&"));
    }

    /** The hash of the parameters: 128 lower-case hex digits. */
    public String sign(Map<String, String> parameters) {
        return secrets.sign(canonical(parameters, VnpayEncoding.PYTHON));
    }

    /** The query string to send: exactly what was signed, the hash last. */
    public String signedQuery(Map<String, String> parameters) {
        var canonical = canonical(parameters, VnpayEncoding.PYTHON);
        return canonical + "&" + HASH + "=" + secrets.sign(canonical);
    }

    /**
     * Whether the parameters carry their own hash. Every known encoding is tried, as each is unambiguous; text that
     * was not encoded never is accepted, because an {@code &} in a value could then shift the meaning. A repeated
     * {@code vnp_} name is refused: which of the values a reader takes differs from stack to stack.
     */
    public boolean verify(Map<String, List<String>> parameters) {
        return verify(parameters, EnumSet.allOf(VnpayEncoding.class));
    }

    /** As {@link #verify(Map)}, with these encodings only. */
    public boolean verify(Map<String, List<String>> parameters, Set<VnpayEncoding> encodings) {
        if (parameters.entrySet().stream().anyMatch(VnpaySignature::isRepeated)) {
            return false;
        }
        var single = single(parameters);
        return encodings.stream()
                .map(encoding -> canonical(single, encoding))
                .distinct()
                .anyMatch(canonical -> secrets.verify(canonical, single.get(HASH)));
    }

    /** The first value of each VNPAY parameter; what does not start with {@code vnp_} is left out. */
    public static Map<String, String> single(Map<String, List<String>> parameters) {
        var single = new TreeMap<String, String>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX) && !values.isEmpty()) {
                single.put(name, values.getFirst());
            }
        });
        return single;
    }

    private static boolean isRepeated(Map.Entry<String, List<String>> parameter) {
        return parameter.getKey().startsWith(PREFIX) && parameter.getValue().size() > 1;
    }

    private static boolean isSigned(String name, String value) {
        return name.startsWith(PREFIX) && !UNSIGNED.contains(name) && value != null && !value.isEmpty();
    }
}
