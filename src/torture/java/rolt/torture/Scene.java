package rolt.torture;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import rolt.torture.ground.Answer;
import rolt.torture.ground.Call;
import rolt.torture.ground.Calls;
import rolt.torture.ground.Shop;
import rolt.torture.ground.Sql;
import rolt.torture.ground.Tally;

/**
 * What a batch plays with.
 *
 * @param staff the token of somebody with every role
 */
record Scene(Shop shop, Calls calls, Vnpay vnpay, Backstage backstage, Sql sql, String staff, Tally tally) {
    /** Asks a node for what may be refused, and counts it; answers nothing where it was. */
    Optional<JsonObject> ask(int node, String what, Call call) {
        Answer answer = calls.send(node, call).expect(200, 201, 409);
        boolean refused = answer.status() == 409;
        tally.count(refused ? what + ", refused" : what);
        return refused ? Optional.empty() : Optional.of(answer.json());
    }
}
