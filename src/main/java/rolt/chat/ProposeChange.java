package rolt.chat;

import java.util.Map;
import java.util.Optional;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.OwnBuildMessages.FindOwnBuild;
import rolt.builder.OwnBuildMessages.OwnBuild;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.Side;
import rolt.chat.MessageRepository.Sending;
import rolt.chat.ProposalMessages.ProposedVerdict;
import rolt.chat.ProposalRepository.Proposed;
import rolt.chat.TurnRepository.Standing;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** Proposes another choice for the customer's build that a room is about, priced and judged as of now. */
final class ProposeChange {
    private final Platform platform;
    private final SendMessage messages;
    private final RoomRepository rooms;
    private final TurnRepository turns;

    ProposeChange(Platform platform, SendMessage messages) {
        this.platform = platform;
        this.messages = messages;
        this.rooms = new RoomRepository(platform.database());
        this.turns = new TurnRepository(platform.database());
    }

    /**
     * By who has the room. Sent again under the same client's id it is the message that it was.
     *
     * @throws Problem as {@link SendMessage#send}; 409 {@code chat.no-build} where the room is about no build of its
     *     customer's, 409 {@code chat.proposal-same} for what the build is already, 400 for a selection that cannot be built
     */
    Message proposeChange(Caller caller, ProposalMessages.ProposeChange input) {
        Room room = rooms.find(caller.accountId(), input.code()).orElseThrow(() -> Problem.notFound("chat"));
        Optional<Message> earlier = messages.earlier(sending(caller, input, null));
        if (earlier.isPresent()) {
            return same(earlier.get(), input);
        }
        if (room.side() != Side.STAFF) {
            throw Problem.forbidden("chat.view-only");
        }
        messages.checkMayWrite(input.code(), caller.accountId());
        Sending judged = sending(caller, input, judged(caller, input, ownBuild(caller, room)));
        return same(messages.deliver(judged), input);
    }

    private static Message same(Message earlier, ProposalMessages.ProposeChange input) {
        if (!earlier.proposal().selection().equals(input.selection())) {
            throw Problem.unprocessable("idempotency.other-body", Map.of());
        }
        return earlier;
    }

    private static Sending sending(Caller caller, ProposalMessages.ProposeChange input, Proposed proposed) {
        String words = input.text() == null ? null : input.text().strip();
        return new Sending(
                input.code(), caller.accountId(), input.clientId(), MessageKind.PROPOSAL, words, null, proposed);
    }

    private OwnBuild ownBuild(Caller caller, Room room) {
        Standing standing = turns.find(room.code(), caller.accountId()).orElseThrow(() -> Problem.notFound("chat"));
        if (room.buildCode() == null) {
            throw Problem.conflict("chat.no-build");
        }
        Caller customer = Caller.onBehalfOf(standing.customerId(), caller.requestId());
        try {
            return platform.bus()
                    .call(customer, "builder.findOwnBuild", new FindOwnBuild(room.buildCode()), OwnBuild.class);
        } catch (Problem problem) {
            throw problem.status() == 404 ? Problem.conflict("chat.no-build") : problem;
        }
    }

    private Proposed judged(Caller caller, ProposalMessages.ProposeChange input, OwnBuild build) {
        if (input.selection().equals(build.selection())) {
            throw Problem.conflict("chat.proposal-same");
        }
        BuildQuote quote = platform.bus()
                .call(caller, "builder.priceBuild", new PriceBuild(input.selection(), false), BuildQuote.class);
        return new Proposed(
                build.id(),
                build.version(),
                input.selection(),
                build.selection(),
                quote.total(),
                build.total(),
                quote.fits(),
                quote.verdicts().stream()
                        .map(verdict -> new ProposedVerdict(verdict.rule(), verdict.severity()))
                        .distinct()
                        .toList());
    }
}
