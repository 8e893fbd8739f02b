package rolt.catalog;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import rolt.catalog.CatalogMessages.ChangeLayout;
import rolt.catalog.CatalogMessages.GetKit;
import rolt.catalog.CatalogMessages.GetProduct;
import rolt.catalog.CatalogMessages.ImportProducts;
import rolt.catalog.CatalogMessages.ListKits;
import rolt.catalog.CatalogMessages.ListProducts;
import rolt.catalog.CatalogMessages.ListSold;
import rolt.catalog.CatalogMessages.ListVariants;
import rolt.catalog.CatalogMessages.Suggest;
import rolt.platform.Bus;
import rolt.platform.Platform;

/** Products, their variants and the search for them. Deployed on virtual threads. */
public final class CatalogVerticle extends VerticleBase {
    private final Platform platform;

    public CatalogVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        CatalogRepository repository = new CatalogRepository(platform.database());
        SearchRepository search = new SearchRepository(platform.database(), SearchRepository.COUNTED);
        CatalogService service = new CatalogService(repository, search, SpecsSchemas.load(), platform.cache());

        Bus bus = platform.bus();
        bus.answer("catalog.listProducts", ListProducts.class, service::listProducts);
        bus.answer("catalog.getProduct", GetProduct.class, service::getProduct);
        bus.answer("catalog.listKits", ListKits.class, service::listKits);
        bus.answer("catalog.getKit", GetKit.class, service::getKit);
        bus.answer("catalog.suggest", Suggest.class, repository::suggest);
        bus.answer("catalog.listVariants", ListVariants.class, repository::listVariants);
        bus.answer("catalog.listSold", ListSold.class, repository::listSold);
        bus.answer("catalog.changeLayout", ChangeLayout.class, service::changeLayout);
        bus.answer("catalog.importProducts", ImportProducts.class, service::importProducts);
        return Future.succeededFuture();
    }
}
