package rolt.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.onHand;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.payAtVnpay;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.state;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.payment.Books;
import rolt.payment.Vnpay;
import rolt.platform.Dates;
import rolt.platform.Role;

/** VNPAY's settlement file beside the books, against two nodes; each test is named after its scenario. */
class SettlementScenariosIT {
    private static final long PRICE = 3_500_000;
    private static final String HEADING =
            "vnp_TxnRef,vnp_TransactionNo,vnp_Amount,vnp_TransactionType,vnp_TransactionStatus\n";

    private final TestShop shop = TestShop.running();
    private final LocalDate today = LocalDate.now(Dates.VIETNAM);
    private Client customer;
    private Client finance;
    private String sku;

    @BeforeEach
    void a_customer_a_product_and_finance() {
        customer = shop.client(0).becomeCustomer();
        finance = shop.client(1).becomeStaff(Role.FINANCE);
        sku = newProduct(shop, PRICE, 20);
    }

    @AfterEach
    void mend_vnpay_and_look_at_the_books() {
        Vnpay.faults(shop, new JsonObject());
        assertThat(Books.troubles(shop)).isEmpty();
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void p15_what_24_hours_did_not_settle_is_settled_from_the_file() {
        String order = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, order);
        shop.number("update ordering.orders set reserved_until = now() - interval '1 second' where code = ?", order);
        shop.expireOrders();
        String file = HEADING + row(attempt, "14226112", PRICE);
        LocalDate day = today.minusDays(50);
        JsonObject checked = check(day, file).expect(200).json();
        assertThat(exceptions(checked, attempt)).containsExactly("SETTLED 3500000 3500000");
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
        assertThat(onHand(shop, sku)).isEqualTo(19);
        JsonObject again =
                check(finance.at(0), day, "\ufeff" + file).expect(200).json();
        assertThat(again.getJsonArray("earlier")).hasSize(1);
        assertThat(check(day, "\ufeff" + file).expect(200).json()).isEqualTo(again);
        assertThat(shop.text(
                        "select string_agg(kind, ' ') from payment.decision d join payment.attempt a on a.id = d.attempt_id"
                                + " where a.txn_ref = ?",
                        attempt.getString("txnRef")))
                .isEqualTo("FILE");
    }

    @Test
    void p31_the_days_file_lists_what_differs_until_finance_has_ticked_it_off() {
        LocalDate day = today.minusDays(40);
        JsonObject agreed = pay(day);
        JsonObject missing = pay(day);
        JsonObject another = pay(day);
        String stranger = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        String rows = HEADING + row(agreed, number(agreed), PRICE) + row(agreed, number(agreed), PRICE)
                + row(another, number(another), PRICE + 1_000) + stranger + ",14226113,350000000,01,00\n";
        JsonObject checked = check(day, rows).expect(200).json();
        assertThat(exceptions(checked, agreed)).containsExactly("DUPLICATE null 3500000");
        assertThat(exceptions(checked, missing)).containsExactly("MISSING_THERE 3500000 null");
        assertThat(exceptions(checked, another)).containsExactly("AMOUNT 3500000 3501000");
        assertThat(exceptions(checked, stranger)).containsExactly("UNKNOWN_REFERENCE null 3500000");
        assertThat(checked.getJsonObject("file").getLong("taken")).isEqualTo(4 * PRICE + 1_000);

        String exception = id(checked, missing);
        tick(exception, "VNPAY trả vào hôm sau").expect(200);
        tick(exception, "lần thứ hai").expect(200);
        JsonObject later =
                check(day, rows + row(missing, number(missing), 1)).expect(200).json();
        assertThat(exceptions(later, missing)).containsExactly("AMOUNT 3500000 1");
        JsonObject back = check(day, rows).expect(200).json();
        assertThat(exceptions(back, missing)).containsExactly("MISSING_THERE 3500000 null VNPAY trả vào hôm sau");
        assertThat(back.getJsonArray("earlier")).hasSize(2);
        assertThat(days()).contains(day + " file", day.plusDays(1) + " missing");
    }

