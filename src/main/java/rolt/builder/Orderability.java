package rolt.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.Obstacle;
import rolt.builder.BuilderMessages.ObstacleCode;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.Pricing.Laid;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.fit.Build;
import rolt.fit.Context;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Problem;

/** What builds cost now and whether they can be ordered: however many, with one question to the catalogue. */
final class Orderability {
    private final Pricing pricing;

    Orderability(Pricing pricing) {
        this.pricing = pricing;
    }

    /**
     * A build as of now.
     *
     * @param quote null where the catalogue has changed so that it can no longer be built
     * @param kit null where none is chosen or known
     */
    record Judged(BuildQuote quote, SoldVariant kit, List<Obstacle> obstacles) {
        int switchCount() {
            return quote == null ? 0 : quote.switchCount();
        }

        long total() {
            return quote == null ? 0 : quote.total();
        }
    }

    /** In the order of the selections; without the bench's day. */
    List<Judged> of(Caller caller, List<Selection> selections) {
        return judged(read(caller, selections), Context.NONE);
    }

    /** In the order of the selections, with the day on which all of them would be ready, were they ordered together. */
    List<Judged> together(Caller caller, List<Selection> selections) {
        List<Read> read = read(caller, selections);
        List<Build> builds = read.stream()
                .flatMap(one -> Stream.ofNullable(one.laid()))
                .map(Laid::build)
                .toList();
        return judged(read, pricing.benchDay(caller, builds));
    }

    /** A selection with what the catalogue says of it; @param laid null where it can no longer be built */
    private record Read(SoldVariant kit, Laid laid) {}

    private List<Read> read(Caller caller, List<Selection> selections) {
        Map<String, SoldVariant> variants = pricing.variants(
                caller,
                selections.stream()
                        .flatMap(selection -> Part.skus(selection).stream())
                        .collect(Collectors.toSet()));
        return selections.stream()
                .map(selection -> read(selection, variants, caller.language()))
                .toList();
    }

    private Read read(Selection selection, Map<String, SoldVariant> variants, Language language) {
        SoldVariant kit = selection.kitSku() == null ? null : variants.get(selection.kitSku());
        try {
            return new Read(kit, pricing.lay(selection, variants, language));
        } catch (Problem outdated) {
            if (outdated.status() >= 500) {
                throw outdated;
            }
            return new Read(kit, null);
        }
    }

    private static List<Judged> judged(List<Read> read, Context context) {
        return read.stream().map(one -> judged(one, context)).toList();
    }

    private static Judged judged(Read read, Context context) {
        if (read.laid() == null) {
            return new Judged(null, read.kit(), List.of(new Obstacle(ObstacleCode.OUTDATED, List.of())));
        }
        BuildQuote quote = read.laid().quote(context);
        return new Judged(quote, read.kit(), obstacles(quote));
    }

    /** @throws Problem 400 naming each field of {@code selection} that is at fault */
    Judged check(Caller caller, Selection selection) {
        Map<String, SoldVariant> variants = pricing.variants(caller, Part.skus(selection));
        try {
            BuildQuote quote =
                    pricing.lay(selection, variants, caller.language()).quote();
            return new Judged(quote, variants.get(selection.kitSku()), obstacles(quote));
        } catch (Problem problem) {
            throw problem.under("selection");
        }
    }

    static List<Obstacle> obstacles(BuildQuote quote) {
        List<Obstacle> obstacles = new ArrayList<>();
        add(
                obstacles,
                ObstacleCode.INCOMPLETE,
                quote.missing().stream().map(Slot::name).toList());
        add(obstacles, ObstacleCode.WITHDRAWN, names(quote, QuoteLine::withdrawn));
        add(obstacles, ObstacleCode.SHORT, names(quote, line -> !line.withdrawn() && line.shortOf() != null));
        add(obstacles, ObstacleCode.UNFIT, unfit(quote));
        return obstacles;
    }

    private static List<String> unfit(BuildQuote quote) {
        return quote.verdicts().stream()
                .filter(verdict -> verdict.severity() == Severity.E)
                .map(Verdict::rule)
                .distinct()
                .toList();
    }

    private static void add(List<Obstacle> obstacles, ObstacleCode code, List<String> what) {
        if (!what.isEmpty()) {
            obstacles.add(new Obstacle(code, what));
        }
    }

    private static List<String> names(BuildQuote quote, Predicate<QuoteLine> which) {
        return quote.lines().stream().filter(which).map(QuoteLine::name).toList();
    }
}
