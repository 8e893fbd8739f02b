package rolt.cart;

import java.util.List;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;

/**
 * What the cart is asked and answers. Everyone's cart is the account's, or before the login the visitor's. Amounts are
 * đồng, VAT included; texts are in the caller's language.
 */
public final class CartMessages {
    private CartMessages() {}

    /** {@code cart.getCart} */
    public record GetCart() {}

    /** {@code cart.addLine}; adds to the line that is there. */
    public record AddLine(String sku, int quantity) {}

    /** {@code cart.addBuild} */
    public record AddBuild(Selection selection, String title) {}

    /** {@code cart.changeLine}; 0 removes it. */
    public record ChangeLine(UUID lineId, int quantity) {}

    /** {@code cart.removeBuild}: a build with all of its lines. */
    public record RemoveBuild(UUID buildId) {}

    /** {@code cart.countLines} */
    public record CountLines() {}

    /** @param count as in {@link Cart} */
    public record LineCount(int count) {}

    /**
     * {@code cart.mergeCart}, on the bus only: what the visitor of a session had chosen joins the account's cart.
     */
    public record MergeCart(UUID sessionId) {}

    /** {@code cart.dropLines}, on the bus only: what has been ordered leaves the cart. */
    public record DropLines(List<UUID> lineIds) {}

    public record Done(int lines) {}

    /**
     * @param lines build by build, in the order they were put in, then those of no build
     * @param builds in the order of their lines
     * @param count units of the lines of no build, and each build as one
     */
    public record Cart(
            List<CartLine> lines, List<CartBuild> builds, long goodsTotal, long shippingFee, long total, int count) {}

    /**
     * @param code the product's
     * @param unitPrice now
     * @param priceSeen the price when it was put in; null unless it has changed since
     * @param available units that can be bought; null where nothing limits it
     * @param shortOf how many too few there are, all lines of the SKU together; null where there are enough
     * @param withdrawn no longer sold
     * @param buildId null for a line of no build; lines of a build change only together
     */
    public record CartLine(
            UUID id,
            String sku,
            String code,
            String kind,
            String name,
            long unitPrice,
            Long priceSeen,
            int quantity,
            long total,
            Integer available,
            Integer shortOf,
            boolean withdrawn,
            UUID buildId) {}

    /** @param code by which the build can be opened in the builder */
    public record CartBuild(UUID id, String code, String title, long total) {}
}