    @Test
    void p31_refunds_that_are_done_there_are_finished_here_and_others_are_listed() {
        LocalDate day = today.minusDays(30);
        JsonObject waiting = pay(day);
        Vnpay.faults(shop, new JsonObject().put("unsignedAnswers", true));
        refund(waiting, 1_000_000);
        Eventually.ask(() -> refunds(waiting), "1000000 UNKNOWN"::equals);
        Vnpay.faults(shop, new JsonObject());
        JsonObject done = pay(day);
        refund(done, 500_000);
        Eventually.ask(() -> refunds(done), "500000 ACCEPTED"::equals);
        confirm(done);
        paidOut(done, day);
        JsonObject strange = pay(day);
        JsonObject checked = check(
                        day,
                        HEADING
                                + row(waiting, number(waiting), PRICE)
                                + row(done, number(done), PRICE)
                                + row(strange, number(strange), PRICE)
                                + refundRow(waiting, "99000001", 1_000_000)
                                + refundRow(strange, "99000002", 200_000))
                .expect(200)
                .json();
        assertThat(exceptions(checked, waiting)).containsExactly("REFUND_FINISHED 1000000 1000000");
        assertThat(refunds(waiting)).isEqualTo("1000000 PAID_OUT");
        assertThat(exceptions(checked, done)).containsExactly("REFUND_MISSING_THERE 500000 null");
        assertThat(exceptions(checked, strange)).containsExactly("REFUND_MISSING_HERE null 200000");
        assertThat(checked.getJsonObject("file").getLong("paidBack")).isEqualTo(1_200_000);
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_row_and_column() {
        JsonObject problem = check(today, HEADING + "R1234567,14226112,35.000,01,00\n")
                .expect(422)
                .json();
        assertThat(problem.getString("title")).contains("2", "vnp_Amount", "35.000");
        check(today.plusDays(1), HEADING).expect(400);
        check(today, "x".repeat(2_300_000)).expect(413);
        check(today, HEADING + "R1234567,1,100,01,02\n".repeat(50_000)).expect(200);
    }

    @Test
    void the_explanation_of_an_order_adds_up_to_the_dong() {
        JsonObject attempt = pay(today.minusDays(20));
        refund(attempt, 1_000_000);
        Eventually.ask(() -> refunds(attempt), "1000000 ACCEPTED"::equals);
        confirm(attempt);
        refund(attempt, 200_000);
        Eventually.ask(() -> refunds(attempt), "1000000 PAID_OUT,200000 ACCEPTED"::equals);
        JsonObject money = finance.get("/api/v1/orders/" + attempt.getString("orderCode") + "/money")
                .expect(200)
                .json();
        assertThat(money.getJsonObject("balance"))
                .isEqualTo(new JsonObject()
                        .put("received", PRICE)
                        .put("paidBack", 1_000_000)
                        .put("owed", 200_000)
                        .put("onItsWay", 200_000)
                        .put("kept", 2_300_000)
                        .put("refundable", 2_300_000));
        assertThat(money.getJsonArray("transfers").stream().map(item -> ((JsonObject) item).getString("kind")))
                .containsExactly("CAPTURE", "SALE", "REVERSAL", "PAYOUT", "REVERSAL");
        JsonObject payment = money.getJsonArray("payments").getJsonObject(0);
        assertThat(payment.getJsonArray("notices").getJsonObject(0).getString("responseCode"))
                .isEqualTo("00");
        assertThat(money.getJsonArray("refunds").getJsonObject(0).getJsonArray("steps").stream()
                        .map(item -> ((JsonObject) item).getString("state")))
                .containsExactly("REQUESTED", "SENT", "ACCEPTED", "PAID_OUT");
    }

    @Test
    void what_waits_for_a_person_is_listed_with_what_it_takes_to_decide() {
        String order = placeOrder(customer, sku, 1);
        JsonObject first = openAttempt(customer, order);
        JsonObject doubtful = openAttempt(customer, order);
        Vnpay.tell(customer, Vnpay.with(Vnpay.paid(doubtful), "vnp_ResponseCode", "07"));
        JsonObject found = finance.get("/api/v1/finance/reviews").expect(200).json().getJsonArray("payments").stream()
                .map(JsonObject.class::cast)
                .filter(payment -> payment.getString("txnRef").equals(doubtful.getString("txnRef")))
                .findFirst()
                .orElseThrow();
        assertThat(found.getString("state")).isEqualTo("HELD");
        assertThat(found.getJsonObject("owner").getString("orderState")).isEqualTo("PENDING_PAYMENT");
        assertThat(found.getJsonArray("notices").getJsonObject(0).getLong("amount"))
                .isEqualTo(PRICE);
        assertThat(found.getJsonArray("others").getJsonObject(0).getString("txnRef"))
                .isEqualTo(first.getString("txnRef"));
    }

    /** A paid order, its attempt settled at noon of that day. */
    private JsonObject pay(LocalDate day) {
        String order = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, order);
        payAtVnpay(customer, shop, attempt.getString("payUrl"));
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
        shop.number(
                "update payment.attempt set settled_at = ?::timestamptz where txn_ref = ?",
                day + " 12:00+07",
                attempt.getString("txnRef"));
        return attempt;
    }

