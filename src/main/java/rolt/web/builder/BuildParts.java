package rolt.web.builder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.KitLayoutMessages.KitLayout;
import rolt.builder.KitLayoutMessages.KitOption;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.Variant;
import rolt.layout.LayoutMessages.Board;

/**
 * The products that an address names, by which its wish becomes a selection that the builder takes. What a name does
 * not stand for any longer, or not in its place, is left out and told.
 */
public final class BuildParts {
    /** The switches of a 65 % board, to choose a pack by while there is no kit. */
    private static final int USUAL_NEED = 68;

    private final BuildAddress.Wish wish;
    private final Map<String, Product> products = new HashMap<>();
    private final boolean kitsLaid;

    /** @param found the products that names of the wish stand for */
    BuildParts(BuildAddress.Wish wish, Collection<Product> found) {
        this(wish, found, true);
    }

    private BuildParts(BuildAddress.Wish wish, Collection<Product> found, boolean kitsLaid) {
        this.wish = wish;
        this.kitsLaid = kitsLaid;
        for (Product product : found) {
            products.put(product.code(), product);
            product.variants().forEach(variant -> products.put(variant.sku(), product));
        }
    }

    /** A name, and the kind of product it is given for. */
    private record Named(Kind kind, String name) {}

    /** Every code and SKU of a wish. */
    static List<String> names(BuildAddress.Wish wish) {
        return named(wish).map(Named::name).distinct().toList();
    }

    private static Stream<Named> named(BuildAddress.Wish wish) {
        Selection named = wish.named();
        return Stream.of(
                        of(Kind.KIT, Stream.of(Objects.requireNonNullElse(named.kitSku(), ""), wish.kit())),
                        of(Kind.SWITCH, named.switches().stream().map(Pick::sku)),
                        of(Kind.SWITCH, Stream.of(wish.switches())),
                        of(Kind.SWITCH, wish.mixed().stream()),
                        of(Kind.KEYCAP_SET, named.keycapSkus().stream()),
                        of(Kind.KEYCAP_SET, Stream.of(wish.caps())),
                        of(Kind.ARTISAN, named.artisanSkus().stream()),
                        of(Kind.ACCESSORY, named.accessories().stream().map(Pick::sku)),
                        of(Kind.SERVICE, named.services().stream().map(Pick::sku)))
                .flatMap(names -> names)
                .filter(each -> !each.name().isEmpty());
    }

    private static Stream<Named> of(Kind kind, Stream<String> names) {
        return names.map(name -> new Named(kind, name));
    }

