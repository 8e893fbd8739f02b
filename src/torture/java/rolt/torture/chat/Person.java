package rolt.torture.chat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import rolt.torture.chat.History.Kept;
import rolt.torture.ground.Answer;
import rolt.torture.ground.Call;
import rolt.torture.ground.Calls;
import rolt.torture.ground.Tally;

/**
 * Somebody who talks in rooms, over the public interface; what a node cannot answer is asked of the next one, as it was.
 *
 * @param node that is asked first
 * @param token proves to the shop who it is, for a quarter of an hour
 */
record Person(String name, UUID account, String token, int node, Calls calls, Tally tally) {
    /** @return the code of a new room, which waits */
    String open(String subject) {
        JsonObject room = new JsonObject()
                .put("subject", subject)
                .put("clientId", UUID.randomUUID().toString())
                .put("text", "Chào shop!");
        return calls.send(node, Call.post("/api/v1/chat/rooms", room).by(token))
                .expect(201)
                .json()
                .getString("code");
    }

    /**
     * Says something, and notes what becomes of it.
     *
     * @param window of the person's, who says one thing after the other in each
     */
    void say(String room, String window, String text, History history) {
        String clientId = UUID.randomUUID().toString();
        JsonObject message = new JsonObject().put("clientId", clientId).put("text", text);
        Answer answer = calls.send(
                        node, Call.post(path(room) + "/messages", message).by(token))
                .expect(200, 403);
        if (answer.status() == 200) {
            tally.count("messages acknowledged");
            history.acknowledged(window, new Kept(answer.json().getLong("seq"), clientId, text));
        } else {
            tally.count("messages refused to who only reads");
            history.refused(window, clientId);
        }
    }

    void claim(String room) {
        calls.send(
                        node,
                        Call.post("/api/v1/staff/chat/rooms/" + room + "/claim", new JsonObject())
                                .by(token))
                .expect(200);
    }

    /** Gives the room to somebody else, if it is still one's own; sent again after a lost answer it is over already. */
    void handOver(String room, Person next) {
        JsonObject seen =
                calls.send(node, Call.get(path(room)).by(token)).expect(200).json();
        JsonObject input = new JsonObject()
                .put("turn", seen.getInteger("turn"))
                .put("accountId", next.account().toString());
        Answer answer = calls.send(
                        node,
                        Call.post("/api/v1/staff/chat/rooms/" + room + "/hand-over", input)
                                .by(token))
                .expect(200, 409);
        tally.count(answer.status() == 200 ? "hand-overs" : "hand-overs that came too late");
    }

    static String path(String room) {
        return "/api/v1/chat/rooms/" + room;
    }
}