    private void refund(JsonObject attempt, long amount) {
        finance.post(
                        "/api/v1/orders/" + attempt.getString("orderCode") + "/refunds",
                        new JsonObject().put("amount", amount).put("note", "Thử"),
                        key())
                .expect(201);
    }

    private void confirm(JsonObject attempt) {
        String refund = shop.text(
                "select r.id from payment.refund r join payment.attempt a on a.id = r.attempt_id where a.txn_ref = ?",
                attempt.getString("txnRef"));
        JsonObject body = new JsonObject()
                .put("transactionNo", "77" + System.nanoTime() % 1_000_000)
                .put("note", "Thử");
        finance.post("/api/v1/refunds/" + refund + "/confirmation", body, key()).expect(200);
    }

    private void paidOut(JsonObject attempt, LocalDate day) {
        shop.number(
                "update payment.refund set paid_out_at = ?::timestamptz where attempt_id ="
                        + " (select id from payment.attempt where txn_ref = ?)",
                day + " 12:00+07",
                attempt.getString("txnRef"));
    }

    private String refunds(JsonObject attempt) {
        return shop.text(
                "select string_agg(r.amount || ' ' || r.state, ',' order by r.id) from payment.refund r"
                        + " join payment.attempt a on a.id = r.attempt_id where a.txn_ref = ?",
                attempt.getString("txnRef"));
    }

    private String number(JsonObject attempt) {
        return shop.text("select transaction_no from payment.attempt where txn_ref = ?", attempt.getString("txnRef"));
    }

    private static String row(JsonObject attempt, String number, long dong) {
        return attempt.getString("txnRef") + "," + number + "," + dong * 100 + ",01,00\n";
    }

    private static String refundRow(JsonObject attempt, String number, long dong) {
        return attempt.getString("txnRef") + "," + number + "," + dong * 100 + ",03,00\n";
    }

    private Client.Answer check(LocalDate day, String csv) {
        return check(finance, day, csv);
    }

    private static Client.Answer check(Client finance, LocalDate day, String csv) {
        return finance.post(
                "/api/v1/finance/settlements",
                new JsonObject().put("day", day.toString()).put("csv", csv));
    }

    private Client.Answer tick(String exception, String note) {
        return finance.post(
                "/api/v1/finance/settlement-exceptions/" + exception + "/tick", new JsonObject().put("note", note));
    }

    private List<String> days() {
        return finance.get("/api/v1/finance/settlements").expect(200).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(item -> item.getString("day") + (item.containsKey("file") ? " file" : " missing"))
                .toList();
    }

    private static List<String> exceptions(JsonObject checked, JsonObject attempt) {
        return exceptions(checked, attempt.getString("txnRef"));
    }

    /** Kind, amounts here and there, and the note of each difference of a reference. */
    private static List<String> exceptions(JsonObject checked, String txnRef) {
        return checked.getJsonArray("exceptions").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("txnRef").equals(txnRef))
                .map(item -> item.getString("kind") + " " + item.getLong("here") + " " + item.getLong("there")
                        + (item.containsKey("note") ? " " + item.getString("note") : ""))
                .toList();
    }

    private static String id(JsonObject checked, JsonObject attempt) {
        return checked.getJsonArray("exceptions").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("txnRef").equals(attempt.getString("txnRef")))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }
}
