package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.Obstacle;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Selection;
import rolt.platform.Text;

/** Builds that were put into a cart, priced and judged anew. */
public final class JudgedMessages {
    private JudgedMessages() {}

    /** {@code builder.judgeBuilds}, on the bus only; who asks has seen to it that they are the caller's. */
    public record JudgeBuilds(List<UUID> buildIds) {}

    /** Unknown ones are left out. */
    public record JudgedBuilds(List<JudgedBuild> items) {}

    /**
     * @param layout what was chosen of each option of the kit's layout; empty where it can no longer be built
     * @param quote null where the catalogue has changed so that it can no longer be built
     * @param obstacles what stands in the way of ordering it
     */
    public record JudgedBuild(
            UUID id,
            String code,
            Text title,
            Selection selection,
            List<ChosenOption> layout,
            BuildQuote quote,
            List<Obstacle> obstacles) {
        /** What is bought of it, by SKU; none where it can no longer be built. */
        public Map<String, Integer> quantities() {
            return quote == null
                    ? Map.of()
                    : quote.bought().stream().collect(Collectors.toMap(QuoteLine::sku, QuoteLine::quantity));
        }
    }

    /** An option of a layout and the choice made. */
    public record ChosenOption(Text option, Text choice) {}
}
