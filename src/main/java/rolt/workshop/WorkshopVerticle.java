package rolt.workshop;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Set;
import rolt.ordering.OrderingMessages.OrderChanged;
import rolt.platform.Bus;
import rolt.platform.Chore;
import rolt.platform.Config;
import rolt.platform.Platform;
import rolt.workshop.WarrantyMessages.AddClaimPhoto;
import rolt.workshop.WarrantyMessages.ApproveClaim;
import rolt.workshop.WarrantyMessages.ClaimId;
import rolt.workshop.WarrantyMessages.GetWarranty;
import rolt.workshop.WarrantyMessages.ListClaims;
import rolt.workshop.WarrantyMessages.RejectClaim;
import rolt.workshop.WarrantyMessages.RequestClaim;
import rolt.workshop.WarrantyMessages.VoidWarranty;
import rolt.workshop.WorkMessages.AddNote;
import rolt.workshop.WorkMessages.AddWorkPhoto;
import rolt.workshop.WorkMessages.FinishStep;
import rolt.workshop.WorkMessages.FollowWork;
import rolt.workshop.WorkMessages.HoldWork;
import rolt.workshop.WorkMessages.ListWork;
import rolt.workshop.WorkMessages.MovePromise;
import rolt.workshop.WorkMessages.PromiseBench;
import rolt.workshop.WorkMessages.RemoveWorkPhoto;
import rolt.workshop.WorkMessages.ReopenWork;
import rolt.workshop.WorkMessages.TickItem;
import rolt.workshop.WorkMessages.WorkCode;

/** Answers the workshop's addresses, and follows what becomes of orders. */
public final class WorkshopVerticle extends VerticleBase {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Platform platform;
    private Chore following;

    public WorkshopVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Config.Workshop settings = platform.config().workshop();
        Bench bench = new Bench(settings.minutesPerDay(), Set.copyOf(settings.closedDays()));
        OpenWork opening = new OpenWork(platform, bench);
        WorkService files = new WorkService(new WorkFileRepository(platform.database()), bench);
        ChangeWork work = new ChangeWork(platform, files);
        answerBench(platform.bus(), opening, files);
        answerDesk(platform.bus(), new WorkDesk(platform, work), new WorkWaits(platform, work, bench));
        answerPhotos(platform.bus(), new WorkPhotos(platform, files));
        answerWarranty(platform.bus(), new WarrantyService(platform));
        followOrders(new FollowOrders(opening, new WarrantyRepository(platform.database()), settings));
        return Future.succeededFuture();
    }

    private static void answerBench(Bus bus, OpenWork opening, WorkService files) {
        bus.answer("workshop.promiseBench", PromiseBench.class, opening::promiseBench);
        bus.answer("workshop.listWork", ListWork.class, files::listWork);
        bus.answer("workshop.getWork", WorkCode.class, files::getWork);
        bus.answer("workshop.followWork", FollowWork.class, files::followWork);
    }

    private static void answerDesk(Bus bus, WorkDesk desk, WorkWaits waits) {
        bus.answer("workshop.takeWork", WorkCode.class, desk::takeWork);
        bus.answer("workshop.releaseWork", WorkCode.class, desk::releaseWork);
        bus.answer("workshop.holdWork", HoldWork.class, waits::holdWork);
        bus.answer("workshop.resumeWork", WorkCode.class, waits::resumeWork);
        bus.answer("workshop.reopenWork", ReopenWork.class, waits::reopenWork);
        bus.answer("workshop.finishWork", WorkCode.class, desk::finishWork);
        bus.answer("workshop.tickItem", TickItem.class, desk::tickItem);
        bus.answer("workshop.finishStep", FinishStep.class, desk::finishStep);
        bus.answer("workshop.addNote", AddNote.class, desk::addNote);
        bus.answer("workshop.movePromise", MovePromise.class, waits::movePromise);
    }

    private static void answerPhotos(Bus bus, WorkPhotos photos) {
        bus.answer("workshop.addWorkPhoto", AddWorkPhoto.class, photos::addWorkPhoto);
        bus.answer("workshop.removeWorkPhoto", RemoveWorkPhoto.class, photos::removeWorkPhoto);
    }

    private void answerWarranty(Bus bus, WarrantyService service) {
        ClaimDesk desk = new ClaimDesk(platform, service);
        bus.answer("workshop.getWarranty", GetWarranty.class, service::getWarranty);
        bus.answer("workshop.requestClaim", RequestClaim.class, service::requestClaim);
        bus.answer("workshop.getClaim", ClaimId.class, service::getClaim);
        bus.answer("workshop.addClaimPhoto", AddClaimPhoto.class, service::addClaimPhoto);
        bus.answer("workshop.listClaims", ListClaims.class, desk::listClaims);
        bus.answer("workshop.approveClaim", ApproveClaim.class, desk::approveClaim);
        bus.answer("workshop.rejectClaim", RejectClaim.class, desk::rejectClaim);
        bus.answer("workshop.completeClaim", ClaimId.class, desk::completeClaim);
        bus.answer("workshop.voidWarranty", VoidWarranty.class, desk::voidWarranty);
    }

    /** The chore sees to all of it; a hint only makes it sooner. */
    private void followOrders(FollowOrders orders) {
        Context context = vertx.getOrCreateContext();
        platform.bus()
                .listen(
                        OrderChanged.OF_ANY,
                        OrderChanged.class,
                        changed -> context.runOnContext(v -> orders.follow(changed)));
        following = new Chore(platform.database(), "workshop.orders", LOOK, orders::followAll).start(vertx);
    }

    @Override
    public Future<?> stop() {
        return following.stop();
    }
}
