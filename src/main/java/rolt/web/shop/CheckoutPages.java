package rolt.web.shop;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import rolt.account.AccountMessages.Me;
import rolt.cart.CartMessages.Cart;
import rolt.cart.CartMessages.CartBuild;
import rolt.gateway.Problems;
import rolt.ordering.OrderingMessages.PlacedOrder;
import rolt.people.PeopleMessages.Address;
import rolt.people.PeopleMessages.AddressList;
import rolt.platform.Problem;
import rolt.web.Faults;
import rolt.web.Form;
import rolt.web.Web;
import rolt.web.account.AddressForm;

/**
 * From the cart to VNPAY in one form. It carries two keys, one for the order and one for the payment, so that sent
 * twice it makes one order and leads to one payment.
 */
final class CheckoutPages {
    private static final String CHECKOUT = "/checkout";
    private static final List<String> RECIPIENT = List.of("name", "phone", "province", "ward", "street", "note");

    private final Web web;
    private final Payment payment;
    private final UnsavedAddress unsaved;

    CheckoutPages(Web web) {
        this.web = web;
        this.payment = new Payment(web);
        this.unsaved = new UnsavedAddress(web);
    }

    void mount(Router router) {
        web.get(router, CHECKOUT, this::checkout);
        web.post(router, CHECKOUT, this::send);
    }

    private Future<Void> checkout(RoutingContext ctx) {
        return show(ctx, CheckoutPages::fresh);
    }

    /** A button of the address book fills the form in anew; any other sends the order. */
    private Future<Void> send(RoutingContext ctx) {
        return Form.field(ctx, "address").isEmpty() ? placeOrder(ctx) : show(ctx, shopper -> readdressed(ctx, shopper));
    }

    private Future<Void> show(RoutingContext ctx, Function<Shopper, Checkout> view) {
        return shopper(ctx)
                .compose(shopper -> isOrderable(shopper.cart())
                        ? web.send(ctx, page -> TEMPLATES.checkout(page, view.apply(shopper)))
                        : web.redirect(ctx, "/cart"));
    }

    /** Who orders what, and the address book. */
    private record Shopper(Me me, Cart cart, List<Address> book) {}

    private Future<Shopper> shopper(RoutingContext ctx) {
        return web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                .compose(me -> web.ask(ctx, "cart.getCart", new JsonObject(), Cart.class)
                        .compose(cart -> web.ask(ctx, "people.listAddresses", new JsonObject(), AddressList.class)
                                .map(book -> new Shopper(me, cart, book.items()))));
    }

    private static boolean isOrderable(Cart cart) {
        return !cart.lines().isEmpty()
                && cart.lines().stream().noneMatch(line -> line.withdrawn() || line.shortOf() != null)
                && !isUnbuildable(cart);
    }

    /** The cart's page says why. */
    private static boolean isUnbuildable(Cart cart) {
        return !cart.builds().stream().allMatch(CartBuild::orderable);
    }

    /** Filled in with the preferred address, which is the first. */
    private static Checkout fresh(Shopper shopper) {
        Map<String, String> values = new HashMap<>();
        values.put("orderKey", UUID.randomUUID().toString());
        values.put("paymentKey", UUID.randomUUID().toString());
        return addressed(shopper, values, shopper.book().stream().findFirst(), Set.of());
    }

    /** The address becomes the one asked for, or none; the note and the keys stay. */
    private static Checkout readdressed(RoutingContext ctx, Shopper shopper) {
        String asked = Form.field(ctx, "address");
        Map<String, String> values = new HashMap<>(Form.of(ctx, Faults.NONE).values());
        values.keySet().removeAll(List.of("recipient.province", "recipient.ward", "recipient.street"));
        return addressed(
                shopper,
                values,
                shopper.book().stream()
                        .filter(address -> address.id().toString().equals(asked))
                        .findFirst(),
                Consents.ticked(ctx));
    }

