package rolt.builder;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import rolt.builder.BuilderMessages.BuildCode;
import rolt.builder.BuilderMessages.JudgeParts;
import rolt.builder.BuilderMessages.ListPresets;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.KitLayoutMessages.ExportLayout;
import rolt.builder.KitLayoutMessages.GetLayout;
import rolt.builder.KitLayoutMessages.ReadLayout;
import rolt.builder.OwnBuildMessages.BuildId;
import rolt.builder.OwnBuildMessages.ChangeOwnBuild;
import rolt.builder.OwnBuildMessages.CopyBuild;
import rolt.builder.OwnBuildMessages.FindOwnBuild;
import rolt.builder.OwnBuildMessages.ListOwnBuilds;
import rolt.builder.OwnBuildMessages.MergeBuilds;
import rolt.builder.PresetMessages.AddPreset;
import rolt.builder.PresetMessages.ChangePreset;
import rolt.builder.PresetMessages.ChangePresetPicture;
import rolt.builder.PresetMessages.ListAllPresets;
import rolt.builder.PresetMessages.MovePreset;
import rolt.builder.PresetMessages.PresetId;
import rolt.platform.Bus;
import rolt.platform.Chore;
import rolt.platform.Platform;

/** Answers the builder's addresses. Deployed on virtual threads. */
public final class BuilderVerticle extends VerticleBase {
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int SWEPT_AT_ONCE = 500;

    private final Platform platform;
    private Chore sweep;

    public BuilderVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Bus bus = platform.bus();
        BuilderRepository repository = new BuilderRepository(platform.database());
        KitLayouts layouts = new KitLayouts();
        FitBuild fit = new FitBuild(layouts);
        Shelves shelves = new Shelves(bus, fit, InstantSource.system());
        platform.cache().onDrop("catalog", shelves::forget);
        Pricing pricing = new Pricing(bus, fit, shelves);
        BuilderService service = new BuilderService(bus, repository, layouts, pricing);
        Orderability orderability = new Orderability(pricing);
        OwnBuildService ownBuilds = new OwnBuildService(platform.database(), repository, orderability);
        SaveBuild saving = new SaveBuild(repository, ownBuilds, pricing);
        CompareBuilds comparing = new CompareBuilds(repository, orderability);
        LayoutFiles files = new LayoutFiles(bus);
        bus.answer("builder.readLayout", ReadLayout.class, files::readLayout);
        bus.answer("builder.exportLayout", ExportLayout.class, files::exportLayout);
        bus.answer("builder.getLayout", GetLayout.class, service::getLayout);
        bus.answer("builder.priceBuild", PriceBuild.class, service::priceBuild);
        bus.answer("builder.judgeParts", JudgeParts.class, service::judgeParts);
        bus.answer("builder.listPresets", ListPresets.class, service::listPresets);
        bus.answer("builder.getPreset", BuildCode.class, service::getPreset);
        bus.answer("builder.getBuild", BuildCode.class, service::getBuild);
        bus.answer("builder.saveBuild", BuilderMessages.SaveBuild.class, saving::saveBuild);
        bus.answer("builder.saveSellable", BuilderMessages.SaveBuild.class, saving::saveSellable);
        bus.answer("builder.compareBuilds", CompareMessages.CompareBuilds.class, comparing::compareBuilds);
        JudgeBuilds judging = new JudgeBuilds(repository, orderability, layouts);
        bus.answer("builder.judgeBuilds", JudgedMessages.JudgeBuilds.class, judging::judgeBuilds);
        answerOwners(bus, ownBuilds);
        answerStaff(bus, new PresetService(platform, repository, orderability));
        sweep = new Chore(
                        platform.database(),
                        "builder.sweep",
                        SWEEP,
                        () -> repository.sweep(SWEPT_AT_ONCE) == SWEPT_AT_ONCE)
                .start(vertx);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return sweep.stop();
    }

    private static void answerOwners(Bus bus, OwnBuildService ownBuilds) {
        bus.answer("builder.listOwnBuilds", ListOwnBuilds.class, ownBuilds::listOwnBuilds);
        bus.answer("builder.getOwnBuild", BuildId.class, ownBuilds::getOwnBuild);
        bus.answer("builder.findOwnBuild", FindOwnBuild.class, ownBuilds::findOwnBuild);
        bus.answer("builder.copyBuild", CopyBuild.class, ownBuilds::copyBuild);
        bus.answer("builder.changeOwnBuild", ChangeOwnBuild.class, ownBuilds::changeOwnBuild);
        bus.answer("builder.withdrawLink", BuildId.class, ownBuilds::withdrawLink);
        bus.answer("builder.removeOwnBuild", BuildId.class, ownBuilds::removeOwnBuild);
        bus.answer("builder.mergeBuilds", MergeBuilds.class, ownBuilds::mergeBuilds);
    }

    private static void answerStaff(Bus bus, PresetService presets) {
        bus.answer("builder.listAllPresets", ListAllPresets.class, presets::listAllPresets);
        bus.answer("builder.getStaffPreset", PresetId.class, presets::getStaffPreset);
        bus.answer("builder.addPreset", AddPreset.class, presets::addPreset);
        bus.answer("builder.changePreset", ChangePreset.class, presets::changePreset);
        bus.answer("builder.movePreset", MovePreset.class, presets::movePreset);
        bus.answer("builder.changePresetPicture", ChangePresetPicture.class, presets::changePresetPicture);
        bus.answer("builder.removePresetPicture", PresetId.class, presets::removePresetPicture);
        bus.answer("builder.publishPreset", PresetId.class, presets::publishPreset);
        bus.answer("builder.unpublishPreset", PresetId.class, presets::unpublishPreset);
        bus.answer("builder.removePreset", PresetId.class, presets::removePreset);
    }
}
