package rolt.web.chat;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.BuilderMessages.Selection;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ProposalMessages.Proposal;
import rolt.gateway.Problems;
import rolt.platform.Json;
import rolt.web.Web;

/** What the proposals of a room change in the build that it is about, whether they are decided or not. */
final class ChatChanges {
    /** More are not told in detail: who proposes again has thought of something better. */
    private static final int MOST = 4;

    private static final int SERVER_ERROR = 500;

    private final Web web;

    ChatChanges(Web web) {
        this.web = web;
    }

    /** By the numbers of the messages; without those that cannot be priced any longer. */
    Future<Map<Long, BuildChange>> find(RoutingContext ctx, List<Message> messages) {
        Map<Long, BuildChange> changes = new HashMap<>();
        List<Future<BuildChange>> asked = messages.reversed().stream()
                .filter(message ->
                        message.proposal() != null && message.proposal().from() != null)
                .limit(MOST)
                .map(message -> change(ctx, message.proposal()).onSuccess(change -> changes.put(message.seq(), change)))
                .toList();
        return Future.all(asked).map(v -> changes);
    }

    private Future<BuildChange> change(RoutingContext ctx, Proposal proposal) {
        Future<BuildQuote> before = price(ctx, proposal.from());
        Future<BuildQuote> then = price(ctx, proposal.selection());
        return Future.all(before, then)
                .map(all -> BuildChange.of(proposal, before.result(), then.result()))
                .recover(ChatChanges::nothing);
    }

    private Future<BuildQuote> price(RoutingContext ctx, Selection selection) {
        return web.ask(ctx, "builder.priceBuild", Json.object(new PriceBuild(selection, null)), BuildQuote.class);
    }

    private static <T> Future<T> nothing(Throwable failure) {
        return Problems.problemOf(failure).status() < SERVER_ERROR
                ? Future.succeededFuture()
                : Future.failedFuture(failure);
    }
}
