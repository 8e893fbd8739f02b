package rolt.chat;

import java.util.List;
import rolt.builder.BuilderMessages.Selection;
import rolt.fit.FitMessages.Severity;

/** Other choices for a customer's build, proposed in a conversation. */
public final class ProposalMessages {
    private ProposalMessages() {}

    /** Where a proposal stands. */
    public enum ProposalState {
        OPEN("The proposal is open."),
        ACCEPTED("The customer accepted the proposal."),
        DECLINED("The customer declined the proposal.");

        private final String words;

        ProposalState(String words) {
            this.words = words;
        }

        /** In English, for tools. */
        public String words() {
            return words;
        }
    }

    /** {@code chat.proposeChange}; @param text words to it, or null */
    public record ProposeChange(String code, String clientId, Selection selection, String text) {}

    /** {@code chat.acceptProposal}, {@code chat.declineProposal}; @param seq of the message */
    public record ProposalSeq(String code, long seq) {}

    /**
     * What a message proposes, as it was judged when it was sent. Amounts are đồng, VAT included.
     *
     * @param from the build as it was; null of proposals that did not keep it
     * @param total of the build as proposed
     * @param before of the build as it was; 0 where it could not be built any more
     * @param fits nothing is missing and no verdict is an E
     */
    public record Proposal(
            Selection selection,
            Selection from,
            long total,
            long before,
            boolean fits,
            List<ProposedVerdict> verdicts,
            ProposalState state) {}

    public record ProposedVerdict(String rule, Severity severity) {}

    /** What an event tells; @param seq of the proposal that has this state from now on */
    public record Decided(long seq, ProposalState state) {}
}
