package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;
import static rolt.payment.Sale.PRICE;
import static rolt.payment.Vnpay.faults;
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;

/** A number of VNPAY is that of one payment or of one refund; Finance may mistake the line in VNPAY's portal. */
@ExtendWith(Books.class)
class TakenNumbersIT {
    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final FinanceDesk finance = new FinanceDesk();

    @Test
    void one_payment_at_vnpay_is_never_the_money_of_two_attempts() {
        JsonObject first = sale.attempt();
        JsonObject second = sale.attempt();
        List.of(first, second).forEach(attempt -> doubt(sale, attempt));
        finance.confirm(first, PRICE, "99200002", key()).expect(200);
        assertThat(refusal(finance.at(0).confirm(second, PRICE, "99200002", key())))
                .isEqualTo("payment.number-taken");
        assertThat(sale.refunds()).isEmpty();
        finance.confirm(second, PRICE, "99200003", key()).expect(200);
        Eventually.ask(sale::refunds, found -> found.toString().startsWith("[SECOND 3500000"));
    }

    @Test
    void one_payment_at_vnpay_is_never_the_money_of_two_orders_not_even_at_once() throws Exception {
        Sale other = sale.another();
        JsonObject first = sale.attempt();
        JsonObject second = other.attempt();
        doubt(sale, first);
        doubt(other, second);
        List<Callable<Integer>> both = List.of(
                () -> finance.at(0).confirm(first, PRICE, "99200012", key()).status(),
                () -> finance.at(1).confirm(second, PRICE, "99200012", key()).status());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(both).stream().map(Future::resultNow)).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(List.of(sale.state(), other.state())).containsExactlyInAnyOrder("PAID", "PENDING_PAYMENT");
    }

    @Test
    void a_refund_is_not_confirmed_with_the_number_of_something_else() {
        payBack(sale, "99200004");
        assertThat(refusal(confirmRefund(sale, "99200004"))).isEqualTo("payment.number-taken");
        confirmRefund(sale, "99200005").expect(200);
        Sale other = sale.another();
        payBack(other, "99200006");
        assertThat(refusal(confirmRefund(other, "99200004"))).isEqualTo("payment.number-taken");
        assertThat(refusal(confirmRefund(other, "99200005"))).isEqualTo("payment.number-taken");
        confirmRefund(other, "99200007").expect(200);
    }

    /** VNPAY says that a refund is on its way, and no more. */
    private void payBack(Sale paidBack, String number) {
        tell(paidBack.customer(), with(paid(paidBack.attempt()), "vnp_TransactionNo", number));
        paidBack.awaitState("PAID");
        faults(shop, new JsonObject().put("apiCode", "99"));
        finance.giveBack(paidBack, 1_000_000).expect(201);
        paidBack.awaitRefunds("ASKED 1000000 UNKNOWN");
        shop.number("update payment.refund set state = 'ACCEPTED' where id = ?::uuid", paidBack.refund());
    }

    private Client.Answer confirmRefund(Sale paidBack, String number) {
        return finance.decide(paidBack, "confirmation", new JsonObject().put("transactionNo", number));
    }

    private static void doubt(Sale doubtful, JsonObject attempt) {
        tell(doubtful.customer(), with(paid(attempt), "vnp_TransactionStatus", "04"));
    }

    private static String refusal(Client.Answer answer) {
        return answer.expect(409).json().getString("code");
    }
}
