package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.fit.Accessory;
import rolt.fit.Artisan;
import rolt.fit.Build;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.KeycapKit;
import rolt.fit.Kit;
import rolt.fit.Part.Sold;
import rolt.fit.Service;
import rolt.fit.Switch;

/** What the catalogue sells, as the rules of fit see it. */
final class FitBuild {
    private final KitLayouts layouts;

    FitBuild(KitLayouts layouts) {
        this.layouts = layouts;
    }

    /** @throws rolt.platform.Problem 422 for a kit without a layout */
    rolt.fit.Part part(SoldVariant variant) {
        Sold sold = new Sold(variant.sku(), variant.code(), variant.price(), variant.available());
        Map<String, Object> specs = variant.specs();
        Map<String, Object> attributes = variant.attributes();
        return switch (variant.kind()) {
            case KIT -> Kit.of(sold, specs, attributes, layouts.of(variant.code(), specs));
            case SWITCH -> Switch.of(sold, specs, attributes);
            case KEYCAP_SET -> KeycapKit.of(sold, specs, attributes);
            case ARTISAN -> Artisan.of(sold, specs);
            case ACCESSORY -> Accessory.of(sold, specs, attributes);
            case SERVICE -> Service.of(sold, specs);
        };
    }

    /**
     * @param parts of the selection
     * @throws rolt.platform.Problem 400 for a choice that the kit does not have; 422 for a kit without a layout
     */
    Build of(Selection selection, List<Part> parts) {
        Build build = Build.EMPTY;
        for (Part part : parts) {
            build = with(build, part(part.variant()), part.pick(), selection.choices());
        }
        return build.withOwned(Set.copyOf(selection.owned())).withLegendLanguage(selection.legendLanguage());
    }

    private static Build with(Build build, rolt.fit.Part part, Pick pick, List<Integer> choices) {
        return switch (part) {
            case Kit kit -> build.withKit(kit, choices);
            case Switch pack ->
                build.withSwitches(and(build.switches(), new SwitchPick(pack, pick.quantity(), pick.positions())));
            case KeycapKit kit -> build.withKeycaps(and(build.keycaps(), kit));
            case Artisan cap -> build.withArtisans(and(build.artisans(), cap));
            case Accessory each ->
                build.withAccessories(and(build.accessories(), new AccessoryPick(each, orOne(pick))));
            case Service service ->
                build.withServices(and(build.services(), new ServicePick(service, pick.quantity())));
        };
    }

    private static <T> List<T> and(List<T> picks, T another) {
        return Stream.concat(picks.stream(), Stream.of(another)).toList();
    }

    private static int orOne(Pick pick) {
        return pick.quantity() == null ? 1 : pick.quantity();
    }
}
