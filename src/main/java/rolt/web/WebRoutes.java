package rolt.web;

import io.vertx.ext.web.Router;
import java.net.URI;
import rolt.gateway.Gateway;
import rolt.platform.Config;
import rolt.platform.Texts;
import rolt.web.account.AccountRoutes;
import rolt.web.builder.BuilderRoutes;
import rolt.web.chat.ChatRoutes;
import rolt.web.shop.ShopRoutes;
import rolt.web.staff.StaffRoutes;

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
        new ShopRoutes(web).mount(router);
        new BuilderRoutes(web).mount(router);
        new AccountRoutes(web).mount(router);
        new ChatRoutes(web).mount(router);
        new StaffRoutes(web).mount(router);
        router.get().last().handler(web::missing);
    }
}
