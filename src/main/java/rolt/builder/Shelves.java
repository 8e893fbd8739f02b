package rolt.builder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.catalog.CatalogMessages.ListSold;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.VariantList;
import rolt.fit.Shelf;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Problem;

/**
 * All parts that are sold, as the rules of fit see them: asked of the catalogue when it has changed, and once a minute
 * for what is in stock. In between a shelf may be that old; what is chosen from it is priced anew.
 */
final class Shelves {
    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Stand NONE = new Stand(Shelf.EMPTY, Instant.MIN);

    private final Bus bus;
    private final FitBuild fit;
    private final InstantSource clock;
    private final AtomicReference<Stand> stand = new AtomicReference<>(NONE);

    Shelves(Bus bus, FitBuild fit, InstantSource clock) {
        this.bus = bus;
        this.fit = fit;
        this.clock = clock;
    }

    private record Stand(Shelf shelf, Instant until) {}

    Shelf shelf(Caller caller) {
        Stand now = stand.get();
        return clock.instant().isBefore(now.until) ? now.shelf : renewed(caller, now);
    }

    /** The catalogue has changed. */
    void forget() {
        stand.set(NONE);
    }

    /** What was forgotten while it was being asked is asked again by the next. */
    private Shelf renewed(Caller caller, Stand old) {
        VariantList sold = bus.call(caller, "catalog.listSold", new ListSold(), VariantList.class);
        Shelf shelf = new Shelf(sold.items().stream().flatMap(this::typed).toList());
        stand.compareAndSet(old, new Stand(shelf, clock.instant().plus(LIFE)));
        return shelf;
    }

    /** None for a part whose content is at fault: it must not keep the others from being judged. */
    private Stream<rolt.fit.Part> typed(SoldVariant variant) {
        try {
            return Stream.of(fit.part(variant));
        } catch (Problem problem) {
            LOG.warn("{} is left off the shelf: {}", variant.sku(), problem.code());
            return Stream.empty();
        }
    }
}