    /** Whether a name is a SKU; otherwise it is a product's code. */
    static boolean isSku(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    /** The chosen products of a kind, each once, in the order of their names. */
    List<Product> of(Kind kind) {
        return products.values().stream()
                .filter(product -> product.kind() == kind)
                .distinct()
                .sorted(Comparator.comparing(Product::code))
                .toList();
    }

    Optional<Product> product(String name) {
        return Optional.ofNullable(products.get(name));
    }

    /** Names that stand for nothing that can be bought in their place. */
    List<String> unknown() {
        return named(wish)
                .filter(each -> !is(each.kind(), each.name()))
                .map(Named::name)
                .distinct()
                .toList();
    }

    /** The same where nothing is known of the kit's layout, so that nothing can be built with it. */
    BuildParts withoutKit() {
        return new BuildParts(wish, products.values(), false);
    }

    /** The kit that was asked for and has no layout. */
    Optional<Product> unlaid() {
        return kit().filter(kit -> !kitsLaid);
    }

    /** The kit that was asked for. */
    Optional<Product> kit() {
        return Optional.ofNullable(wish.kit().isEmpty() ? wish.named().kitSku() : wish.kit())
                .map(products::get)
                .filter(product -> product.kind() == Kind.KIT);
    }

    /** The options that were chosen for this kit; those of the kit before it mean nothing here. */
    List<Integer> choices() {
        boolean stale = !wish.optionsOf().isEmpty()
                && kit().map(kit -> !kit.code().equals(wish.optionsOf())).orElse(true);
        return stale ? List.of() : wish.named().choices();
    }

    /** @param layout the kit's with the choices made, null without a kit */
    Selection selection(KitLayout layout) {
        Selection named = wish.named();
        List<Integer> choices = layout == null
                ? List.of()
                : layout.options().stream().map(KitOption::chosen).toList();
        return new Selection(
                kitSku(),
                choices,
                switches(layout == null ? null : layout.board()),
                skus(Kind.KEYCAP_SET, named.keycapSkus(), wish.caps()),
                skus(Kind.ARTISAN, named.artisanSkus(), ""),
                picks(Kind.ACCESSORY, named.accessories()),
                picks(Kind.SERVICE, named.services()),
                named.owned(),
                named.legendLanguage());
    }

    private String kitSku() {
        List<String> named = Stream.ofNullable(wish.named().kitSku()).toList();
        return skus(Kind.KIT, named, wish.kit()).stream()
                .filter(sku -> kitsLaid)
                .findFirst()
                .orElse(null);
    }

    /** The SKUs of names; a product that was ticked takes the place of all others. */
    private List<String> skus(Kind kind, List<String> names, String ticked) {
        List<String> kept = names.stream()
                .filter(name -> is(kind, name))
                .map(this::sku)
                .distinct()
                .toList();
        return replaced(kind, kept, ticked) ? List.of(sku(ticked)) : kept;
    }

    private boolean replaced(Kind kind, List<String> names, String ticked) {
        return is(kind, ticked)
                && names.stream()
                        .noneMatch(name -> products.get(name)
                                .code()
                                .equals(products.get(ticked).code()));
    }

    private boolean is(Kind kind, String name) {
        return products.containsKey(name) && products.get(name).kind() == kind;
    }

    private String sku(String name) {
        return isSku(name) ? name : products.get(name).variants().getFirst().sku();
    }

    private List<Pick> picks(Kind kind, List<Pick> picks) {
        List<Pick> kept = new ArrayList<>();
        for (Pick pick : picks) {
            String sku = is(kind, pick.sku()) ? sku(pick.sku()) : "";
            if (!sku.isEmpty() && kept.stream().noneMatch(other -> other.sku().equals(sku))) {
                kept.add(new Pick(sku, pick.quantity(), pick.positions()));
            }
        }
        return kept;
    }

    private List<Pick> switches(Board board) {
        List<Pick> settled = SwitchMix.settled(namedSwitches(), board);
        int positions = board == null ? USUAL_NEED : board.switchCount();
        List<Pick> packed = settled.stream()
                .map(pick -> new Pick(
                        pack(pick.sku(), SwitchMix.keys(settled, pick, positions)), pick.quantity(), pick.positions()))
                .sorted(Comparator.comparing(Pick::sku))
                .toList();
        return picks(Kind.SWITCH, packed);
    }

    private List<Pick> namedSwitches() {
        List<Pick> named = wish.named().switches().stream()
                .filter(pick -> is(Kind.SWITCH, pick.sku()))
                .toList();
        if (replaced(Kind.SWITCH, named.stream().map(Pick::sku).toList(), wish.switches())) {
            return List.of(new Pick(wish.switches(), null));
        }
        for (String other : wish.mixed()) {
            named = is(Kind.SWITCH, other) ? SwitchMix.with(named, other) : named;
        }
        return named;
    }

    private String pack(String name, int need) {
        return isSku(name) ? name : cheapestPack(products.get(name), need);
    }

    /** The pack size that covers a board for the least money, in stock where one is; the larger one among equals. */
    static String cheapestPack(Product product, int need) {
        return product.variants().stream()
                .min(Comparator.comparing((Variant variant) -> isShort(variant, need))
                        .thenComparing(variant -> variant.price() * packs(variant, need))
                        .thenComparing(
                                Comparator.comparing(BuildParts::packSize).reversed()))
                .orElseThrow()
                .sku();
    }

    private static boolean isShort(Variant variant, int need) {
        return variant.available() != null && variant.available() < packs(variant, need);
    }

    private static int packs(Variant variant, int need) {
        return Math.max(1, Math.ceilDiv(need, packSize(variant)));
    }

    /** How many pieces one pack holds. */
    public static int packSize(Variant variant) {
        return variant.attributes().get("packSize") instanceof Number size ? size.intValue() : 1;
    }
}
