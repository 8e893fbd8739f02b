package rolt.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.layout.LayoutMessages.LayoutOption;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.RowCorrection;
import rolt.platform.Text;

/** What the catalogue is asked and answers. Prices are đồng, VAT included; texts are in the caller's language. */
public final class CatalogMessages {
    private CatalogMessages() {}

    public enum Kind {
        KIT,
        SWITCH,
        KEYCAP_SET,
        ARTISAN,
        ACCESSORY,
        SERVICE
    }

    /**
     * {@code catalog.listProducts}; every field may be null.
     *
     * @param q words, with or without diacritics and small slips; each must be found
     * @param brand any of these
     * @param facet choices as {@code name:value}; choices of one facet widen, facets narrow
     * @param priceMin at least this, compared with the cheapest variant
     * @param available true leaves out what is sold out
     * @param sort {@code newest}, {@code price}, {@code -price}, {@code name} or, with q only, {@code relevance}
     * @param limit 1 to 60
     * @param after the {@code next} of the page before
     */
    public record ListProducts(
            Kind kind,
            String q,
            List<String> brand,
            List<String> facet,
            Long priceMin,
            Long priceMax,
            Boolean available,
            String sort,
            Integer limit,
            String after) {
        /** Everything of a kind, newest first; null for all kinds. */
        public static ListProducts of(Kind kind) {
            return new ListProducts(kind, null, null, null, null, null, null, null, null, null);
        }
    }

    /**
     * @param next asks for the page after this one as {@code after}; null on the last
     * @param total how many match; counted up to 10,000 only, as are the facets' choices
     */
    public record ProductList(List<ProductItem> items, String next, List<Facet> facets, int total) {}

    /**
     * @param priceFrom the cheapest variant
     * @param priceTo the dearest variant
     * @param available whether any variant can be bought
     * @param highlights what sets it apart, worded for a badge; at most four
     */
    public record ProductItem(
            UUID id,
            String code,
            Kind kind,
            String brand,
            String name,
            String summary,
            long priceFrom,
            long priceTo,
            boolean available,
            List<String> highlights) {}

    /** A question by which the list can be narrowed; {@code kind} and {@code brand} are inputs of their own. */
    public record Facet(String name, String label, List<FacetChoice> choices) {}

    /** @param count how many would match with this choice, whatever else is chosen of the same facet */
    public record FacetChoice(String value, String label, int count, boolean chosen) {}

    /** {@code catalog.listKits}, for staff: those that are no longer sold, too; every field may be null. */
    public record ListKits(String q, String after, Integer limit) {}

    /** @param next as {@code after} for the next page; null on the last one */
    public record KitList(List<KitItem> items, String next) {}

    /** @param options how many its layout has; null for a kit without a layout */
    public record KitItem(String code, String name, String brand, boolean published, Integer options) {}

    /** {@code catalog.getKit}, for staff: sold or not. */
    public record GetKit(String code) {}

    /** {@code catalog.getProduct} */
    public record GetProduct(String code) {}

    /** @param specs by the contract's schema of the kind: KitSpecs, SwitchSpecs, ... */
    public record Product(
            UUID id,
            String code,
            Kind kind,
            String brand,
            String name,
            String summary,
            String description,
            Map<String, Object> specs,
            List<Variant> variants,
            Instant updatedAt) {}

    /** @param available units that can be bought; null where nothing limits it (services) */
    public record Variant(
            UUID id, String sku, String name, long price, Integer available, Map<String, Object> attributes) {}

    /**
     * {@code catalog.changeLayout}; keymap, options and rows as in a {@code LayoutSpec}.
     *
     * @param rows null for every row as it is derived
     * @param expectedUpdatedAt of the product that was seen; one changed since is left as it is
     */
    public record ChangeLayout(
            String code,
            List<List<Object>> keymap,
            List<LayoutOption> options,
            List<RowCorrection> rows,
            Instant expectedUpdatedAt) {}

    /** @param layout in its normal form */
    public record ChangedLayout(String code, LayoutSpec layout, Instant updatedAt) {}

    /** {@code catalog.suggest} */
    public record Suggest(String q) {}

    public record Suggestions(List<Suggestion> items) {}

    public record Suggestion(String code, Kind kind, String brand, String name) {}

    /** {@code catalog.listVariants}, on the bus only: by id or by SKU; what is unknown is left out of the answer. */
    public record ListVariants(List<UUID> ids, List<String> skus) {
        public static ListVariants ofIds(List<UUID> ids) {
            return new ListVariants(ids, List.of());
        }

        public static ListVariants ofSkus(List<String> skus) {
            return new ListVariants(List.of(), skus);
        }
    }

    /** {@code catalog.listSold}, on the bus only: every variant of every product that is published. */
    public record ListSold() {}

    public record VariantList(List<SoldVariant> items) {}

    /**
     * A variant with its product, for cart, builder and orders.
     *
     * @param available units that can be bought; null where nothing limits it
     * @param published false where it is no longer sold
     */
    public record SoldVariant(
            UUID id,
            String sku,
            Text name,
            long price,
            Integer available,
            Map<String, Object> attributes,
            UUID productId,
            String code,
            Kind kind,
            String brand,
            Text productName,
            Map<String, Object> specs,
            boolean published) {}

    /** {@code catalog.importProducts}, on the bus only: adds products, or brings those with the same code up to date. */
    public record ImportProducts(List<NewProduct> products) {}

    /** @param createdAt null for now */
    public record NewProduct(
            String code,
            Kind kind,
            String brand,
            Text name,
            Text summary,
            Text description,
            Map<String, Object> specs,
            List<NewVariant> variants,
            Instant createdAt) {}

    public record NewVariant(String sku, Text name, long price, Map<String, Object> attributes) {}

    public record ImportedProducts(int products, int variants) {}
}
