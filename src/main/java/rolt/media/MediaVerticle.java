package rolt.media;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import rolt.account.AccountMessages;
import rolt.account.AccountMessages.AccountChanged;
import rolt.media.MediaMessages.AddPicture;
import rolt.media.MediaMessages.RemovePicture;
import rolt.media.MediaMessages.SweepPictures;
import rolt.platform.Bus;
import rolt.platform.Chore;
import rolt.platform.HeavyWork;
import rolt.platform.Leftovers;
import rolt.platform.Platform;

/** Uploaded pictures. Deployed on virtual threads. */
public final class MediaVerticle extends VerticleBase {
    /** A picture takes up to 200 MB while it is worked on, and a second or two. */
    private static final int AT_ONCE = 1;

    /** The last in the queue is done within what the bus grants; each waits with up to 10 MB in memory. */
    private static final int WAITING = 7;

    private static final Duration SWEEP = Duration.ofMinutes(20);
    private static final int SWEPT_AT_ONCE = 50;

    private final Platform platform;
    private Chore sweep;

    public MediaVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Leftovers leftovers = new Leftovers(vertx, platform.config().media());
        HeavyWork work = new HeavyWork(vertx, "pictures", AT_ONCE, WAITING);
        MediaRepository pictures = new MediaRepository(platform.database());
        MediaService service = new MediaService(pictures, platform.store(), work, leftovers);

        Bus bus = platform.bus();
        bus.answer("media.addPicture", AddPicture.class, service::addPicture);
        bus.answer("media.removePicture", RemovePicture.class, service::removePicture);
        bus.answer("media.sweepPictures", SweepPictures.class, service::sweepPictures);
        bus.listen(AccountMessages.CHANGED, AccountChanged.class, service::accountChanged);

        // Where nodes share no disk, each clears its own; the chore is done by one.
        vertx.getOrCreateContext().runOnContext(v -> leftovers.sweep());
        sweep = new Chore(platform.database(), "media.sweep", SWEEP, () -> isMoreUnused(service)).start(vertx);
        return Future.succeededFuture();
    }

    private static boolean isMoreUnused(MediaService service) {
        return service.sweepPictures(new SweepPictures(SWEPT_AT_ONCE)).pictures() == SWEPT_AT_ONCE;
    }

    @Override
    public Future<?> stop() {
        return sweep == null ? Future.succeededFuture() : sweep.stop();
    }
}
