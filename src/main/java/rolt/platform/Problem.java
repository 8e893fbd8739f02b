package rolt.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The one exception of the shop: something the caller can be told. It carries a code and parameters and is worded at
 * the edge, in the caller's language, as RFC 9457 problem details; on the bus it travels as {@code fail(status, json)}.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * One fault of an input.
     *
     * @param field the input's field as a dotted path, for example {@code lines.0.quantity}; empty for the whole
     * @param rule the code of the broken rule, for example {@code minimum}
     * @param params what the wording needs, for example {@code {limit: 1}}
     */
    public record Violation(String field, String rule, Map<String, Object> params) {}

    /** What travels: everything but the stack. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Detail(int status, String code, Map<String, Object> params, List<Violation> violations) {}

    private final transient Detail detail;

    public Problem(Detail detail) {
        super(detail.code());
        this.detail = new Detail(
                detail.status(),
                detail.code(),
                detail.params() == null ? Map.of() : detail.params(),
                detail.violations() == null ? List.of() : detail.violations());
    }

    private Problem(int status, String code, Map<String, Object> params) {
        this(new Detail(status, code, params, List.of()));
    }

    /** 400: fields of the input break rules. */
    public static Problem invalid(List<Violation> violations) {
        return new Problem(new Detail(400, "invalid", Map.of(), violations));
    }

    /** 400: one field of the input breaks a rule. */
    public static Problem invalid(String field, String rule, Map<String, Object> params) {
        return invalid(List.of(new Violation(field, rule, params)));
    }

    public static Problem invalid(String field, String rule) {
        return invalid(field, rule, Map.of());
    }

    /** 401: the caller is not signed in, or the credentials are wrong. */
    public static Problem unauthorized(String code) {
        return new Problem(401, code, Map.of());
    }

    /** 403: the caller may not do this. */
    public static Problem forbidden(String code) {
        return new Problem(403, code, Map.of());
    }

    /** 404: there is no such thing, or it is another's. */
    public static Problem notFound(String what) {
        return new Problem(404, "not-found", Map.of("what", what));
    }

    /** 409: the state of things forbids it. */
    public static Problem conflict(String code, Map<String, Object> params) {
        return new Problem(409, code, params);
    }

    public static Problem conflict(String code) {
        return conflict(code, Map.of());
    }

    /** 422: well-formed, but it cannot be done. */
    public static Problem unprocessable(String code, Map<String, Object> params) {
        return new Problem(422, code, params);
    }

    /** 429: too often; {@code seconds} until it may be tried again. */
    public static Problem tooOften(long seconds) {
        return new Problem(429, "too-often", Map.of("seconds", seconds));
    }

    /** 503: a part of the shop is not reachable now. */
    public static Problem unavailable(String part) {
        return new Problem(503, "unavailable", Map.of("part", part));
    }

    /** 504: a part of the shop did not answer in time. */
    public static Problem timeout() {
        return new Problem(504, "timeout", Map.of());
    }

    /** Any other status that HTTP itself knows, worded by {@code problem.<code>}. */
    public static Problem of(int status, String code) {
        return new Problem(status, code, Map.of());
    }

    /** The same problem of an input that stands in a field of a larger one. */
    public Problem under(String field) {
        List<Violation> moved = violations().stream()
                .map(fault -> new Violation(field + "." + fault.field(), fault.rule(), fault.params()))
                .toList();
        return new Problem(new Detail(detail.status(), detail.code(), detail.params(), moved));
    }

    public int status() {
        return detail.status();
    }

    public String code() {
        return detail.code();
    }

    public Map<String, Object> params() {
        return detail.params();
    }

    public List<Violation> violations() {
        return detail.violations();
    }

    public Detail detail() {
        return detail;
    }

    /** A problem is an answer, not a fault of the program: its stack is of no use, so none is taken. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
