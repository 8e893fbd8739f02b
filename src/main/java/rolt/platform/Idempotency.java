package rolt.platform;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes an effect happen once per key. The answer is written in the transaction of the effect, so either both are there
 * or neither; the same key with the same body is answered again for 24 hours without a second effect.
 */
public final class Idempotency {
    private static final String ENTER = "select free, earlier from platform.enter_idempotent($1, $2)";

    private static final String LEAVE = """
            insert into platform.idempotency (scope, key, body_hash, answer) values ($1, $2, $3, $4)
            on conflict (scope, key) do update
                set body_hash = excluded.body_hash, answer = excluded.answer, created_at = now()
            """;

    /**
     * What guards an effect.
     *
     * @param scope the operation and the account, so that keys of different callers never meet
     * @param key the client's Idempotency-Key, 8 to 100 characters
     * @param body the whole input; another body under the same key is refused
     */
    public record Guard(String scope, String key, Object body) {
        public static Guard of(Caller caller, String operation, String key, Object body) {
            return new Guard(operation + "/" + caller.accountId(), key, body);
        }
    }

    /** An answer; a replayed one had its effect before. */
    public record Once<T>(T answer, boolean replayed) {}

    private record Entry(boolean free, JsonObject earlier) {}

    private Idempotency() {}

    /**
     * Runs the effect in the transaction, or answers what it answered the first time.
     *
     * @return the answer, and whether it is a replay
     * @throws Problem 409 while the first call is still in flight, 422 for another body under the same key
     */
    public static <T> Once<T> once(Transaction transaction, Guard guard, Class<T> type, Supplier<T> effect) {
        byte[] hash = hash(guard.body());
        Entry entry = enter(transaction, guard);
        if (entry.earlier() != null) {
            return new Once<>(replay(entry.earlier(), hash, type), true);
        }
        if (!entry.free()) {
            throw Problem.conflict("idempotency.in-flight");
        }
        T answer = effect.get();
        transaction.send(LEAVE, guard.scope(), guard.key(), hash, Json.object(answer));
        return new Once<>(answer, false);
    }

    private static Entry enter(Transaction transaction, Guard guard) {
        List<Entry> entries = transaction.list(
                ENTER,
                row -> new Entry(row.getBoolean("free"), row.getJsonObject("earlier")),
                guard.scope(),
                guard.key());
        return entries.getFirst();
    }

    private static <T> T replay(JsonObject earlier, byte[] hash, Class<T> type) {
        byte[] first = HexFormat.of().parseHex(earlier.getString("hash"));
        if (!Arrays.equals(first, hash)) {
            throw Problem.unprocessable("idempotency.other-body", Map.of());
        }
        return Json.record(earlier.getJsonObject("answer"), type);
    }

    private static byte[] hash(Object body) {
        return Sha256.of(Json.buffer(body).toString().getBytes(StandardCharsets.UTF_8));
    }
}
