package rolt.payment;

import static rolt.Shopping.key;

import io.vertx.core.json.JsonObject;
import rolt.Client;
import rolt.TestShop;
import rolt.platform.Role;

/** Somebody who gives money back and decides what VNPAY leaves open, as far as Finance may. */
public final class FinanceDesk {
    private final Client person;

    /** With the role it takes. */
    public FinanceDesk() {
        this(TestShop.running().client(1).becomeStaff(Role.FINANCE));
    }

    /** Whatever roles this person has. */
    public FinanceDesk(Client person) {
        this.person = person;
    }

    public Client person() {
        return person;
    }

    /** The same person at another node. */
    public FinanceDesk at(int node) {
        return new FinanceDesk(person.at(node));
    }

    public static JsonObject note() {
        return new JsonObject().put("note", "Đã xem cổng VNPAY");
    }

    /** Asks for a refund of so many đồng. */
    public Client.Answer giveBack(Sale sale, long amount) {
        return giveBack(sale, amount, key());
    }

    Client.Answer giveBack(Sale sale, long amount, String key) {
        return person.post(sale.path() + "/refunds", note().put("amount", amount), key);
    }

    /** Says that so many đồng came by an attempt. */
    Client.Answer confirm(JsonObject attempt, long amount) {
        return confirm(attempt, amount, key());
    }

    Client.Answer confirm(JsonObject attempt, long amount, String key) {
        return confirm(attempt, amount, Vnpay.number(attempt), key);
    }

    Client.Answer confirm(JsonObject attempt, long amount, String number, String key) {
        JsonObject body = note().put("amount", amount).put("transactionNo", number);
        return person.post(path(attempt) + "/confirmation", body, key);
    }

    Client.Answer dismiss(JsonObject attempt) {
        return person.post(path(attempt) + "/dismissal", note(), key());
    }

    /** Has VNPAY asked about an attempt now. */
    JsonObject query(JsonObject attempt) {
        return person.post(path(attempt) + "/query", new JsonObject())
                .expect(200)
                .json();
    }

    private static String path(JsonObject attempt) {
        return "/api/v1/payments/" + attempt.getString("txnRef");
    }

    /** Goes on with the first refund of an order in this way. */
    Client.Answer decide(Sale sale, String way) {
        return decide(sale, way, new JsonObject());
    }

    /** As {@link #decide(Sale, String)}, with what else there is to say. */
    public Client.Answer decide(Sale sale, String way, JsonObject body) {
        return decide(sale, way, body, key());
    }

    Client.Answer decide(Sale sale, String way, JsonObject body, String key) {
        return person.post("/api/v1/refunds/" + sale.refund() + "/" + way, note().mergeIn(body), key);
    }
}
