package rolt.web.chat;

import java.util.List;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.chat.ProposalMessages.Proposal;

/**
 * In what a build would differ.
 *
 * @param parts the kinds in which it does
 * @param layout whether keys are laid out in another way
 */
public record BuildChange(List<Part> parts, boolean layout) {
    /** @param gone lines that would not be there any more, or in another quantity; @param come those in their place */
    public record Part(Kind kind, List<QuoteLine> gone, List<QuoteLine> come) {}

    /** @param before of the build as it was when it was proposed; @param then as it would be */
    static BuildChange of(Proposal proposal, BuildQuote before, BuildQuote then) {
        List<Part> parts = Stream.of(Kind.values())
                .map(kind -> new Part(kind, only(before, then, kind), only(then, before, kind)))
                .filter(part -> !part.gone().isEmpty() || !part.come().isEmpty())
                .toList();
        return new BuildChange(parts, !laid(proposal.from()).equals(laid(proposal.selection())));
    }

    private static List<QuoteLine> only(BuildQuote one, BuildQuote other, Kind kind) {
        return one.lines().stream()
                .filter(line -> line.kind() == kind && other.lines().stream().noneMatch(there -> same(line, there)))
                .toList();
    }

    private static boolean same(QuoteLine one, QuoteLine other) {
        return one.sku().equals(other.sku()) && one.quantity() == other.quantity() && one.owned() == other.owned();
    }

    /** A choice that is left out is the first one. */
    private static List<Integer> laid(Selection selection) {
        List<Integer> choices = selection.choices();
        int length = choices.size();
        while (length > 0 && choices.get(length - 1) == 0) {
            length--;
        }
        return choices.subList(0, length);
    }
}
