package rolt.web.builder;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rolt.catalog.CatalogMessages.Facet;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.fit.FitMessages.JudgedPart;
import rolt.fit.FitMessages.Severity;
import rolt.web.builder.BuildLook.Narrowing;
import rolt.web.builder.BuildShelves.Shelf;

/** What can be chosen of one kind for a build: the products of its shelf that fit, or all of them with what is against them. */
public final class BuildChoices {
    private static final int MOST_FACETS = 3;

    /** These stop a keycap kit whatever else is chosen; missing caps may come from another kit. */
    private static final Set<String> AGAINST_KEYCAPS = Set.of("C01", "C02", "K07");

    private final Shelf shelf;
    private final List<ProductItem> items;
    private final Map<String, JudgedPart> judged;
    private final BuildLook look;

    /**
     * @param items of the shelf, after those that were chosen from elsewhere
     * @param parts as the rules of fit judge them; none where nothing is chosen to fit to
     */
    BuildChoices(Shelf shelf, List<ProductItem> items, List<JudgedPart> parts, BuildLook look) {
        this.shelf = shelf;
        this.items = items;
        this.look = look;
        this.judged = parts.stream().collect(Collectors.toMap(JudgedPart::code, part -> part, BuildChoices::better));
    }

    /** A product fits as well as the best of its variants. */
    private static JudgedPart better(JudgedPart one, JudgedPart other) {
        Comparator<JudgedPart> worst =
                Comparator.comparing(JudgedPart::severity, Comparator.nullsLast(Comparator.naturalOrder()));
        return worst.compare(one, other) >= 0 ? one : other;
    }

    /** What is shown to choose from; what is chosen stays in sight. */
    public List<ProductItem> shown(BuildView build) {
        return look.everything()
                ? items
                : items.stream()
                        .filter(item -> fits(item) || build.chosen(item.code()).isPresent())
                        .toList();
    }

    /** How many are not shown, or would not be, because they do not fit. */
    public long unfit(BuildView build) {
        return items.stream()
                .filter(item -> !fits(item) && build.chosen(item.code()).isEmpty())
                .count();
    }

    private boolean fits(ProductItem item) {
        return against(item).isEmpty();
    }

    /** The rule that keeps a product from being shown; empty where it fits. */
    public Optional<String> against(ProductItem item) {
        JudgedPart part = judged.get(item.code());
        if (part == null || part.severity() != Severity.E) {
            return Optional.empty();
        }
        return shelf.kind() == Kind.KEYCAP_SET
                ? part.rules().stream().filter(AGAINST_KEYCAPS::contains).findFirst()
                : part.rules().stream().findFirst();
    }

    /** The rule by which a product that fits should be looked at twice. */
    public Optional<String> about(ProductItem item) {
        JudgedPart part = judged.get(item.code());
        boolean silent = part == null || part.severity() == null || part.severity() == Severity.I;
        return silent || !fits(item) ? Optional.empty() : part.rules().stream().findFirst();
    }

    /** The words the list is narrowed by. */
    public String words() {
        return narrowing().words();
    }

    public boolean narrowed() {
        return narrowing().narrows();
    }

    private Narrowing narrowing() {
        return look.list(shelf.kind());
    }

    /** What the list can be narrowed by, the most useful first. */
    public List<Facet> facets() {
        return shelf.facets().stream()
                .filter(facet -> !facet.name().equals("kind") && !facet.name().equals("brand"))
                .filter(facet ->
                        facet.choices().size() > 1 || facet.choices().stream().anyMatch(choice -> choice.chosen()))
                .limit(MOST_FACETS)
                .toList();
    }

    /** How many more there are beyond the shelf. */
    public int beyond() {
        return Math.max(0, shelf.total() - shelf.items().size());
    }

    /** The page with more of them. */
    BuildLook longer() {
        Narrowing list = narrowing();
        return look.with(shelf.kind(), new Narrowing(list.words(), list.choices(), list.pages() + 1));
    }

    /** The page with all of them. */
    BuildLook wide() {
        return look.with(shelf.kind(), Narrowing.NONE);
    }
}
