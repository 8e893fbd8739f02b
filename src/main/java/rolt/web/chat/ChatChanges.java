package rolt.web.chat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rolt.builder.BuilderMessages.Build;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.BuilderMessages.Selection;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.gateway.Problems;
import rolt.platform.Json;
import rolt.web.Web;

/** What the open proposals of a room would change in the build that it is about. */
final class ChatChanges {
    /** More are not told in detail: who proposes again has thought of something better. */
    private static final int MOST = 3;

    private static final int SERVER_ERROR = 500;

    private final Web web;

    ChatChanges(Web web) {
        this.web = web;
    }

    /** By the numbers of the messages; without what is there no more or cannot be built any longer. */
    Future<Map<Long, BuildChange>> find(RoutingContext ctx, Room room, List<Message> messages) {
        List<Message> open = messages.reversed().stream()
                .filter(message ->
                        message.proposal() != null && message.proposal().state() == ProposalState.OPEN)
                .limit(MOST)
                .toList();
        if (open.isEmpty() || room.buildCode() == null) {
            return Future.succeededFuture(Map.of());
        }
        return web.ask(ctx, "builder.getBuild", new JsonObject().put("code", room.buildCode()), Build.class)
                .recover(ChatChanges::nothing)
                .compose(now -> now == null ? Future.succeededFuture(Map.of()) : changes(ctx, now, open));
    }

    private Future<Map<Long, BuildChange>> changes(RoutingContext ctx, Build now, List<Message> open) {
        Map<Long, BuildChange> changes = new HashMap<>();
        List<Future<BuildChange>> asked = open.stream()
                .map(message -> change(ctx, now, message.proposal().selection())
                        .onSuccess(change -> changes.put(message.seq(), change)))
                .toList();
        return Future.all(asked).map(v -> changes);
    }

    private Future<BuildChange> change(RoutingContext ctx, Build now, Selection selection) {
        return web.ask(ctx, "builder.priceBuild", Json.object(new PriceBuild(selection, null)), BuildQuote.class)
                .map(quote -> BuildChange.of(now, selection, quote))
                .recover(ChatChanges::nothing);
    }

    private static <T> Future<T> nothing(Throwable failure) {
        return Problems.problemOf(failure).status() < SERVER_ERROR
                ? Future.succeededFuture()
                : Future.failedFuture(failure);
    }
}
