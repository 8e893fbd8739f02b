package rolt.builder;

import java.util.List;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.Obstacle;
import rolt.builder.BuilderMessages.Selection;
import rolt.media.MediaMessages.Picture;

/** Builds side by side. */
public final class CompareMessages {
    private CompareMessages() {}

    /** {@code builder.compareBuilds}; @param codes of presets or shared builds, 1 to 4 */
    public record CompareBuilds(List<String> codes) {}

    /** In the order that was asked for; @param unknown codes that stand for nothing that everybody may see */
    public record BuildComparison(List<ComparedBuild> items, List<String> unknown) {}

    /**
     * @param picture an uploaded one; null where it is drawn
     * @param formFactor the kit's, as its specs name it; null without a kit
     * @param quote null where the catalogue has changed so that it can no longer be built
     * @param obstacles what stands in the way of ordering it
     */
    public record ComparedBuild(
            String code,
            boolean preset,
            String title,
            Picture picture,
            String formFactor,
            Selection selection,
            BuildQuote quote,
            List<Obstacle> obstacles) {}
}
