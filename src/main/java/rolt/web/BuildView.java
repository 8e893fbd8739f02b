package rolt.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.KitLayout;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.Variant;
import rolt.drawing.BuildDrawing;
import rolt.drawing.SixtyBoard;
import rolt.web.BuildShelves.Shelves;

/** What the builder's page shows of one build. */
public final class BuildView {
    private final Priced build;
    private final Shelves shelves;
    private final BuildParts parts;

    BuildView(Priced build, Shelves shelves, BuildParts parts) {
        this.build = build;
        this.shelves = shelves;
        this.parts = parts;
    }

    /**
     * A build as the builder answers it.
     *
     * @param layout null without a kit
     */
    record Priced(Selection selection, KitLayout layout, BuildQuote quote) {}

    public Selection selection() {
        return build.selection();
    }

    public BuildQuote quote() {
        return build.quote();
    }

    /** Null without a kit. */
    public KitLayout layout() {
        return build.layout();
    }

    /** Names of the address that nothing is sold under. */
    public List<String> unknown() {
        return parts.unknown();
    }

    /** The address of this build. */
    public String address() {
        return BuildAddress.of(build.selection());
    }

    /** The address of the picture by which this build is shared. */
    public String picture() {
        return address().replaceFirst("/build", "/build.png");
    }

    /** The address of this build without the parts of a kind. */
    public String without(Kind kind) {
        Selection s = build.selection();
        boolean kit = kind == Kind.KIT;
        return BuildAddress.of(new Selection(
                kit ? null : s.kitSku(),
                kit ? List.of() : s.choices(),
                kind == Kind.SWITCH ? List.of() : s.switches(),
                kind == Kind.KEYCAP_SET ? List.of() : s.keycapSkus(),
                s.artisanSkus(),
                s.accessories(),
                s.services(),
                s.owned(),
                s.legendLanguage()));
    }

    /** What can be chosen of a kind: the shelf, and before it what was chosen from elsewhere. */
    public List<ProductItem> choices(Kind kind) {
        List<ProductItem> shelf = shelves.of(kind);
        Stream<ProductItem> elsewhere = parts.of(kind).stream()
                .filter(product -> chosen(product.code()).isPresent()
                        && shelf.stream().noneMatch(item -> item.code().equals(product.code())))
                .map(BuildView::item);
        return Stream.concat(elsewhere, shelf.stream()).toList();
    }

    private static ProductItem item(Product product) {
        List<Long> prices =
                product.variants().stream().map(Variant::price).sorted().toList();
        return new ProductItem(
                product.id(),
                product.code(),
                product.kind(),
                product.brand(),
                product.name(),
                product.summary(),
                prices.getFirst(),
                prices.getLast(),
                product.variants().stream()
                        .anyMatch(variant -> !Integer.valueOf(0).equals(variant.available())),
                List.of());
    }

    /** The lines of a kind. */
    public List<QuoteLine> lines(Kind kind) {
        return quote().lines().stream().filter(line -> line.kind() == kind).toList();
    }

    /** The chosen products of a kind. */
    public List<Product> chosen(Kind kind) {
        return parts.of(kind).stream()
                .filter(product -> chosen(product.code()).isPresent())
                .toList();
    }

    /** A product, where it is part of this build. */
    public Optional<Product> chosen(String code) {
        return quote().lines().stream().anyMatch(line -> line.code().equals(code))
                ? parts.product(code)
                : Optional.empty();
    }

    /** Whether a variant is part of this build. */
    public boolean has(String sku) {
        return quote().lines().stream().anyMatch(line -> line.sku().equals(sku));
    }

    /** A part as the address names it, with the quantity that was chosen. */
    public String word(String sku) {
        return Stream.of(
                        selection().switches(),
                        selection().accessories(),
                        selection().services())
                .flatMap(List::stream)
                .filter(pick -> pick.sku().equals(sku))
                .findFirst()
                .map(BuildAddress::word)
                .orElse(sku);
    }

    /** The board as it will look; until a kit is chosen, a plain one that shows the caps. */
    public String drawing(String title) {
        return BuildDrawing.of(
                quote().board() == null ? SixtyBoard.BOARD : quote().board(),
                kit().map(Variant::attributes).orElse(Map.of()),
                caps(),
                title);
    }

    /** The chosen variant of the kit. */
    public Optional<Variant> kit() {
        return chosen(Kind.KIT).stream()
                .flatMap(product -> product.variants().stream())
                .filter(variant -> variant.sku().equals(selection().kitSku()))
                .findFirst();
    }

    private Map<String, Object> caps() {
        return chosen(Kind.KEYCAP_SET).stream().findFirst().map(Product::specs).orElse(Map.of());
    }

    /** Whether everything is chosen, fits, is there, and sold. */
    public boolean sellable() {
        return quote().fits() && quote().lines().stream().allMatch(line -> line.shortOf() == null && !line.withdrawn());
    }
}
