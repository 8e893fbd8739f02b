package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import rolt.people.PeopleMessages.Address;
import rolt.people.PeopleMessages.AddressList;
import rolt.web.Form;
import rolt.web.Web;

/** One's own address book: the list, and a form for each address. */
final class AddressPages {
    private static final String BOOK = "/account/addresses";
    private static final String ONE = BOOK + "/:id";
    private static final String SAVED = BOOK + "?done=address";

    private final Web web;

    AddressPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, BOOK, ctx -> show(ctx, ""));
        web.post(router, BOOK, this::add);
        web.get(router, BOOK + "/new", this::blank);
        web.get(router, ONE, this::edit);
        web.post(router, ONE, this::change);
        web.post(router, ONE + "/preference", ctx -> act(ctx, "people.preferAddress", "preferred"));
        web.post(router, ONE + "/removal", ctx -> act(ctx, "people.removeAddress", "removed"));
    }

    /** @param trouble what could not be done, empty where nothing was tried */
    private Future<Void> show(RoutingContext ctx, String trouble) {
        return web.ask(ctx, "people.listAddresses", new JsonObject(), AddressList.class)
                .compose(book -> web.send(ctx, page -> TEMPLATES.addresses(page, book.items(), trouble)));
    }

    /** Asked for the book first, so that a visitor logs in before he types. */
    private Future<Void> blank(RoutingContext ctx) {
        return web.ask(ctx, "people.listAddresses", new JsonObject(), AddressList.class)
                .compose(book -> web.send(ctx, page -> TEMPLATES.address(page, Form.EMPTY, BOOK, Provinces.ALL)));
    }

    private Future<Void> add(RoutingContext ctx) {
        return web.ask(ctx, "people.addAddress", AddressForm.input(ctx), Address.class)
                .compose(address -> web.redirect(ctx, SAVED))
                .recover(e -> web.again(ctx, e, (page, form) -> TEMPLATES.address(page, form, BOOK, Provinces.ALL)));
    }

    private Future<Void> edit(RoutingContext ctx) {
        return web.ask(ctx, "people.getAddress", id(ctx), Address.class).compose(address -> {
            Map<String, String> values = new HashMap<>();
            AddressForm.fill(values, "", address);
            return web.send(ctx, page -> TEMPLATES.address(page, Form.of(values), pathOf(ctx), Provinces.ALL));
        });
    }

    private Future<Void> change(RoutingContext ctx) {
        return web.ask(ctx, "people.changeAddress", AddressForm.input(ctx).mergeIn(id(ctx)), Address.class)
                .compose(address -> web.redirect(ctx, SAVED))
                .recover(e ->
                        web.again(ctx, e, (page, form) -> TEMPLATES.address(page, form, pathOf(ctx), Provinces.ALL)));
    }

    private Future<Void> act(RoutingContext ctx, String operation, String done) {
        return web.ask(ctx, operation, id(ctx), Object.class)
                .compose(answer -> web.redirect(ctx, BOOK + "?done=address-" + done))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, web.words(ctx, problem))));
    }

    private static String pathOf(RoutingContext ctx) {
        return BOOK + "/" + ctx.pathParam("id");
    }

    private static JsonObject id(RoutingContext ctx) {
        return new JsonObject().put("id", ctx.pathParam("id"));
    }
}
