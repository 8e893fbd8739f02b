package rolt.builder;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.BuilderRepository.Stored;
import rolt.builder.Orderability.Judged;
import rolt.builder.OwnBuildMessages.Nothing;
import rolt.builder.PresetMessages.AddPreset;
import rolt.builder.PresetMessages.ChangePreset;
import rolt.builder.PresetMessages.ChangePresetPicture;
import rolt.builder.PresetMessages.ListAllPresets;
import rolt.builder.PresetMessages.MovePreset;
import rolt.builder.PresetMessages.PresetId;
import rolt.builder.PresetMessages.StaffPreset;
import rolt.builder.PresetMessages.StaffPresetList;
import rolt.builder.PresetRepository.Kept;
import rolt.builder.PresetRepository.Replaced;
import rolt.media.MediaMessages;
import rolt.media.MediaMessages.RemovePicture;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Text;

/** What staff do with presets. Only what can be ordered is published, and what is published is changed only so that it can. */
final class PresetService {
    private static final Logger LOG = LoggerFactory.getLogger(PresetService.class);
    private static final String KEPT_ANSWERS = "builds";
    private static final int MOST_OF_A_TITLE = 60;

    private final Platform platform;
    private final PresetRepository presets;
    private final BuilderRepository builds;
    private final Orderability orderability;

    PresetService(Platform platform, BuilderRepository builds, Orderability orderability) {
        this.platform = platform;
        this.presets = new PresetRepository(platform.database());
        this.builds = builds;
        this.orderability = orderability;
    }

    StaffPresetList listAllPresets(Caller caller, ListAllPresets input) {
        return new StaffPresetList(judged(caller, presets.list()));
    }

    private List<StaffPreset> judged(Caller caller, List<Kept> kept) {
        List<Judged> judged =
                orderability.of(caller, kept.stream().map(Kept::selection).toList());
        return IntStream.range(0, kept.size())
                .mapToObj(i -> preset(kept.get(i), judged.get(i)))
                .toList();
    }

    private static StaffPreset preset(Kept kept, Judged judged) {
        return new StaffPreset(
                kept.id(),
                kept.code(),
                kept.title(),
                kept.text(),
                kept.selection(),
                kept.published(),
                kept.version(),
                kept.picture(),
                judged.switchCount(),
                judged.total(),
                judged.obstacles());
    }

    StaffPreset getStaffPreset(Caller caller, PresetId input) {
        return judged(caller, List.of(find(input.presetId()))).getFirst();
    }

    private Kept find(UUID preset) {
        return presets.find(preset).orElseThrow(() -> Problem.notFound("preset"));
    }

    /** @throws Problem 400 naming each field that is at fault; 404 for an unknown build */
    StaffPreset addPreset(Caller caller, AddPreset input) {
        Selection selection = selection(input);
        orderability.check(caller, selection);
        Text title = stripped(input.title());
        UUID id = add(slug(title.vi()), title, stripped(input.text()), selection);
        return getStaffPreset(caller, new PresetId(id));
    }

    private Selection selection(AddPreset input) {
        if (input.selection() != null) {
            return input.selection();
        }
        if (input.buildCode() == null) {
            throw Problem.invalid("selection", "required");
        }
        return builds.findPublic(input.buildCode()).map(Stored::selection).orElseThrow(() -> Problem.notFound("build"));
    }

    /** A title that is taken gets a few letters more in its address. */
    private UUID add(String code, Text title, Text text, Selection selection) {
        try {
            return presets.add(code, title, text, selection);
        } catch (DatabaseException e) {
            if (!e.broke(PresetRepository.CODE_ONCE)) {
                throw e;
            }
            String other = UUID.randomUUID().toString().substring(0, 8);
            return presets.add(code + "-" + other, title, text, selection);
        }
    }

    /** A title as an address: {@code Buổi Sáng} becomes {@code bo-buoi-sang}. */
    private static String slug(String title) {
        String plain = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut =
                plain.substring(0, Math.min(MOST_OF_A_TITLE, plain.length())).replaceAll("-$", "");
        return "bo-" + (cut.isEmpty() ? "phoi" : cut);
    }

    /** @throws Problem 400, 404; 409 where it was changed meanwhile, or is published and could not be ordered */
    StaffPreset changePreset(Caller caller, ChangePreset input) {
        Kept before = find(input.presetId());
        if (input.selection() != null) {
            Judged judged = orderability.check(caller, input.selection());
            refuseUnsellable(before.published(), judged);
        }
        ChangePreset clean = new ChangePreset(
                input.presetId(), input.version(), stripped(input.title()), stripped(input.text()), input.selection());
        if (!presets.change(clean)) {
            throw changed(before);
        }
        return shown(caller, input.presetId());
    }

    private static void refuseUnsellable(boolean published, Judged judged) {
        if (published && !judged.obstacles().isEmpty()) {
            throw Problem.conflict("preset.unsellable", Map.of("obstacles", judged.obstacles()));
        }
    }

    /** @throws Problem 404; 409 with the obstacles where it could not be ordered */
    StaffPreset publishPreset(Caller caller, PresetId input) {
        Kept preset = find(input.presetId());
        refuseUnsellable(
                true, orderability.of(caller, List.of(preset.selection())).getFirst());
        return publish(caller, preset, true);
    }

    StaffPreset unpublishPreset(Caller caller, PresetId input) {
        return publish(caller, find(input.presetId()), false);
    }

    private StaffPreset publish(Caller caller, Kept preset, boolean published) {
        if (preset.published() != published && !presets.publish(preset, published)) {
            throw changed(preset);
        }
        return shown(caller, preset.id());
    }

    private static Problem changed(Kept preset) {
        return Problem.conflict("preset.changed", Map.of("code", preset.code()));
    }

    StaffPresetList movePreset(Caller caller, MovePreset input) {
        presets.move(find(input.presetId()).id(), input.position());
        forget();
        return listAllPresets(caller, new ListAllPresets());
    }

    /** @throws Problem 404 for an unknown preset or picture */
    StaffPreset changePresetPicture(Caller caller, ChangePresetPicture input) {
        return changePicture(caller, input.presetId(), input.pictureId());
    }

    StaffPreset removePresetPicture(Caller caller, PresetId input) {
        return changePicture(caller, input.presetId(), null);
    }

    private StaffPreset changePicture(Caller caller, UUID preset, UUID picture) {
        Replaced before = presets.changePicture(preset, picture).orElseThrow(() -> Problem.notFound("picture"));
        if (before.picture() != null && !before.picture().equals(picture)) {
            discard(caller, before.picture());
        }
        return shown(caller, preset);
    }

    Nothing removePreset(Caller caller, PresetId input) {
        Kept preset = find(input.presetId());
        presets.remove(preset.id());
        forget();
        if (preset.picture() != null) {
            discard(caller, preset.picture().id());
        }
        return new Nothing();
    }

    /** What cannot be removed at once is found by the sweep. */
    private void discard(Caller caller, UUID picture) {
        try {
            platform.bus().call(caller, "media.removePicture", new RemovePicture(picture), MediaMessages.Nothing.class);
        } catch (Problem problem) {
            LOG.warn("Picture {} is left to the sweep", picture, problem);
        }
    }

    private StaffPreset shown(Caller caller, UUID preset) {
        forget();
        return getStaffPreset(caller, new PresetId(preset));
    }

    private void forget() {
        platform.cache().drop(KEPT_ANSWERS);
    }

    private static Text stripped(Text text) {
        return new Text(text.vi().strip(), text.en().strip());
    }
}
