package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import rolt.ordering.CheckoutRepository.CartLine;

class OrderPriceTest {
    @Test
    void small_orders_pay_for_shipping() {
        OrderPrice price = OrderPrice.of(List.of(line(1_000_000, 2)), 8);
        assertThat(price).isEqualTo(new OrderPrice(2_000_000, 40_000, 151_111));
        assertThat(price.total()).isEqualTo(2_040_000);
    }

    @Test
    void shipping_is_free_from_three_million_on() {
        assertThat(OrderPrice.shippingFee(2_999_999)).isEqualTo(40_000);
        assertThat(OrderPrice.shippingFee(3_000_000)).isZero();
    }

    @Test
    void a_sum_beyond_all_numbers_is_no_small_sum() {
        assertThatThrownBy(() -> OrderPrice.of(List.of(line(Long.MAX_VALUE / 2, 3)), 8))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void goods_are_the_sum_of_the_lines_in_any_order(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1_000, max = 9_999_999) Long> prices,
            @ForAll @IntRange(min = 1, max = 99) int quantity) {
        List<CartLine> lines =
                prices.stream().map(price -> line(price, quantity)).toList();
        OrderPrice price = OrderPrice.of(lines, 8);
        assertThat(price).isEqualTo(OrderPrice.of(lines.reversed(), 8));
        assertThat(price.goodsTotal())
                .isEqualTo(prices.stream().mapToLong(Long::longValue).sum() * quantity);
    }

    @Property
    void vat_is_what_a_net_price_needs_to_become_the_total(
            @ForAll @LongRange(min = 5_000, max = 999_999_999) long total, @ForAll @IntRange(max = 25) int percent) {
        OrderPrice price = OrderPrice.of(List.of(line(total, 1)), percent);
        double net = price.total() / (1 + percent / 100.0);
        assertThat((double) price.vat()).isCloseTo(price.total() - net, org.assertj.core.data.Offset.offset(0.51));
    }

    private static CartLine line(long price, int quantity) {
        return new CartLine(
                UUID.randomUUID(),
                null,
                UUID.randomUUID(),
                quantity,
                "SKU",
                "KIT",
                "Tên",
                "Name",
                price,
                true,
                true,
                null);
    }
}
