package rolt.fit;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Fix;

/** Changes of a build that are made together; mostly one. */
record Remedy(List<Change> changes) {
    static Remedy of(Change change) {
        return new Remedy(List.of(change));
    }

    Build apply(Build build) {
        Build after = build;
        for (Change change : changes) {
            after = change.apply(after);
        }
        return after;
    }

    boolean inStock(Build after) {
        return changes.stream().allMatch(change -> change.inStock(after));
    }

    boolean any(Predicate<Change> trait) {
        return changes.stream().anyMatch(trait);
    }

    /** The keycap kits that it adds, to what stays as it is. */
    Stream<KeycapKit> addedCaps() {
        return changes.stream()
                .filter(change -> changes.stream().allMatch(each -> each.action() == Action.ADD))
                .map(Change::in)
                .filter(KeycapKit.class::isInstance)
                .map(KeycapKit.class::cast);
    }

    /** Whether it adds these parts and does nothing else. */
    boolean adds(Object skus) {
        return changes.stream().allMatch(change -> change.action() == Action.ADD)
                && changes.stream().map(change -> change.in().sku()).toList().equals(skus);
    }

    /** The same for packs of one switch, of which only the cheapest is worth a suggestion. */
    String product() {
        return changes.stream().map(Change::product).collect(joining(", "));
    }

    String id() {
        return changes.stream().map(Change::id).collect(joining(", "));
    }

    Fix fix(long difference, boolean clean) {
        return new Fix(changes.stream().map(Change::step).toList(), difference, clean);
    }
}
