package rolt.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import rolt.platform.Cache;

/**
 * How a page that is the same for everyone is kept.
 *
 * @param parameters of its address by which it differs
 */
public record Kept(Duration life, List<String> tags, Set<String> parameters) {

    /** The same for a page that differs by these parameters. */
    public Kept by(String... names) {
        return new Kept(life, tags, Set.of(names));
    }

    /**
     * The slot of the page that is asked for. Parameters that are not the page's own (who led here, say) are dropped from
     * the request, so that they make no page of their own and stand in none of its links.
     */
    Cache.Slot slot(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        List.copyOf(query.names()).stream()
                .filter(name -> !parameters.contains(name))
                .forEach(query::remove);
        TreeMap<String, List<String>> known = new TreeMap<>();
        query.names().forEach(name -> known.put(name, query.getAll(name)));
        return new Cache.Slot("page " + ctx.normalizedPath() + " " + known, tags, life);
    }
}
