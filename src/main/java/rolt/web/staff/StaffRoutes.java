package rolt.web.staff;

import io.vertx.ext.web.Router;
import rolt.web.Web;

/** The back office. */
public final class StaffRoutes {
    private final Web web;

    public StaffRoutes(Web web) {
        this.web = web;
    }

    public void mount(Router router) {
        new StaffPages(web).mount(router);
        new CustomerPages(web).mount(router);
        new StockPages(web).mount(router);
        new KitPages(web).mount(router);
        new PresetPages(web).mount(router);
        new OrderDeskPages(web).mount(router);
        new WorkshopPages(web).mount(router);
        new ClaimPages(web).mount(router);
        new MoneyPages(web).mount(router);
        new SettlementPages(web).mount(router);
    }
}
