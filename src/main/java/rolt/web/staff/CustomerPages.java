package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import rolt.people.PeopleMessages.CustomerDetail;
import rolt.people.PeopleMessages.CustomerList;
import rolt.platform.Caller;
import rolt.platform.Role;
import rolt.web.Searches;
import rolt.web.Web;

/** Customers, as Support looks them up. */
final class CustomerPages {
    private static final String CUSTOMERS = "/staff/customers";

    private final Web web;

    CustomerPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, CUSTOMERS, this::list);
        web.get(router, CUSTOMERS + "/:id", this::show);
    }

    private Future<Void> list(RoutingContext ctx) {
        JsonObject input = Searches.input(web.page(ctx), "q", "after");
        return web.ask(ctx, "people.listCustomers", input, CustomerList.class)
                .compose(customers -> roles(ctx)
                        .compose(roles -> web.send(ctx, page -> TEMPLATES.customers(page, roles, customers))));
    }

    private Future<Void> show(RoutingContext ctx) {
        JsonObject input = new JsonObject().put("accountId", ctx.pathParam("id"));
        return web.ask(ctx, "people.getCustomer", input, CustomerDetail.class)
                .compose(detail ->
                        roles(ctx).compose(roles -> web.send(ctx, page -> TEMPLATES.customer(page, roles, detail))));
    }

    private Future<Set<Role>> roles(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).map(Caller::roles);
    }
}
