package rolt.builder;

import java.util.List;
import java.util.UUID;
import rolt.builder.BuilderMessages.Obstacle;
import rolt.builder.BuilderMessages.Selection;
import rolt.media.MediaMessages.Picture;
import rolt.platform.Text;

/** The presets as staff keep them: drafts, and what stands in the showcase. */
public final class PresetMessages {
    private PresetMessages() {}

    /** {@code builder.listAllPresets} */
    public record ListAllPresets() {}

    /** In the order of the showcase. */
    public record StaffPresetList(List<StaffPreset> items) {}

    /**
     * @param code in the address of its page
     * @param version to be named by a change
     * @param picture null where it is drawn
     * @param total as of now, in đồng; 0 where it can no longer be built
     * @param obstacles what stands in the way of publishing it or, published, of ordering it
     */
    public record StaffPreset(
            UUID id,
            String code,
            Text title,
            Text text,
            Selection selection,
            boolean published,
            int version,
            Picture picture,
            int switchCount,
            long total,
            List<Obstacle> obstacles) {}

    /**
     * {@code builder.addPreset}: a draft, at the end.
     *
     * @param buildCode of a preset or a shared build to begin with, where no selection is given
     */
    public record AddPreset(Text title, Text text, String buildCode, Selection selection) {}

    /** {@code builder.changePreset}; @param selection null to leave the build as it is */
    public record ChangePreset(UUID presetId, int version, Text title, Text text, Selection selection) {}

    /** {@code builder.movePreset}; @param position from 1; behind the last is the last */
    public record MovePreset(UUID presetId, int position) {}

    /** {@code builder.changePresetPicture}; @param pictureId of {@code media.addPicture} */
    public record ChangePresetPicture(UUID presetId, UUID pictureId) {}

    /**
     * {@code builder.getStaffPreset}, {@code builder.publishPreset}, {@code builder.unpublishPreset},
     * {@code builder.removePreset}, {@code builder.removePresetPicture}
     */
    public record PresetId(UUID presetId) {}
}
