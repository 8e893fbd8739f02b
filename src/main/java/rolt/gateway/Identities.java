package rolt.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import rolt.account.AccountMessages;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.Device;
import rolt.account.AccountMessages.IdentifyAccount;
import rolt.account.AccountMessages.IdentifySession;
import rolt.account.AccountMessages.Identity;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;

/** Identities as the account domain knows them, believed for five seconds at most and no longer than they hold. */
final class Identities {
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final Duration SEEN = Duration.ofMinutes(10);
    private static final int MOST = 50_000;
    private static final int NOT_FOUND = 404;

    private final Bus bus;
    private final Cache<Object, Identity> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LIFE).build();

    /** Cookies that were seen lately, and whether they were anybody's; one that is nobody's never will be. */
    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(SEEN).build();

    /** Counts changes, so that an answer that was on its way during one is not kept. */
    private final AtomicLong changes = new AtomicLong();

    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    Identities(Bus bus) {
        this.bus = bus;
        bus.listen(AccountMessages.CHANGED, AccountChanged.class, this::changed);
    }

    /** Tells of an account whose roles or sessions have changed, once the old ones are forgotten here. */
    void onChange(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    /** Whether it was found out lately if a cookie is anybody's. */
    boolean hasSeen(String token) {
        return seen.getIfPresent(token) != null;
    }

    /** Whose session a cookie is; null where it is nobody's. */
    Future<Identity> ofSession(String token, Device device, String requestId) {
        if (Boolean.FALSE.equals(seen.getIfPresent(token))) {
            return Future.succeededFuture();
        }
        return find(token, "account.identifySession", new IdentifySession(token, device), requestId)
                .recover(e -> e instanceof Problem problem && problem.status() == NOT_FOUND
                        ? Future.succeededFuture()
                        : Future.failedFuture(e))
                .onSuccess(identity -> seen.put(token, identity != null));
    }

    /** Who an account is in one of its sessions, or problem 401 when that is over. */
    Future<Identity> ofAccount(IdentifyAccount asked, String requestId) {
        Object key = List.of(asked.accountId(), asked.sessionId());
        return find(key, "account.identifyAccount", asked, requestId);
    }

    /** @param token of a session that was left; may be null */
    void forget(String token) {
        if (token != null) {
            known.invalidate(token);
        }
    }

    private Future<Identity> find(Object key, String operation, Record asked, String requestId) {
        Identity identity = known.getIfPresent(key);
        if (identity != null) {
            return Future.succeededFuture(identity);
        }
        long before = changes.get();
        return bus.request(Caller.system(requestId), operation, asked)
                .map(answer -> Json.record(answer, Identity.class))
                .onSuccess(found -> {
                    if (changes.get() == before) {
                        known.put(key, found);
                    }
                });
    }

    private void changed(AccountChanged change) {
        changes.incrementAndGet();
        known.asMap().values().removeIf(identity -> change.accountId().equals(identity.accountId()));
        listeners.forEach(listener -> listener.accept(change.accountId()));
    }
}