    private static Checkout addressed(
            Shopper shopper, Map<String, String> values, Optional<Address> chosen, Set<String> accepted) {
        values.put("recipient.name", shopper.me().name());
        values.put("recipient.phone", Objects.requireNonNullElse(shopper.me().phone(), ""));
        chosen.ifPresent(address -> AddressForm.fill(values, "recipient.", address));
        String id = chosen.map(address -> address.id().toString()).orElse("");
        return new Checkout(shopper.me(), shopper.cart(), Form.of(values), shopper.book(), id, accepted, List.of());
    }

    private Future<Void> placeOrder(RoutingContext ctx) {
        JsonObject order = new JsonObject()
                .put("recipient", recipient(ctx))
                .put("expectedTotal", expectedTotal(ctx))
                .put("idempotencyKey", Form.field(ctx, "orderKey"));
        Consents.of(ctx).ifPresent(builds -> order.put("builds", builds));
        return web.untilFree(ctx, () -> web.ask(ctx, "ordering.placeOrder", order, PlacedOrder.class))
                .compose(placed -> saveAddress(ctx, placed.code()).map(placed))
                .compose(placed -> payment.open(ctx, placed.code(), Form.field(ctx, "paymentKey"))
                        .recover(e -> web.redirect(ctx, "/orders/" + placed.code() + "?payment=unopened")))
                .recover(e -> web.refused(ctx, e, problem -> explain(ctx, problem)));
    }

    private static JsonObject recipient(RoutingContext ctx) {
        JsonObject recipient = new JsonObject();
        for (String field : RECIPIENT) {
            String value = Form.field(ctx, "recipient." + field);
            if (!value.isEmpty()) {
                recipient.put(field, field.equals("phone") ? Form.digits(value) : value);
            }
        }
        return recipient;
    }

    /** An order is not given up because the book is full, or cannot be reached now; its page tells. */
    private Future<Void> saveAddress(RoutingContext ctx, String order) {
        if (Form.field(ctx, "saveAddress").isEmpty()) {
            return Future.succeededFuture();
        }
        JsonObject address = recipient(ctx);
        address.remove("note");
        return web.ask(ctx, "people.addAddress", address, Address.class)
                .<Void>mapEmpty()
                .otherwise(e -> {
                    if (!Problems.problemOf(e).code().equals("address.already")) {
                        unsaved.remember(ctx, order);
                    }
                    return null;
                });
    }

    private static long expectedTotal(RoutingContext ctx) {
        try {
            return Long.parseLong(Form.field(ctx, "expectedTotal"));
        } catch (NumberFormatException e) {
            throw Problem.invalid("expectedTotal", "type");
        }
    }

    /**
     * The form again, with the cart as it is now. The keys stay: an order that was not placed used none. A key that
     * has placed another order belongs to a page gone back to; the list of orders shows what came of it.
     */
    private Future<Void> explain(RoutingContext ctx, Problem problem) {
        if (problem.code().equals("idempotency.other-body")) {
            return web.redirect(ctx, "/orders");
        }
        return shopper(ctx)
                .compose(shopper -> shopper.cart().lines().isEmpty() || isUnbuildable(shopper.cart())
                        ? web.redirect(ctx, "/cart")
                        : web.send(ctx, page -> TEMPLATES.checkout(page, refused(ctx, problem, shopper))));
    }

    private Checkout refused(RoutingContext ctx, Problem problem, Shopper shopper) {
        Form form = Form.of(ctx, web.faults(ctx, problem));
        boolean inFields = !problem.violations().isEmpty();
        List<String> troubles = inFields
                ? List.of()
                : Troubles.of(web, ctx, problem, shopper.cart().lines());
        return new Checkout(
                shopper.me(),
                shopper.cart(),
                form,
                shopper.book(),
                Form.field(ctx, "chosen"),
                Consents.ticked(ctx),
                troubles);
    }
}
