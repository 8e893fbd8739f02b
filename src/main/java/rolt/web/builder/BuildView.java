package rolt.web.builder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.KitLayoutMessages.KitLayout;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.Variant;
import rolt.drawing.BuildDrawing;
import rolt.drawing.SixtyBoard;
import rolt.fit.FitMessages.JudgedPart;
import rolt.fit.FitMessages.Slot;
import rolt.web.builder.BuildShelves.Shelves;

/** What the builder's page shows of one build. */
public final class BuildView {
    private final Priced build;
    private final Laid laid;
    private final BuildParts parts;

    BuildView(Priced build, Laid laid, BuildParts parts) {
        this.build = build;
        this.laid = laid;
        this.parts = parts;
    }

    /**
     * What lies beside the build to choose from.
     *
     * @param judged the parts of all kinds, as the rules of fit judge them
     * @param entering the parts that fixes bring in, by SKU
     */
    record Laid(Shelves shelves, List<JudgedPart> judged, Map<String, SoldVariant> entering, BuildLook look) {}

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

    /** The name of a kit that was asked for and cannot be built with; empty without one. */
    public String unlaid() {
        return parts.unlaid().map(Product::name).orElse("");
    }

    /** The address of this page. */
    public String address() {
        return addressOf(build.selection());
    }

    /** The address of another build, looked at as this one. */
    String addressOf(Selection selection) {
        return laid.look.of(BuildAddress.of(selection));
    }

    /** The address of this page with, or without, what does not fit. */
    public String everything(boolean shown) {
        return laid.look.everything(shown).of(BuildAddress.of(build.selection()));
    }

    /** The address of this page with more of a kind. */
    public String longer(Kind kind) {
        return choices(kind).longer().of(BuildAddress.of(build.selection()));
    }

    /** The address of this page with the list of a kind no longer narrowed. */
    public String wide(Kind kind) {
        return choices(kind).wide().of(BuildAddress.of(build.selection()));
    }

    BuildLook look() {
        return laid.look;
    }

    public boolean showsEverything() {
        return laid.look.everything();
    }

    /** The key that is asked about, null for none. */
    public Integer key() {
        return laid.look.key();
    }

    /** The address of this page without telling of a key. */
    public String withoutKey() {
        return laid.look.at(null).of(BuildAddress.of(build.selection()));
    }

    public boolean compared(String code) {
        return laid.look.compared().contains(code);
    }

    public boolean owns(Slot slot) {
        return selection().owned().contains(slot);
    }

    public BuildVerdicts verdicts() {
        return new BuildVerdicts(this, laid.entering);
    }

    public BuildMix mix() {
        return new BuildMix(this);
    }

    public BuildKeys keys() {
        return new BuildKeys(this);
    }

    /** The address of the picture by which this build is shared. */
    public String picture() {
        return BuildAddress.of(build.selection()).replaceFirst("/build", "/build.png");
    }

    /** Where this build is saved among one's own. */
    public String saving() {
        return BuildAddress.of(build.selection()).replaceFirst("/build", "/account/builds/new");
    }

    /** The address of this build without the parts of a kind. */
    public String without(Kind kind) {
        return addressOf(BuildFix.changed(build.selection(), kind, picks -> List.of()));
    }

    /** What can be chosen of a kind: the shelf, and before it what was chosen from elsewhere. */
    public BuildChoices choices(Kind kind) {
        return new BuildChoices(laid.shelves.of(kind), items(kind), laid.judged, laid.look);
    }

    private List<ProductItem> items(Kind kind) {
        List<ProductItem> shelf = laid.shelves.of(kind).items();
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
