package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.SavedBuild;
import rolt.builder.BuilderMessages.SellableBuild;
import rolt.builder.Pricing.Laid;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Verdict;
import rolt.platform.Caller;
import rolt.platform.Problem;
import rolt.platform.Text;

/** Keeps a build: to share it, or to buy it. */
final class SaveBuild {
    private static final Text UNTITLED = new Text("Bàn phím tự chọn", "A keyboard of your own");

    private final BuilderRepository repository;
    private final OwnBuildService ownBuilds;
    private final Pricing pricing;

    SaveBuild(BuilderRepository repository, OwnBuildService ownBuilds, Pricing pricing) {
        this.repository = repository;
        this.ownBuilds = ownBuilds;
        this.pricing = pricing;
    }

    /** A build that was found to be valid. */
    private record Checked(BuilderMessages.SaveBuild input, SoldVariant kit, BuildQuote quote) {}

    /** @throws Problem 401 without a visit; 400 naming each field that is at fault; 409 where the list is full */
    SavedBuild saveBuild(Caller caller, BuilderMessages.SaveBuild input) {
        Checked checked = check(caller, input);
        return ownBuilds.keep(caller, title(checked), input.selection());
    }

    /** @throws Problem as {@link #saveBuild}; 409 where a part is missing, does not fit, or is withdrawn or short
     *     of stock */
    SellableBuild saveSellable(Caller caller, BuilderMessages.SaveBuild input) {
        Checked checked = check(caller, input);
        refuseUnsellable(caller, checked);
        UUID copy = repository.add(caller, ShareCodes.draw(), title(checked), input.selection());
        return new SellableBuild(copy, checked.quote());
    }

    private Checked check(Caller caller, BuilderMessages.SaveBuild input) {
        if (caller.accountId() == null && caller.sessionId() == null) {
            throw Problem.unauthorized("visit-needed");
        }
        try {
            Laid laid = pricing.lay(caller, input.selection());
            return new Checked(input, laid.variant(Kind.KIT).orElse(null), laid.quote());
        } catch (Problem problem) {
            throw problem.under("selection");
        }
    }

    private static void refuseUnsellable(Caller caller, Checked checked) {
        BuildQuote quote = checked.quote();
        if (!quote.missing().isEmpty()) {
            throw Problem.conflict("build.incomplete", Map.of("missing", quote.missing()));
        }
        refuseUnfit(caller, checked);
        if (quote.bought().isEmpty()) {
            throw Problem.conflict("build.nothing-to-buy");
        }
        refuseUnavailable(quote);
    }

    private static void refuseUnavailable(BuildQuote quote) {
        quote.lines().stream().filter(QuoteLine::withdrawn).findFirst().ifPresent(line -> {
            throw Problem.conflict("product.withdrawn", Map.of("sku", line.sku()));
        });
        List<Map<String, Object>> shortages = quote.lines().stream()
                .filter(line -> line.shortOf() != null)
                .map(line -> Map.<String, Object>of(
                        "sku", line.sku(), "wanted", line.quantity(), "available", line.available()))
                .toList();
        if (!shortages.isEmpty()) {
            throw Problem.conflict("stock.short", Map.of("items", shortages));
        }
    }

    private static void refuseUnfit(Caller caller, Checked checked) {
        List<String> rules = checked.quote().verdicts().stream()
                .filter(verdict -> verdict.severity() == Severity.E)
                .map(Verdict::rule)
                .distinct()
                .toList();
        if (!rules.isEmpty()) {
            throw Problem.conflict(
                    "build.unfit", Map.of("title", title(checked).in(caller.language()), "rules", rules));
        }
    }

    private static Text title(Checked checked) {
        String title = checked.input().title();
        if (title != null) {
            return new Text(title.strip(), title.strip());
        }
        return checked.kit() == null ? UNTITLED : checked.kit().productName();
    }
}
