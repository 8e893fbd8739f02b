package rolt.cart;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.builder.BuilderMessages.Obstacle;
import rolt.builder.BuilderMessages.Selection;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Verdict;

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
     * @param quantitySeen the quantity when it was put in, 0 where it came later; null unless the build has come to need
     *     another one since
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
            Integer quantitySeen,
            long total,
            Integer available,
            Integer shortOf,
            boolean withdrawn,
            UUID buildId) {}

    /**
     * A build, judged anew.
     *
     * @param code by which the build can be opened in the builder
     * @param obstacles what stands in the way of ordering it; mostly none
     * @param idle names of chosen parts of which nothing is needed any more, and which therefore have no line
     * @param verdicts what the rules of fit say of it now, the worst first; each W needs the customer's tick
     * @param ruleVersion names the set of rules; null where it can no longer be judged
     */
    public record CartBuild(
            UUID id,
            String code,
            String title,
            long total,
            List<Obstacle> obstacles,
            List<String> idle,
            List<Verdict> verdicts,
            String ruleVersion) {
        /** The rules that warn, each of which the customer has to accept, with what they say. */
        public Map<String, List<Verdict>> warnings() {
            return verdicts.stream()
                    .filter(verdict -> verdict.severity() == Severity.W)
                    .collect(Collectors.groupingBy(Verdict::rule, TreeMap::new, Collectors.toList()));
        }

        /** What is good to know of it. */
        public List<Verdict> notes() {
            return verdicts.stream()
                    .filter(verdict -> verdict.severity() == Severity.I)
                    .toList();
        }

        /** Whether nothing but the customer's consent and stock stands in its way. */
        public boolean orderable() {
            return obstacles.stream().allMatch(Obstacle::inLines);
        }

        /** What forbids to order it. */
        public List<Verdict> unfit() {
            return verdicts.stream()
                    .filter(verdict -> verdict.severity() == Severity.E)
                    .toList();
        }
    }
}
