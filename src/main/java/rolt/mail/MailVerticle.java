package rolt.mail;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import rolt.platform.Outbox;
import rolt.platform.Platform;

/** Sends the mails of the outbox: at once when it hears of one, and otherwise looks every two seconds. */
public final class MailVerticle extends VerticleBase {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Platform platform;
    private Smtp smtp;

    public MailVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        smtp = new Smtp(vertx, platform.config().smtp().url());
        MailWorker worker = new MailWorker(new MailRepository(platform.database()), smtp, platform);
        Context context = vertx.getOrCreateContext();
        platform.bus().listen(Outbox.HINT, Hint.class, hint -> context.runOnContext(v -> worker.work()));
        vertx.setPeriodic(LOOK.toMillis(), timer -> worker.work());
        return Future.succeededFuture();
    }

    /** The hint says nothing but that there is something. */
    private record Hint() {}

    @Override
    public Future<?> stop() {
        smtp.close();
        return Future.succeededFuture();
    }
}
