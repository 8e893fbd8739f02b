package rolt.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.payment.Sale.PRICE;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.TestShop;
import rolt.payment.Books;
import rolt.payment.FinanceDesk;
import rolt.payment.Sale;
import rolt.payment.Vnpay;

/** What waits for Finance, among what other tests have left there. */
@ExtendWith(Books.class)
class ReviewQueueIT {
    private final TestShop shop = TestShop.running();
    private final FinanceDesk finance = new FinanceDesk();
    private final Sale sale = new Sale();

    @Test
    void what_waits_for_a_person_is_listed_with_what_it_takes_to_decide() {
        JsonObject first = sale.attempt();
        JsonObject found = held(sale);
        assertThat(found.getString("state")).isEqualTo("HELD");
        assertThat(found.getJsonObject("owner").getString("orderState")).isEqualTo("PENDING_PAYMENT");
        assertThat(found.getJsonArray("notices").getJsonObject(0).getLong("amount"))
                .isEqualTo(PRICE);
        assertThat(found.getJsonArray("others").getJsonObject(0).getString("txnRef"))
                .isEqualTo(first.getString("txnRef"));
    }

    @Test
    void payments_and_refunds_come_in_pages_the_oldest_first_and_each_once() {
        List<String> waiting = List.of(
                refusedRefund(sale.another().pay()),
                held(sale).getString("txnRef"),
                held(sale.another()).getString("txnRef"),
                refusedRefund(sale.another().pay()));
        assertThat(refs(1)).doesNotHaveDuplicates().containsSubsequence(waiting);
        assertThat(refs(3)).doesNotHaveDuplicates().containsAll(waiting);
    }

    @Test
    void a_place_that_was_not_told_is_refused() {
        for (String after : List.of("x", "1", "1.", "99999999999999999999.00000000", "1.00000000%00")) {
            assertThat(finance.person()
                            .get("/api/v1/finance/reviews?after=" + after)
                            .status())
                    .as(after)
                    .isEqualTo(400);
        }
        assertThat(finance.person()
                        .get("/api/v1/finance/reviews?after=99999999999999999.00000000")
                        .status())
                .isEqualTo(200);
    }

    private JsonObject held(Sale doubtful) {
        JsonObject attempt = doubtful.attempt();
        Vnpay.tell(doubtful.customer(), Vnpay.with(Vnpay.paid(attempt), "vnp_ResponseCode", "07"));
        return pages(100).stream()
                .flatMap(page -> objects(page.getJsonArray("payments")).stream())
                .filter(payment -> payment.getString("txnRef").equals(attempt.getString("txnRef")))
                .findFirst()
                .orElseThrow();
    }

    private String refusedRefund(Sale paid) {
        Vnpay.faults(shop, new JsonObject().put("apiCode", "95"));
        finance.giveBack(paid, 1_000_000).expect(201);
        paid.awaitRefunds("ASKED 1000000 REFUSED");
        Vnpay.faults(shop, new JsonObject());
        return paid.refund();
    }

    private List<String> refs(int limit) {
        List<String> refs = new ArrayList<>();
        for (JsonObject page : pages(limit)) {
            List<JsonObject> payments = objects(page.getJsonArray("payments"));
            List<JsonObject> refunds = objects(page.getJsonArray("refunds"));
            assertThat(payments.size() + refunds.size()).isLessThanOrEqualTo(limit);
            payments.forEach(payment -> refs.add(payment.getString("txnRef")));
            refunds.forEach(refund -> refs.add(refund.getString("refundId")));
        }
        return refs;
    }

    private List<JsonObject> pages(int limit) {
        List<JsonObject> pages = new ArrayList<>();
        String after = "";
        while (after != null) {
            String next = after.isEmpty() ? "" : "&after=" + after;
            JsonObject page = finance.person()
                    .get("/api/v1/finance/reviews?limit=" + limit + next)
                    .expect(200)
                    .json();
            pages.add(page);
            after = page.getString("next");
        }
        return pages;
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
