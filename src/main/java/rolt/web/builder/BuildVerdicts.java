package rolt.web.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.KitLayoutMessages.KitOption;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Step;
import rolt.fit.FitMessages.Verdict;
import rolt.web.Page;

/** What the rules of fit say of a build, and what one tap does about it. */
public final class BuildVerdicts {
    private static final Map<String, Kind> HOMES = Map.of(
            "K05", Kind.ARTISAN,
            "F01", Kind.KIT,
            "F02", Kind.KIT,
            "S", Kind.SWITCH,
            "C", Kind.KEYCAP_SET,
            "K", Kind.KEYCAP_SET,
            "T", Kind.ACCESSORY,
            "F", Kind.ACCESSORY,
            "V", Kind.SERVICE);

    private final BuildView build;
    private final Map<String, SoldVariant> entering;

    /** @param entering the parts that fixes bring in, by SKU */
    BuildVerdicts(BuildView build, Map<String, SoldVariant> entering) {
        this.build = build;
        this.entering = entering;
    }

    /**
     * A fix as a link.
     *
     * @param address of the build after it
     * @param clean nothing new is wrong then
     */
    public record Link(String address, String words, boolean clean) {}

    public List<Verdict> all() {
        return build.quote().verdicts();
    }

    /** What is told at the choices of a kind. */
    public List<Verdict> at(Kind kind) {
        return all().stream().filter(verdict -> home(verdict) == kind).toList();
    }

    private static Kind home(Verdict verdict) {
        String rule = verdict.rule();
        return HOMES.getOrDefault(rule, HOMES.get(rule.substring(0, 1)));
    }

    /** The worst that is said against the parts of a kind, here or elsewhere on the page. */
    public Optional<Verdict> worst(Kind kind) {
        return all().stream()
                .filter(verdict -> verdict.severity() != Severity.I)
                .filter(verdict -> home(verdict) == kind || concerns(verdict, kind))
                .findFirst();
    }

    private boolean concerns(Verdict verdict, Kind kind) {
        return build.lines(kind).stream().anyMatch(line -> verdict.parts().contains(line.sku()));
    }

    /** Whether there are parts that could fit each other. */
    public boolean compares() {
        return build.quote().lines().size() > 1;
    }

    public long count(Severity severity) {
        return all().stream().filter(verdict -> verdict.severity() == severity).count();
    }

    public String reason(Page page, Verdict verdict) {
        return BuildWords.verdict(page, verdict, build.quote());
    }

    public static String brief(Page page, String rule) {
        return new VerdictWords(page).brief(rule);
    }

    /** Names a verdict on the page, so that a link can lead to it. */
    public String id(Verdict verdict) {
        return "verdict-" + verdict.rule() + "-" + all().indexOf(verdict);
    }

    /** Where the build stands, in one sentence. */
    public String status(Page page) {
        List<Verdict> stops =
                all().stream().filter(each -> each.severity() == Severity.E).toList();
        if (!stops.isEmpty()) {
            String reason = BuildWords.lower(brief(page, stops.getFirst().rule()));
            return stops.size() == 1
                    ? page.text("build.unfit", "reason", reason)
                    : page.text("build.unfit.more", "reason", reason, "count", stops.size() - 1);
        }
        if (!build.quote().missing().isEmpty()) {
            return page.text("build.missing", "list", BuildWords.missing(page, build.quote()));
        }
        if (!build.sellable()) {
            return page.text("build.stopped");
        }
        long looks = count(Severity.W);
        return looks == 0 ? page.text("build.fits") : page.text("build.looks", "count", looks);
    }

    /** The fixes of a verdict, the best first. */
    public List<Link> fixes(Page page, Verdict verdict) {
        return verdict.fixes().stream().map(fix -> link(page, fix)).toList();
    }

