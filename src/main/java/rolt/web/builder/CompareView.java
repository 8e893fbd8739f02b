package rolt.web.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.CompareMessages.BuildComparison;
import rolt.builder.CompareMessages.ComparedBuild;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.FitMessages.Severity;
import rolt.web.Page;

/** Builds side by side, row by row. */
public final class CompareView {
    private final Page page;
    private final BuildComparison comparison;

    CompareView(Page page, BuildComparison comparison) {
        this.page = page;
        this.comparison = comparison;
    }

    public List<ComparedBuild> builds() {
        return comparison.items();
    }

    /** Codes that stand for nothing. */
    public List<String> unknown() {
        return comparison.unknown();
    }

    /** @param cells one for each build */
    public record Row(String label, List<Cell> cells) {
        /** Whether the builds are not alike in this. */
        public boolean differs() {
            return cells.stream().distinct().count() > 1;
        }
    }

    /** What a build has in a row: nothing, one thing or several. */
    public record Cell(List<Entry> entries) {}

    /** @param note what stands smaller beside it, or empty */
    public record Entry(String words, String note) {}

    /** The rows; those in which no build has anything are left out. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(priced("compare.row.total", quote -> page.price(quote.total())));
        rows.add(row("compare.row.state", build -> new Cell(List.of(new Entry(state(build), "")))));
        rows.add(priced("compare.row.verdicts", this::verdicts));
        rows.add(row("compare.row.size", this::size));
        rows.add(priced("compare.row.switches", quote -> page.number(quote.switchCount())));
        rows.add(priced("compare.row.stabilisers", quote -> BuildWords.stabilisers(page, quote)));
        for (Kind kind : Kind.values()) {
            rows.add(row("build.part." + kind, build -> parts(build, kind)));
        }
        return rows.stream()
                .filter(row ->
                        row.cells().stream().anyMatch(cell -> !cell.entries().isEmpty()))
                .toList();
    }

    private Row row(String label, Function<ComparedBuild, Cell> cell) {
        return new Row(page.text(label), builds().stream().map(cell).toList());
    }

    private Row priced(String label, Function<BuildQuote, String> words) {
        return row(label, build -> one(build.quote() == null ? "" : words.apply(build.quote())));
    }

    private static Cell one(String words) {
        return new Cell(words.isEmpty() ? List.of() : List.of(new Entry(words, "")));
    }

    private String state(ComparedBuild build) {
        return build.obstacles().isEmpty()
                ? page.text("obstacle.none")
                : build.obstacles().stream()
                        .map(obstacle -> BuildWords.obstacle(page, obstacle))
                        .collect(Collectors.joining("; "));
    }

    private String verdicts(BuildQuote quote) {
        return quote.verdicts().isEmpty()
                ? page.text("compare.fits")
                : page.text(
                        "compare.verdicts",
                        "errors",
                        count(quote, Severity.E),
                        "warnings",
                        count(quote, Severity.W),
                        "notes",
                        count(quote, Severity.I));
    }

    private static long count(BuildQuote quote, Severity severity) {
        return quote.verdicts().stream()
                .filter(verdict -> verdict.severity() == severity)
                .count();
    }

    private Cell size(ComparedBuild build) {
        String code = build.formFactor();
        return one(code == null ? "" : page.find("value." + code, Map.of()).orElse(code));
    }

    private Cell parts(ComparedBuild build, Kind kind) {
        return new Cell(
                build.quote() == null
                        ? List.of()
                        : build.quote().lines().stream()
                                .filter(line -> line.kind() == kind)
                                .map(this::part)
                                .toList());
    }

    private Entry part(QuoteLine line) {
        String times = line.quantity() > 1 ? page.number(line.quantity()) + " × " : "";
        return new Entry(times + line.name(), page.price(line.total()));
    }

    /** The address of this page without one of the builds. */
    public String without(ComparedBuild dropped) {
        String rest = builds().stream()
                .filter(build -> build != dropped)
                .map(ComparedBuild::code)
                .collect(Collectors.joining(","));
        return page.link("/builds/compare") + (rest.isEmpty() ? "" : "?b=" + rest);
    }
}
