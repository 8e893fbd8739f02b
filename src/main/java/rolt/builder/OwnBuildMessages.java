package rolt.builder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rolt.builder.BuilderMessages.Obstacle;
import rolt.builder.BuilderMessages.Selection;

/** The builds that somebody has saved, as the owner sees them. What a cart holds is a copy of its own. */
public final class OwnBuildMessages {
    private OwnBuildMessages() {}

    /** {@code builder.listOwnBuilds}: the last changed first. */
    public record ListOwnBuilds(Integer limit, String after) {}

    public record OwnBuildList(List<OwnBuild> items, String next) {}

    /**
     * @param code by which anyone who has it can open the build
     * @param version to be named by a change
     * @param total as of now, in đồng; 0 where the catalogue has changed so that it can no longer be built
     * @param obstacles what stands in the way of ordering it; mostly none
     */
    public record OwnBuild(
            UUID id,
            String code,
            String title,
            Selection selection,
            int version,
            Instant changedAt,
            int switchCount,
            long total,
            List<Obstacle> obstacles) {}

    /** {@code builder.getOwnBuild}, {@code builder.removeOwnBuild}, {@code builder.withdrawLink} */
    public record BuildId(UUID buildId) {}

    /**
     * {@code builder.changeOwnBuild}: renames it, saves over it, or both; what is left out stays.
     *
     * @param version that the change was made from
     */
    public record ChangeOwnBuild(UUID buildId, int version, String title, Selection selection) {}

    /** {@code builder.copyBuild}; @param code of a preset, or the share code of a build; title: its own where left out */
    public record CopyBuild(String code, String title) {}

    /** {@code builder.findOwnBuild}, on the bus only: the build in the caller's list that a code opens. */
    public record FindOwnBuild(String code) {}

    /** {@code builder.mergeBuilds}, on the bus only: what the visitor of a session has saved joins the account. */
    public record MergeBuilds(UUID sessionId) {}

    public record MergedBuilds(int builds) {}

    public record Nothing() {}
}
