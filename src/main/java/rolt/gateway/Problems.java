package rolt.gateway;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.nio.channels.ClosedChannelException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Problem.Violation;
import rolt.platform.Texts;

/** Words problems in the caller's language, as RFC 9457 problem details. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Texts texts;

    public Problems(Texts texts) {
        this.texts = texts;
    }

    /** Answers a failed request; what is not a {@link Problem} is logged and told without detail. */
    void answer(RoutingContext ctx) {
        answer(ctx, problemOf(ctx));
    }

    /** What a request failed with. */
    public static Problem problemOf(RoutingContext ctx) {
        return isRefusal(ctx) ? ofStatus(ctx.statusCode()) : problemOf(ctx.failure());
    }

    /** The router's own word on a request: one without a Host or a path, say, which it fails with a 400. */
    private static boolean isRefusal(RoutingContext ctx) {
        return ctx.failure() == null
                || !(ctx.failure() instanceof Problem) && ctx.statusCode() >= 400 && ctx.statusCode() < 500;
    }

    void answer(RoutingContext ctx, Throwable failure) {
        Problem problem = problemOf(failure);
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        if (problem.params().get("seconds") instanceof Number seconds && problem.status() == 429) {
            response.putHeader("Retry-After", seconds.toString());
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(details(problem, Requests.language(ctx), Requests.id(ctx)).toBuffer());
    }

    /** A failure as a problem. */
    public static Problem problemOf(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof HttpException http) {
            return ofStatus(http.getStatusCode());
        }
        if (failure instanceof DecoderException || isGone(failure)) {
            return ofStatus(400);
        }
        LOG.error("A request failed", failure);
        return Problem.of(500, "internal");
    }

    /** A client that went away before its answer: nobody is there to be told, and nothing of the shop is at fault. */
    private static boolean isGone(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof StreamResetException
                || failure instanceof ClosedChannelException;
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.notFound("page");
            case 405 -> Problem.of(405, "method");
            case 413 -> Problem.of(413, "too-large");
            case 414 -> Problem.of(414, "address-too-long");
            case 415 -> Problem.of(415, "media-type");
            case 400 -> Problem.invalid("", "request");
            default -> Problem.of(status < 400 ? 500 : status, "internal");
        };
    }

    /** The problem as RFC 9457 members, with {@code code}, {@code params}, {@code requestId} and {@code violations}. */
    public JsonObject details(Problem problem, Language language, String requestId) {
        JsonObject json = new JsonObject()
                .put("type", "urn:rolt:problem:" + problem.code())
                .put("title", title(problem, language))
                .put("status", problem.status())
                .put("code", problem.code())
                .put("requestId", requestId);
        if (!problem.params().isEmpty()) {
            json.put("params", new JsonObject(problem.params()));
        }
        if (!problem.violations().isEmpty()) {
            JsonArray violations = new JsonArray();
            problem.violations().forEach(violation -> violations.add(worded(violation, language)));
            json.put("violations", violations);
        }
        return json;
    }

    /** One sentence for people. */
    public String title(Problem problem, Language language) {
        Map<String, Object> params = new HashMap<>(problem.params());
        if (params.get("what") instanceof String what) {
            params.put("what", texts.find(language, "what." + what, Map.of()).orElse(what));
        }
        return texts.find(language, "problem." + problem.code(), params).orElse(problem.code());
    }

    /** What is wrong with one field, for people: in the field's own words where it has any. */
    public String message(Violation violation, Language language) {
        String rule = "rule." + violation.rule();
        return texts.find(language, rule + "." + violation.field(), violation.params())
                .or(() -> texts.find(language, rule, violation.params()))
                .orElse(violation.rule());
    }

    private JsonObject worded(Violation violation, Language language) {
        return new JsonObject()
                .put("field", violation.field())
                .put("rule", violation.rule())
                .put("params", new JsonObject(violation.params()))
                .put("message", message(violation, language));
    }
}
