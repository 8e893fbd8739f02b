package rolt.builder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.JudgeParts;
import rolt.builder.BuilderMessages.JudgedParts;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListVariants;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.VariantList;
import rolt.fit.Build;
import rolt.fit.Compatibility;
import rolt.fit.Context;
import rolt.fit.FitMessages.Verdict;
import rolt.fit.Fixes;
import rolt.fit.Quantities;
import rolt.fit.Trying;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.workshop.WorkMessages.BenchPromise;
import rolt.workshop.WorkMessages.PromiseBench;

/** Prices and judges selections with what the catalogue sells at this moment. */
final class Pricing {
    private final Bus bus;
    private final FitBuild fit;
    private final Shelves shelves;

    Pricing(Bus bus, FitBuild fit, Shelves shelves) {
        this.bus = bus;
        this.fit = fit;
        this.shelves = shelves;
    }

    /** What is sold under these SKUs, asked in one call; unknown ones are left out. */
    Map<String, SoldVariant> variants(Caller caller, Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        ListVariants asked = ListVariants.ofSkus(List.copyOf(skus));
        return bus.call(caller, "catalog.listVariants", asked, VariantList.class).items().stream()
                .collect(Collectors.toMap(SoldVariant::sku, Function.identity()));
    }

    /** A selection and its parts as they are sold, and as the rules of fit see them. */
    record Laid(Build build, List<Part> parts, Language language) {
        /** Priced and judged, without fixes. */
        BuildQuote quote() {
            return quote(Context.NONE);
        }

        BuildQuote quote(Context context) {
            return quote(Compatibility.judge(build, context));
        }

        BuildQuote quote(List<Verdict> verdicts) {
            return new BuildPrice(build, parts, language).quote(verdicts);
        }

        /** The first part of a kind. */
        Optional<SoldVariant> variant(Kind kind) {
            return parts.stream()
                    .map(Part::variant)
                    .filter(variant -> variant.kind() == kind)
                    .findFirst();
        }
    }

    /** @throws Problem 400 naming each field that is at fault */
    Laid lay(Selection selection, Map<String, SoldVariant> variants, Language language) {
        List<Part> parts = Part.of(selection, variants);
        return new Laid(fit.of(selection, parts), parts, language);
    }

    /** @throws Problem 400 naming each field that is at fault */
    Laid lay(Caller caller, Selection selection) {
        return lay(selection, variants(caller, Part.skus(selection)), caller.language());
    }

    /** Priced and judged, with fixes from what can be bought, and where the caps go. */
    BuildQuote advise(Caller caller, Laid laid) {
        Context context = benchDay(caller, List.of(laid.build()));
        return laid.quote(Fixes.judge(laid.build(), context, shelves.shelf(caller)))
                .placed(Compatibility.caps(laid.build()));
    }

    /**
     * When the bench would be done. Nothing waits for one that does not answer: the day is unknown then.
     *
     * @param together builds of one order, which leaves the bench when the last of them is ready
     */
    Context benchDay(Caller caller, List<Build> together) {
        int minutes = together.stream()
                .mapToInt(build -> new Quantities(build).benchMinutes())
                .sum();
        return minutes == 0
                ? Context.NONE
                : bus.ask(caller, "workshop.promiseBench", new PromiseBench(minutes), BenchPromise.class)
                        .map(promise -> new Context(promise.promisedOn()))
                        .orElse(Context.NONE);
    }

    /** Each part that is sold, of a kind or of all, as if it were chosen. */
    JudgedParts judgeParts(Caller caller, JudgeParts input) {
        Build build = lay(caller, input.selection()).build();
        Trying trying = new Trying(build, Context.NONE);
        return new JudgedParts(shelves.shelf(caller).all().stream()
                .filter(part -> input.kind() == null || kind(part) == input.kind())
                .map(trying::judge)
                .toList());
    }

    private static Kind kind(rolt.fit.Part part) {
        return switch (part.slot()) {
            case KIT -> Kind.KIT;
            case SWITCHES -> Kind.SWITCH;
            case KEYCAPS -> Kind.KEYCAP_SET;
            case ARTISANS -> Kind.ARTISAN;
            case STABILISERS, ACCESSORIES -> Kind.ACCESSORY;
            case SERVICES -> Kind.SERVICE;
        };
    }
}
