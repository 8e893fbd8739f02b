package rolt.builder;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.InstantSource;
import rolt.builder.BuilderMessages.BuildCode;
import rolt.builder.BuilderMessages.ExportLayout;
import rolt.builder.BuilderMessages.GetLayout;
import rolt.builder.BuilderMessages.JudgeParts;
import rolt.builder.BuilderMessages.ListPresets;
import rolt.builder.BuilderMessages.PriceBuild;
import rolt.builder.BuilderMessages.ReadLayout;
import rolt.platform.Bus;
import rolt.platform.Platform;

/** Answers the builder's addresses. Deployed on virtual threads. */
public final class BuilderVerticle extends VerticleBase {
    private final Platform platform;

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
        SaveBuild saving = new SaveBuild(repository, pricing);
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
        return Future.succeededFuture();
    }
}