    private Link link(Page page, Fix fix) {
        Selection after = build.selection();
        for (Step step : fix.steps()) {
            after = after(after, step);
        }
        return new Link(page.link(build.addressOf(after)), words(page, fix), fix.clean());
    }

    /** Another version of the same kit is laid out alike. */
    private Selection after(Selection before, Step step) {
        Selection after = BuildFix.applied(before, step, kind(step));
        boolean alike = step.in() != null
                && entering.containsKey(step.in())
                && line(step.out())
                        .filter(line ->
                                line.code().equals(entering.get(step.in()).code()))
                        .isPresent();
        return alike ? BuildFix.laidOut(after, before.choices()) : after;
    }

    private Kind kind(Step step) {
        return step.in() == null || !entering.containsKey(step.in())
                ? line(step.out()).map(QuoteLine::kind).orElse(null)
                : entering.get(step.in()).kind();
    }

    private Optional<QuoteLine> line(String sku) {
        return build.quote().lines().stream()
                .filter(line -> line.sku().equals(sku))
                .findFirst();
    }

    private String words(Page page, Fix fix) {
        String words = words(page, fix.steps());
        if (fix.difference() == 0) {
            return words;
        }
        String key = fix.difference() > 0 ? "fix.more" : "fix.less";
        return page.text(key, "words", words, "price", page.price(Math.abs(fix.difference())));
    }

    private String words(Page page, List<Step> steps) {
        if (steps.stream().allMatch(step -> step.action() == Action.ADD)) {
            return page.text("fix.ADD", "in", parts(page, steps));
        }
        String first = words(page, steps.getFirst());
        return steps.stream()
                .skip(1)
                .map(step -> BuildWords.lower(words(page, step)))
                .reduce(first, (words, next) -> page.text("fix.and", "words", words, "next", next));
    }

    /** The parts that enter, how many of each; the product of several variants is told once. */
    private String parts(Page page, List<Step> steps) {
        List<String> parts = new ArrayList<>();
        String product = null;
        for (Step step : steps) {
            SoldVariant in = entering.get(step.in());
            boolean again = in != null && in.code().equals(product);
            String name = again ? in.name().in(page.language()) : name(page, step.in());
            boolean one = step.quantity() == null || step.quantity() == 1;
            parts.add(one ? name : step.quantity() + " × " + name);
            product = in == null ? null : in.code();
        }
        return String.join(" + ", parts);
    }

    private String words(Page page, Step step) {
        if (step.action() == Action.ADD) {
            return page.text("fix.ADD", "in", parts(page, List.of(step)));
        }
        if (step.action() == Action.CHOOSE_LAYOUT) {
            KitOption option = build.layout().options().get(step.option());
            String choice = option.choices().get(step.choice()).name();
            return page.text("fix.CHOOSE_LAYOUT", "option", option.name(), "choice", choice);
        }
        String out = line(step.out()).map(BuildWords::name).orElse("");
        Object quantity = step.quantity() == null ? "" : step.quantity();
        return page.text(key(step), "in", name(page, step.in()), "out", out, "quantity", quantity);
    }

    private static String key(Step step) {
        boolean derived = step.action() == Action.CHANGE_QUANTITY && step.quantity() == null;
        return derived ? "fix.derived" : "fix." + step.action();
    }

    /** The product, and which of its variants where that is what matters. */
    private String name(Page page, String sku) {
        if (sku == null || !entering.containsKey(sku)) {
            return sku == null ? "" : sku;
        }
        SoldVariant in = entering.get(sku);
        String product = in.productName().in(page.language());
        return in.kind() == Kind.KEYCAP_SET || in.kind() == Kind.SWITCH
                ? product + " · " + in.name().in(page.language())
                : product;
    }

    /** SKUs of what the fixes of a build bring in. */
    static List<String> entering(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.fixes().stream())
                .flatMap(fix -> fix.steps().stream())
                .flatMap(step -> Stream.ofNullable(step.in()))
                .distinct()
                .toList();
    }
}
