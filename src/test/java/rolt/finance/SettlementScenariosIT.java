package rolt.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.payment.Sale.PRICE;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Client;
import rolt.TestShop;
import rolt.payment.Books;
import rolt.payment.FinanceDesk;
import rolt.payment.Sale;
import rolt.payment.Vnpay;
import rolt.platform.Dates;

/** VNPAY's settlement file beside the books, against two nodes; each test is named after its scenario. */
@ExtendWith(Books.class)
class SettlementScenariosIT {
    private static final String HEADING =
            "vnp_TxnRef,vnp_TransactionNo,vnp_Amount,vnp_TransactionType,vnp_TransactionStatus\n";

    private final TestShop shop = TestShop.running();
    private final LocalDate today = LocalDate.now(Dates.VIETNAM);
    private final Sale sale = new Sale();
    private final FinanceDesk finance = new FinanceDesk();

    @Test
    void p15_what_24_hours_did_not_settle_is_settled_from_the_file() {
        sale.attempt();
        sale.expire();
        String file = HEADING + row(sale, "14226112", PRICE);
        LocalDate day = today.minusDays(50);
        JsonObject checked = check(day, file).expect(200).json();
        assertThat(exceptions(checked, sale)).containsExactly("SETTLED 3500000 3500000");
        sale.awaitState("PAID");
        assertThat(sale.onHand()).isEqualTo(9);
        JsonObject again =
                check(finance.at(0), day, "\ufeff" + file).expect(200).json();
        assertThat(again.getJsonArray("earlier")).hasSize(1);
        assertThat(check(day, "\ufeff" + file).expect(200).json()).isEqualTo(again);
        assertThat(sale.decisions()).containsExactly("FILE");
    }

    @Test
    void p31_the_days_file_lists_what_differs_until_finance_has_ticked_it_off() {
        LocalDate day = today.minusDays(40);
        Sale agreed = sale.pay();
        Sale missing = sale.another().pay();
        Sale another = sale.another().pay();
        settledAt(day, agreed, missing, another);
        String stranger = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
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
        Sale waiting = sale.pay();
        Vnpay.faults(shop, new JsonObject().put("unsignedAnswers", true));
        finance.giveBack(waiting, 1_000_000).expect(201);
        waiting.awaitRefunds("ASKED 1000000 UNKNOWN");
        Vnpay.faults(shop, new JsonObject());
        Sale done = sale.another().pay();
        finance.giveBack(done, 500_000).expect(201);
        done.awaitRefunds("ASKED 500000 ACCEPTED");
        confirm(done);
        paidOut(done, day);
        Sale strange = sale.another().pay();
        settledAt(day, waiting, done, strange);
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
        assertThat(waiting.refunds()).containsExactly("ASKED 1000000 PAID_OUT");
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
        sale.pay();
        finance.giveBack(sale, 1_000_000).expect(201);
        sale.awaitRefunds("ASKED 1000000 ACCEPTED");
        confirm(sale);
        finance.giveBack(sale, 200_000).expect(201);
        sale.awaitRefunds("ASKED 1000000 PAID_OUT", "ASKED 200000 ACCEPTED");
        JsonObject money =
                finance.person().get(sale.path() + "/money").expect(200).json();
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

    private void settledAt(LocalDate day, Sale... sales) {
        for (Sale paid : sales) {
            shop.number(
                    "update payment.attempt set settled_at = ?::timestamptz where txn_ref = ?",
                    day + " 12:00+07",
                    paid.txnRef());
        }
    }

    private void confirm(Sale sale) {
        String number = "77" + System.nanoTime() % 1_000_000;
        finance.decide(sale, "confirmation", new JsonObject().put("transactionNo", number))
                .expect(200);
    }

    private void paidOut(Sale sale, LocalDate day) {
        shop.number(
                "update payment.refund set paid_out_at = ?::timestamptz where id = ?::uuid",
                day + " 12:00+07",
                sale.refund());
    }

    private String number(Sale sale) {
        return shop.text("select transaction_no from payment.attempt where txn_ref = ?", sale.txnRef());
    }

    private static String row(Sale sale, String number, long dong) {
        return sale.txnRef() + "," + number + "," + dong * 100 + ",01,00\n";
    }

    private static String refundRow(Sale sale, String number, long dong) {
        return sale.txnRef() + "," + number + "," + dong * 100 + ",03,00\n";
    }

    private Client.Answer check(LocalDate day, String csv) {
        return check(finance, day, csv);
    }

    private static Client.Answer check(FinanceDesk finance, LocalDate day, String csv) {
        JsonObject file = new JsonObject().put("day", day.toString()).put("csv", csv);
        return finance.person().post("/api/v1/finance/settlements", file);
    }

    private Client.Answer tick(String exception, String note) {
        return finance.person()
                .post(
                        "/api/v1/finance/settlement-exceptions/" + exception + "/tick",
                        new JsonObject().put("note", note));
    }

    private List<String> days() {
        return finance.person().get("/api/v1/finance/settlements").expect(200).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(item -> item.getString("day") + (item.containsKey("file") ? " file" : " missing"))
                .toList();
    }

    private static List<String> exceptions(JsonObject checked, Sale sale) {
        return exceptions(checked, sale.txnRef());
    }

    /** Kind, amounts here and there, and the note of each difference of a reference. */
    private static List<String> exceptions(JsonObject checked, String txnRef) {
        return differences(checked, txnRef)
                .map(item -> item.getString("kind") + " " + item.getLong("here") + " " + item.getLong("there")
                        + (item.containsKey("note") ? " " + item.getString("note") : ""))
                .toList();
    }

    private static String id(JsonObject checked, Sale sale) {
        return differences(checked, sale.txnRef()).findFirst().orElseThrow().getString("id");
    }

    private static Stream<JsonObject> differences(JsonObject checked, String txnRef) {
        return checked.getJsonArray("exceptions").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("txnRef").equals(txnRef));
    }
}
