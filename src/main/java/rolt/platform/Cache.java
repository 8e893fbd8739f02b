package rolt.platform;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Ready answers: on the heap of the node, and behind it in Redis, shared by all nodes. An answer carries tags; dropping
 * a tag drops its answers everywhere. A drop is told over the bus and written to Redis as a new version of the tag, so
 * an answer that was computed before it can be stored late but is never served. An answer on the heap is shown to Redis
 * again every two seconds, so a lost hint, or a drop from outside the cluster ({@code ./rolt seed}), is noticed by then.
 * Without Redis the heap serves alone, and a lost hint costs at most the answer's age.
 */
public final class Cache {
    private static final String DROPPED = "platform.cacheDropped";
    private static final long HEAP_BYTES = 64L << 20;
    /** Longer than any answer's life: a version that is forgotten must not revive what it ended. */
    private static final Duration VERSION_LIFE = Duration.ofHours(1);

    private static final Duration UNSEEN = Duration.ofSeconds(2);

    private final RedisClient redis;
    private final Bus bus;
    private final InstantSource clock;
    private final com.github.benmanes.caffeine.cache.Cache<String, Kept> heap = Caffeine.newBuilder()
            .maximumWeight(HEAP_BYTES)
            .<String, Kept>weigher(
                    (key, kept) -> key.length() + kept.entry().body().length() + 200)
            .build();
    private final Map<String, Long> drops = new ConcurrentHashMap<>();
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    public Cache(Bus bus, RedisClient redis) {
        this(bus, redis, InstantSource.system());
    }

    Cache(Bus bus, RedisClient redis, InstantSource clock) {
        this.bus = bus;
        this.redis = redis;
        this.clock = clock;
        bus.listen(DROPPED, Dropped.class, dropped -> forget(dropped.tags()));
    }

    /** A ready answer. */
    public record Entry(Buffer body, String etag, String type) {}

    /** Where and how long an answer is kept. */
    public record Slot(String key, List<String> tags, Duration life) {}

    /** @param until milliseconds since 1970 */
    private record Kept(Entry entry, List<String> tags, long until) {}

    record Dropped(List<String> tags) {}

    /** An answer from this node's heap; null where there is none. Costs no round trip, so it is asked first. */
    public Entry onHeap(String key) {
        Kept kept = heap.getIfPresent(key);
        return kept == null || kept.until() <= clock.millis() ? null : kept.entry();
    }

    /** An answer from Redis, or else computed and kept in both. */
    public Future<Entry> get(Slot slot, Supplier<Future<Entry>> compute) {
        Map<String, Long> before = dropsOf(slot.tags());
        List<String> keys = new ArrayList<>();
        keys.add("rolt:answer:" + slot.key());
        slot.tags().forEach(tag -> keys.add("rolt:tag:" + tag));
        return redis.get(keys)
                .map(found -> new Shared(slot, found))
                .otherwise(e -> new Shared(slot, null))
                .compose(shared -> shared.orElse(compute).onSuccess(entry -> keep(shared, before)));
    }

    /**
     * Drops every answer that carries one of the tags, on all nodes; call it after the commit, on a virtual thread. The
     * nodes are told once Redis knows, or they would fetch the old answer from there again.
     */
    public void drop(String... tags) {
        List<String> dropped = List.of(tags);
        forget(dropped);
        Database.await(Future.join(dropped.stream().map(this::renew).toList()).otherwiseEmpty());
        bus.publish(DROPPED, new Dropped(dropped));
    }

    private Future<Response> renew(String tag) {
        return redis.send(Command.SET, "rolt:tag:" + tag, UUID.randomUUID(), "EX", VERSION_LIFE.toSeconds());
    }

    /** Tells when answers with a tag are dropped, here or on another node; as a hint, which may be lost. */
    public void onDrop(String tag, Runnable listener) {
        listeners.computeIfAbsent(tag, each -> new CopyOnWriteArrayList<>()).add(listener);
    }

    private void forget(List<String> tags) {
        tags.forEach(tag -> listeners.getOrDefault(tag, List.of()).forEach(Runnable::run));
        tags.forEach(tag -> drops.merge(tag, 1L, Long::sum));
        heap.asMap().values().removeIf(kept -> kept.tags().stream().anyMatch(tags::contains));
    }

    private void keep(Shared shared, Map<String, Long> before) {
        Slot slot = shared.slot;
        if (before.equals(dropsOf(slot.tags()))) {
            heap.put(slot.key(), new Kept(shared.entry, slot.tags(), shared.heapUntil()));
        }
    }

    private Map<String, Long> dropsOf(List<String> tags) {
        Map<String, Long> counts = new HashMap<>();
        tags.forEach(tag -> counts.put(tag, drops.getOrDefault(tag, 0L)));
        return counts;
    }

    /** What Redis holds for a slot: the answer, and the version of its tags at the moment of asking. */
    private final class Shared {
        private final Slot slot;
        private final String version;
        private Entry entry;
        private long until;

        /** @param found null where Redis is away */
        Shared(Slot slot, List<Response> found) {
            this.slot = slot;
            this.version = found == null
                    ? null
                    : found.stream().skip(1).map(String::valueOf).collect(Collectors.joining(","));
            if (found != null && found.getFirst() != null) {
                read(new JsonObject(found.getFirst().toBuffer()));
            }
        }

        /** An answer of another version was dropped. */
        private void read(JsonObject json) {
            until = Math.min(json.getLong("until", 0L), newUntil());
            if (version.equals(json.getString("version")) && until > clock.millis()) {
                entry = new Entry(json.getBuffer("body"), json.getString("etag"), json.getString("type"));
            }
        }

        Future<Entry> orElse(Supplier<Future<Entry>> compute) {
            return entry != null ? Future.succeededFuture(entry) : compute.get().onSuccess(this::store);
        }

        private void store(Entry computed) {
            entry = computed;
            until = newUntil();
            if (version == null) {
                return;
            }
            JsonObject json = new JsonObject()
                    .put("version", version)
                    .put("until", until)
                    .put("etag", computed.etag())
                    .put("type", computed.type())
                    .put("body", computed.body());
            redis.send(
                    Command.SET,
                    "rolt:answer:" + slot.key(),
                    json.toBuffer(),
                    "EX",
                    slot.life().toSeconds());
        }

        private long newUntil() {
            return clock.millis() + slot.life().toMillis();
        }

        /** An answer keeps its age when it moves from Redis to a heap. */
        long heapUntil() {
            return version == null ? until : Math.min(until, clock.millis() + UNSEEN.toMillis());
        }
    }
}
