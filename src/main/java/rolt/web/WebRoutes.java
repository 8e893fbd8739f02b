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
        URI payment = URI.create(config.vnpay().payUrl());
        this.assets = Assets.load();
        Pages pages = new Pages(
                texts, assets, config.http().publicUrl(), payment.getScheme() + "://" + payment.getAuthority());
        this.web = new Web(gateway, pages);
    }

    public void mount(Router router) {
        router.get("/assets/*").handler(assets::serve);
        new Pictures(web).mount(router);
        new CatalogPages(web).mount(router);
        CodePages code = new CodePages(web);
        code.mount(router);
        new SignInPages(web, code).mount(router);
        new PasswordPages(web).mount(router);
        new AccountPages(web).mount(router);
        new PicturePages(web).mount(router);
        new SecurityPages(web).mount(router);
        new AddressPages(web).mount(router);
        new StaffPages(web).mount(router);
        new CustomerPages(web).mount(router);
        new SecondFactorPages(web).mount(router);
        new CartPages(web).mount(router);
        new CheckoutPages(web).mount(router);
        new OrderPages(web).mount(router);
        new VnpayReturn(web).mount(router);
        new BuilderPages(web).mount(router);
        router.get().last().handler(web::missing);
    }
}
