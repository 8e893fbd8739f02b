package rolt.web;

import io.vertx.ext.web.Router;
import java.net.URI;
import rolt.gateway.Gateway;
import rolt.platform.Config;
import rolt.platform.Texts;

/** All pages of the shop, and what they are made of. */
public final class WebRoutes {
    private final Web web;
    private final Assets assets;

    /** Reads, hashes and compresses all assets; blocks, so it is called once at the start. */
    public WebRoutes(Gateway gateway, Texts texts) {
        Config config = gateway.platform().config();
        String google = config.google().offered() ? origin(config.google().issuer()) : "";
        this.assets = Assets.load();
        Pages.Elsewhere elsewhere = new Pages.Elsewhere(origin(config.vnpay().payUrl()), google);
        this.web = new Web(gateway, new Pages(texts, assets, config.http().publicUrl(), elsewhere));
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    public void mount(Router router) {
        router.get("/assets/*").handler(assets::serve);
        new SharePictures(web).mount(router);
        new Pictures(web).mount(router);
        new CatalogPages(web).mount(router);
        CodePages code = new CodePages(web);
        code.mount(router);
        new GooglePages(web, code).mount(router);
        new SignInPages(web, code).mount(router);
        new PasswordPages(web).mount(router);
        new AccountPages(web).mount(router);
        new PicturePages(web).mount(router);
        new SecurityPages(web).mount(router);
        new AddressPages(web).mount(router);
        new StaffPages(web).mount(router);
        new CustomerPages(web).mount(router);
        new StockPages(web).mount(router);
        new KitPages(web).mount(router);
        new OrderDeskPages(web).mount(router);
        new WorkshopPages(web).mount(router);
        new ClaimPages(web).mount(router);
        new MoneyPages(web).mount(router);
        new SettlementPages(web).mount(router);
        new SecondFactorPages(web).mount(router);
        new CartPages(web).mount(router);
        new CheckoutPages(web).mount(router);
        new OrderPages(web).mount(router);
        new WarrantyPages(web).mount(router);
        new VnpayReturn(web).mount(router);
        new OwnBuildPages(web).mount(router);
        new PresetPages(web).mount(router);
        new ComparePages(web).mount(router);
        new BuilderPages(web).mount(router);
        new SwitchPages(web).mount(router);
        new ChatPages(web).mount(router);
        new ChatDeskPages(web).mount(router);
        router.get().last().handler(web::missing);
    }
}
