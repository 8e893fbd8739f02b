package rolt.chat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Eventually;
import rolt.TestShop;

/** What people do in the chat, over the public interface. */
public final class Talk {
    private Talk() {}

    /** @return the code of a new room of the customer's, which waits */
    public static String open(Client customer) {
        return customer.post("/api/v1/chat/rooms", opening("Chào shop, phím Enter của mình lúc được lúc không."))
                .expect(201)
                .json()
                .getString("code");
    }

    static JsonObject opening(String text) {
        return new JsonObject()
                .put("subject", "Phím Enter không nhận")
                .put("clientId", UUID.randomUUID().toString())
                .put("text", text);
    }

    /** A room that the member of staff has. */
    public static String open(Client customer, Client member) {
        String code = open(customer);
        claim(member, code).expect(200);
        return code;
    }

    public static Answer claim(Client member, String code) {
        return member.post("/api/v1/staff/chat/rooms/" + code + "/claim", new JsonObject());
    }

    /** @param next the account, null for the least busy */
    public static Answer handOver(Client member, String code, String next) {
        return handOver(member, code, next, room(member, code).getInteger("turn"));
    }

    /** Also by who has no seat in the room. */
    public static Answer handOver(Client member, String code, String next, int turn) {
        JsonObject input = new JsonObject().put("turn", turn);
        return member.post(
                "/api/v1/staff/chat/rooms/" + code + "/hand-over", next == null ? input : input.put("accountId", next));
    }

    public static Answer say(Client person, String code, String text) {
        return say(person, code, UUID.randomUUID().toString(), text);
    }

    public static Answer say(Client person, String code, String clientId, String text) {
        return person.post(
                path(code) + "/messages",
                new JsonObject().put("clientId", clientId).put("text", text));
    }

    public static JsonObject room(Client person, String code) {
        return person.get(path(code)).expect(200).json();
    }

    /** All messages of a room, in the order in which they are answered. */
    public static List<JsonObject> messages(Client person, String code) {
        List<JsonObject> messages = new ArrayList<>();
        for (boolean more = true; more; ) {
            long after = messages.isEmpty() ? 0 : messages.getLast().getLong("seq");
            JsonObject page = person.get(path(code) + "/messages?after=" + after + "&limit=200")
                    .expect(200)
                    .json();
            page.getJsonArray("items").forEach(item -> messages.add((JsonObject) item));
            more = page.getBoolean("more");
        }
        return messages;
    }

    static String path(String code) {
        return "/api/v1/chat/rooms/" + code;
    }

    /**
     * Somebody does something while a room is changed by another, whose change holds from when it is waited for.
     *
     * @param change of the room whose code is its parameter
     * @param waiting the beginning of the statement that waits for the room
     */
    static Answer whileChanged(TestShop shop, String code, String change, String waiting, Attempt attempt)
            throws Exception {
        String waits = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ?";
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> asked = shop.platform().database().transaction(tx -> {
                tx.run(change, code);
                Future<Answer> attempted = people.submit(attempt::make);
                Eventually.ask(() -> shop.number(waits, "%" + waiting + "%"), waiters -> waiters > 0);
                return attempted;
            });
            return asked.get();
        }
    }

    /** Something that somebody does at the same time as others. */
    interface Attempt {
        Answer make();
    }

    /** Their answers, in the order of the attempts. */
    static List<Answer> atOnce(List<Attempt> attempts) throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = attempts.stream()
                    .map(attempt -> people.submit(attempt::make))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
