package rolt.builder;

import rolt.builder.KitLayoutMessages.ExportLayout;
import rolt.builder.KitLayoutMessages.LayoutFileText;
import rolt.builder.KitLayoutMessages.LayoutReading;
import rolt.builder.KitLayoutMessages.ReadLayout;
import rolt.catalog.CatalogMessages.GetProduct;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.layout.Layout;
import rolt.layout.LayoutFile;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** Layouts of kits as files. */
final class LayoutFiles {
    private final Bus bus;

    LayoutFiles(Bus bus) {
        this.bus = bus;
    }

    /** @throws Problem 400 naming row and item, or line and column, of what is not understood */
    LayoutReading readLayout(ReadLayout input) {
        LayoutSpec layout = LayoutFile.read(input.text());
        return new LayoutReading(layout, Layout.of(layout).board());
    }

    /** @throws Problem 404 where the code is no kit's, 422 for a kit without a layout */
    LayoutFileText exportLayout(Caller caller, ExportLayout input) {
        Product kit = bus.call(caller, "catalog.getProduct", new GetProduct(input.code()), Product.class);
        if (kit.kind() != Kind.KIT) {
            throw Problem.notFound("kit");
        }
        return new LayoutFileText(kit.code(), LayoutFile.text(KitLayouts.spec(kit.code(), kit.specs())));
    }
}
