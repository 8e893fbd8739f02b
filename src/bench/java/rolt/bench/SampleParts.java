package rolt.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.catalog.CatalogMessages.NewVariant;
import rolt.dev.samples.SampleFiles;
import rolt.fit.Accessory;
import rolt.fit.Artisan;
import rolt.fit.Build;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.Context;
import rolt.fit.FitMessages.Severity;
import rolt.fit.KeycapKit;
import rolt.fit.Kit;
import rolt.fit.Part;
import rolt.fit.Part.Sold;
import rolt.fit.Service;
import rolt.fit.Shelf;
import rolt.fit.Switch;
import rolt.fit.Trying;
import rolt.layout.Layout;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Json;

/** The parts of the sample catalogue, as the rules of fit see them. */
record SampleParts(List<Part> parts) {

    static SampleParts read() {
        return new SampleParts(SampleFiles.newProducts().stream()
                .flatMap(product -> product.variants().stream().map(variant -> part(product, variant)))
                .toList());
    }

    Shelf shelf() {
        return new Shelf(parts);
    }

    private static Part part(NewProduct product, NewVariant variant) {
        Sold sold = new Sold(variant.sku(), product.code(), variant.price(), null);
        Map<String, Object> specs = product.specs();
        Map<String, Object> attributes = variant.attributes();
        return switch (product.kind()) {
            case KIT -> Kit.of(sold, specs, attributes, Layout.of(Json.record(specs.get("layout"), LayoutSpec.class)));
            case SWITCH -> Switch.of(sold, specs, attributes);
            case KEYCAP_SET -> KeycapKit.of(sold, specs, attributes);
            case ARTISAN -> Artisan.of(sold, specs);
            case ACCESSORY -> Accessory.of(sold, specs, attributes);
            case SERVICE -> Service.of(sold, specs);
        };
    }

    /** The kit of most keys, a switch that enters it, the set of most kits, and one of every other product that fits. */
    Build largestBuild() {
        Kit kit = of(Kit.class)
                .max(Comparator.comparingInt(each -> each.layout().board().switchCount()))
                .orElseThrow();
        Build bare = Build.EMPTY.withKit(kit, List.of());
        return bare.withSwitches(List.of(new SwitchPick(switchFor(bare), null, null)))
                .withKeycaps(largestSet())
                .withArtisans(products(Artisan.class))
                .withAccessories(products(Accessory.class).stream()
                        .filter(part -> fits(bare, part))
                        .map(part -> new AccessoryPick(part, 1))
                        .toList())
                .withServices(products(Service.class).stream()
                        .map(part -> new ServicePick(part, null))
                        .toList());
    }

    private Switch switchFor(Build bare) {
        return of(Switch.class).filter(part -> fits(bare, part)).findFirst().orElseThrow();
    }

    private static boolean fits(Build bare, Part part) {
        return new Trying(bare, Context.NONE).judge(part).severity() != Severity.E;
    }

    private List<KeycapKit> largestSet() {
        return of(KeycapKit.class)
                .collect(Collectors.groupingBy(kit -> kit.sold().code()))
                .values()
                .stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** The first variant of each product. */
    private <P extends Part> List<P> products(Class<P> kind) {
        return List.copyOf(of(kind).collect(Collectors.toMap(part -> part.sold().code(), part -> part, (a, b) -> a))
                .values());
    }

    private <P extends Part> Stream<P> of(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast);
    }
}
