package rolt.cart;

import java.util.List;
import java.util.Map;
import rolt.builder.BuilderMessages.SaveBuild;
import rolt.builder.BuilderMessages.SellableBuild;
import rolt.cart.CartBuilds.Content;
import rolt.cart.CartMessages.AddBuild;
import rolt.cart.CartMessages.AddLine;
import rolt.cart.CartMessages.Cart;
import rolt.cart.CartMessages.CartLine;
import rolt.cart.CartMessages.ChangeLine;
import rolt.cart.CartMessages.CountLines;
import rolt.cart.CartMessages.Done;
import rolt.cart.CartMessages.DropLines;
import rolt.cart.CartMessages.GetCart;
import rolt.cart.CartMessages.LineCount;
import rolt.cart.CartMessages.MergeCart;
import rolt.cart.CartMessages.RemoveBuild;
import rolt.cart.CartRepository.ChangedLine;
import rolt.cart.CartRepository.Held;
import rolt.ordering.OrderingMessages.Quote;
import rolt.ordering.OrderingMessages.QuoteShipping;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Problem;

/** What is put into a cart and taken out again. Every change answers the cart as it then is. */
final class CartService {
    private static final int MOST_PER_LINE = 99;

    /** As many as a checkout takes consents for. */
    private static final int MOST_BUILDS = 50;

    private static final Content NOTHING = new Content(List.of(), List.of());

    private final Bus bus;
    private final CartRepository repository;
    private final CartBuildRepository builds;
    private final CartBuilds looking;

    CartService(Bus bus, Database database) {
        this.bus = bus;
        this.repository = new CartRepository(database);
        this.builds = new CartBuildRepository(database);
        this.looking = new CartBuilds(bus, repository, builds);
    }

    Cart getCart(Caller caller, GetCart input) {
        Owner owner = Owner.of(caller);
        Content content = owner.id() == null ? NOTHING : looking.look(caller, owner);
        List<CartLine> lines = content.lines();
        long goods = lines.stream().mapToLong(CartLine::total).reduce(0, Math::addExact);
        long shipping = lines.isEmpty() ? 0 : shippingFee(caller, goods);
        int count = count(lines) + content.builds().size();
        return new Cart(lines, content.builds(), goods, shipping, goods + shipping, count);
    }

    private static int count(List<CartLine> lines) {
        return lines.stream()
                .filter(line -> line.buildId() == null)
                .mapToInt(CartLine::quantity)
                .sum();
    }

    private long shippingFee(Caller caller, long goods) {
        return bus.call(caller, "ordering.quoteShipping", new QuoteShipping(goods), Quote.class)
                .shippingFee();
    }

    LineCount countLines(Caller caller, CountLines input) {
        Owner owner = Owner.of(caller);
        return new LineCount(owner.id() == null ? 0 : repository.count(owner.id()));
    }

    /**
     * @throws Problem 400 for an unknown SKU or more than 99 in the line; 401 without a visit; 409 for a withdrawn
     *     product or more than there is
     */
    Cart addLine(Caller caller, AddLine input) {
        Held held = repository
                .add(Owner.needed(caller), input.sku(), input.quantity(), MOST_PER_LINE)
                .orElseThrow(() -> Problem.invalid("sku", "unknown-sku"));
        if (!held.published()) {
            throw Problem.conflict("product.withdrawn", Map.of("sku", input.sku()));
        }
        if (held.loose() + input.quantity() > MOST_PER_LINE) {
            throw Problem.invalid("quantity", "cart-line", Map.of("limit", MOST_PER_LINE, "held", held.loose()));
        }
        refuseShort(held, input.quantity());
        return getCart(caller, new GetCart());
    }

    private static void refuseShort(Held held, int quantity) {
        int wanted = held.held() + quantity;
        if (held.available() != null && wanted > held.available()) {
            Map<String, Object> item = Map.of("sku", held.sku(), "wanted", wanted, "available", held.available());
            throw Problem.conflict("stock.short", Map.of("items", List.of(item)));
        }
    }

    /** @throws Problem 401 without a visit; 409 for one build too many; what {@code builder.saveSellable} refuses */
    Cart addBuild(Caller caller, AddBuild input) {
        Owner owner = Owner.needed(caller);
        SaveBuild asked = new SaveBuild(input.selection(), input.title());
        SellableBuild build = bus.call(caller, "builder.saveSellable", asked, SellableBuild.class);
        if (!builds.add(owner, build.id(), build.quote().bought(), MOST_BUILDS)) {
            throw Problem.conflict("cart.too-many-builds", Map.of("most", MOST_BUILDS));
        }
        return getCart(caller, new GetCart());
    }

    /** @throws Problem 404 where it is not the caller's; 409 for a line of a build, or more than there is */
    Cart changeLine(Caller caller, ChangeLine input) {
        ChangedLine changed = repository
                .change(Owner.of(caller), input.lineId(), input.quantity())
                .orElseThrow(() -> Problem.notFound("line"));
        if (changed.ofBuild()) {
            throw Problem.conflict("cart.line-of-build");
        }
        if (input.quantity() > 0) {
            refuseShort(changed.held(), input.quantity());
        }
        return getCart(caller, new GetCart());
    }

    /** @throws Problem 404 where it is not in the caller's cart */
    Cart removeBuild(Caller caller, RemoveBuild input) {
        if (builds.remove(Owner.of(caller), input.buildId()) == 0) {
            throw Problem.notFound("build");
        }
        return getCart(caller, new GetCart());
    }

    /** Lines of the same SKU become one, of 99 at most. */
    Done mergeCart(Caller caller, MergeCart input) {
        return new Done(repository.merge(caller.accountId(), input.sessionId(), MOST_PER_LINE, MOST_BUILDS));
    }

    Done dropLines(Caller caller, DropLines input) {
        return new Done(repository.drop(Owner.of(caller), input.lineIds()));
    }
}
