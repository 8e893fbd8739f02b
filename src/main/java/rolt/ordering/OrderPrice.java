package rolt.ordering;

import java.util.List;
import rolt.ordering.CheckoutRepository.CartLine;

/**
 * What an order costs, in đồng.
 *
 * @param goodsTotal the sum of the lines, VAT included
 * @param vat what of the total is VAT, rounded half up
 */
record OrderPrice(long goodsTotal, long shippingFee, long vat) {
    private static final long SHIPPING_FEE = 40_000;
    private static final long FREE_SHIPPING_FROM = 3_000_000;

    static OrderPrice of(List<CartLine> lines, int vatPercent) {
        long goods = lines.stream()
                .mapToLong(line -> Math.multiplyExact(line.price(), line.quantity()))
                .reduce(0, Math::addExact);
        long shipping = shippingFee(goods);
        return new OrderPrice(goods, shipping, contained(goods + shipping, vatPercent));
    }

    long total() {
        return goodsTotal + shippingFee;
    }

    /** Shipping within Vietnam; nothing from three million đồng on. */
    static long shippingFee(long goodsTotal) {
        return goodsTotal >= FREE_SHIPPING_FROM ? 0 : SHIPPING_FEE;
    }

    private static long contained(long total, int percent) {
        long hundredths = 100 + percent;
        return (total * percent + hundredths / 2) / hundredths;
    }
}
