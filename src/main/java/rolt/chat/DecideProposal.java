package rolt.chat;

import java.util.Optional;
import rolt.builder.OwnBuildMessages.BuildId;
import rolt.builder.OwnBuildMessages.ChangeOwnBuild;
import rolt.builder.OwnBuildMessages.OwnBuild;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.RoomEvent;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.ProposalMessages.ProposalSeq;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.chat.ProposalRepository.Held;
import rolt.chat.ProposalRepository.Proposed;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/**
 * The customer's answer to a proposal. The build names the version that it was proposed for, so it is changed once,
 * however often and from wherever it is accepted: a node that dies in between leaves the proposal taken, and accepting it
 * again goes on. What was accepted while the room was not closed is told there even if it is closed meanwhile: the build is
 * another one from then on, and who reads the room must not take it for what it was. What is declined changes nothing, so
 * in a room that is closed in that moment nothing is said.
 */
final class DecideProposal {
    private final Platform platform;
    private final ProposalRepository proposals;
    private final MessageRepository messages;

    DecideProposal(Platform platform) {
        this.platform = platform;
        this.proposals = new ProposalRepository(platform.database());
        this.messages = new MessageRepository(platform.database());
    }

    /**
     * Changes the customer's build. Accepted once more, it stays so.
     *
     * @throws Problem 409 {@code chat.build-changed} where the build is another one meanwhile, {@code
     *     chat.proposal-outdated} where it cannot be built any more, {@code chat.proposal-decided} once it was declined,
     *     {@code chat.closed}, {@code chat.no-proposal}; 403 {@code chat.customers-alone} for staff
     */
    Message acceptProposal(Caller caller, ProposalSeq input) {
        Held held = held(caller, input);
        if (held.state() != ProposalState.ACCEPTED) {
            refuseDecided(held, ProposalState.ACCEPTED);
            if (proposals.take(input)) {
                change(caller, input, held.proposed());
                decide(input, ProposalState.ACCEPTED);
            }
        }
        return decided(caller, input, ProposalState.ACCEPTED);
    }

    /** Leaves the build as it is. @throws Problem as {@link #acceptProposal}, once it was accepted */
    Message declineProposal(Caller caller, ProposalSeq input) {
        Held held = held(caller, input);
        if (held.state() != ProposalState.DECLINED) {
            refuseDecided(held, ProposalState.DECLINED);
            decide(input, ProposalState.DECLINED);
        }
        return decided(caller, input, ProposalState.DECLINED);
    }

    private Held held(Caller caller, ProposalSeq input) {
        Held held = proposals.find(caller.accountId(), input).orElseThrow(() -> Problem.notFound("chat"));
        if (held.proposed() == null) {
            throw Problem.conflict("chat.no-proposal");
        }
        if (!held.own()) {
            throw Problem.forbidden("chat.customers-alone");
        }
        return held;
    }

    private static void refuseDecided(Held held, ProposalState wanted) {
        if (held.state() != ProposalState.OPEN && held.state() != wanted) {
            throw Problem.conflict("chat.proposal-decided");
        }
        boolean goesOn = held.taken() && wanted == ProposalState.ACCEPTED;
        if (held.room() == RoomState.CLOSED && !goesOn) {
            throw Problem.conflict("chat.closed");
        }
    }

    private void change(Caller caller, ProposalSeq input, Proposed proposed) {
        ChangeOwnBuild change = new ChangeOwnBuild(proposed.buildId(), proposed.version(), null, proposed.selection());
        try {
            platform.bus().call(caller, "builder.changeOwnBuild", change, OwnBuild.class);
        } catch (Problem problem) {
            if (problem.status() >= 500) {
                throw problem;
            }
            if (!isChanged(caller, proposed)) {
                proposals.giveBack(input);
                throw Problem.conflict(problem.status() == 400 ? "chat.proposal-outdated" : "chat.build-changed");
            }
        }
    }

    /** Whether the build is what was proposed, by this proposal: somebody was here before. */
    private boolean isChanged(Caller caller, Proposed proposed) {
        try {
            OwnBuild build =
                    platform.bus().call(caller, "builder.getOwnBuild", new BuildId(proposed.buildId()), OwnBuild.class);
            return build.version() == proposed.version() + 1
                    && build.selection().equals(proposed.selection());
        } catch (Problem problem) {
            if (problem.status() == 404) {
                return false;
            }
            throw problem;
        }
    }

    private void decide(ProposalSeq input, ProposalState decision) {
        Optional<Message> said = proposals.decide(input, decision);
        said.ifPresent(
                event -> platform.bus().publish(RoomEvent.ADDRESS + input.code(), RoomEvent.said(input.code(), event)));
    }

    /** The proposal as it stands, if that is as it was wanted. */
    private Message decided(Caller caller, ProposalSeq input, ProposalState wanted) {
        Message message = messages.find(caller.accountId(), input.code(), input.seq())
                .orElseThrow(() -> Problem.notFound("chat"));
        if (message.proposal().state() != wanted) {
            refuseDecided(held(caller, input), wanted);
            throw Problem.conflict("chat.proposal-decided");
        }
        return message;
    }
}
