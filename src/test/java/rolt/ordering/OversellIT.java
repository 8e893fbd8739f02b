package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.addToCart;
import static rolt.Shopping.checkout;
import static rolt.Shopping.key;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;

class OversellIT {
    private static final int CUSTOMERS = 50;
    private static final int STOCK = 5;
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();

    @Test
    void of_fifty_customers_who_buy_the_last_five_units_at_once_exactly_five_get_one() throws Exception {
        String sku = Shopping.newProduct(shop, PRICE, STOCK);
        List<Client.Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Client> customers = new ArrayList<>();
            for (Future<Client> customer : IntStream.range(0, CUSTOMERS)
                    .mapToObj(i -> threads.submit(() -> ready(i, sku)))
                    .toList()) {
                customers.add(customer.get());
            }
            for (Future<Client.Answer> answer : customers.stream()
                    .map(customer -> threads.submit(() -> customer.post("/api/v1/orders", checkout(PRICE), key())))
                    .toList()) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(STOCK);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(CUSTOMERS - STOCK)
                .allSatisfy(
                        answer -> assertThat(answer.json().getString("code")).isEqualTo("stock.short"));
        assertThat(Shopping.reserved(shop, sku)).isEqualTo(STOCK);
        assertThat(Shopping.onHand(shop, sku)).isEqualTo(STOCK);
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    private Client ready(int number, String sku) {
        Client customer = shop.client(number).becomeCustomer();
        addToCart(customer, sku, 1);
        return customer;
    }
}
