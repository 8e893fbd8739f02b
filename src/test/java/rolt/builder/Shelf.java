package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.fit.Build;
import rolt.fit.Compatibility;
import rolt.fit.Context;
import rolt.layout.Layouts;
import rolt.platform.Language;
import rolt.platform.Text;

/** A small catalogue in memory, and a board of 61 keys to build with it. */
final class Shelf {
    static final Map<String, SoldVariant> VARIANTS = Stream.of(
                    with(
                            variant(Kind.KIT, "KIT", 3_000_000, Map.of()),
                            Map.of("layout", Layouts.spec("options-60.kle")),
                            50,
                            true),
                    pack("PACK-10", 45_000, 10),
                    pack("PACK-35", 150_000, 35),
                    pack("PACK-70", 290_000, 70),
                    variant(Kind.KEYCAP_SET, "CAPS", 900_000, Map.of()),
                    variant(Kind.KEYCAP_SET, "NOVELTIES", 300_000, Map.of()),
                    variant(Kind.ARTISAN, "LOTUS", 700_000, Map.of()),
                    variant(Kind.ACCESSORY, "CABLE", 350_000, Map.of()),
                    variant(Kind.ACCESSORY, "FOAM", 60_000, Map.of()),
                    service("LUBE", 5_000, "PER_SWITCH"),
                    service("TUNE", 20_000, "PER_STABILISER"),
                    service("ASSEMBLE", 200_000, "PER_BOARD"))
            .collect(Collectors.toMap(SoldVariant::sku, Function.identity()));

    private Shelf() {}

    private static SoldVariant pack(String sku, long price, int size) {
        return variant(Kind.SWITCH, sku, price, Map.of("packSize", size));
    }

    private static SoldVariant service(String sku, long price, String unit) {
        SoldVariant plain = variant(Kind.SERVICE, sku, price, Map.of());
        return with(plain, Map.of("unit", unit), null, true);
    }

    static SoldVariant variant(Kind kind, String sku, long price, Map<String, Object> attributes) {
        return new SoldVariant(
                UUID.randomUUID(),
                sku,
                new Text("bản " + sku, "version " + sku),
                price,
                50,
                attributes,
                UUID.randomUUID(),
                sku.toLowerCase(java.util.Locale.ROOT),
                kind,
                "ROLT",
                new Text("Món", "Thing"),
                Map.of(),
                true);
    }

    static SoldVariant with(SoldVariant from, Map<String, Object> specs, Integer available, boolean published) {
        return new SoldVariant(
                from.id(),
                from.sku(),
                from.name(),
                from.price(),
                available,
                from.attributes(),
                from.productId(),
                from.code(),
                from.kind(),
                from.brand(),
                from.productName(),
                specs,
                published);
    }

    static Selection selection(List<Pick> switches, List<String> caps, List<Pick> accessories, List<String> services) {
        return new Selection(
                "KIT", List.of(), switches, caps, List.of(), accessories, picks(services), List.of(), null);
    }

    static List<Pick> picks(List<String> skus) {
        return skus.stream().map(sku -> new Pick(sku, null)).toList();
    }

    static BuildQuote quote(Selection selection) {
        return quote(selection, VARIANTS);
    }

    static BuildQuote quote(Selection selection, Map<String, SoldVariant> variants) {
        List<Part> parts = Part.of(selection, variants);
        Build build = new FitBuild(new KitLayouts()).of(selection, parts);
        return new BuildPrice(build, parts, Language.EN).quote(Compatibility.judge(build, Context.NONE));
    }
}
