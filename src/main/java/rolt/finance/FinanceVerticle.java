package rolt.finance;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import rolt.finance.FinanceMessages.ExplainOrder;
import rolt.finance.FinanceMessages.GetPayment;
import rolt.finance.FinanceMessages.GetRefund;
import rolt.finance.FinanceMessages.ListReviews;
import rolt.finance.SettlementMessages.GetSettlement;
import rolt.finance.SettlementMessages.ListSettlements;
import rolt.finance.SettlementMessages.TickException;
import rolt.platform.Bus;
import rolt.platform.Chore;
import rolt.platform.Platform;

/** Shows where money is and what waits for a decision, and checks VNPAY's settlements. Deployed on virtual threads. */
public final class FinanceVerticle extends VerticleBase {
    private static final Duration COMPARE = Duration.ofSeconds(10);

    private final Platform platform;
    private Chore comparison;

    public FinanceVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        MoneyRepository money = new MoneyRepository(platform.database());
        FinanceService service = new FinanceService(money);
        ReviewQueue reviews = new ReviewQueue(money);
        SettlementRepository settlements = new SettlementRepository(platform.database());
        CompareSettlement comparing = new CompareSettlement(platform, settlements);
        CheckSettlement checking = new CheckSettlement(platform, settlements, comparing);

        Bus bus = platform.bus();
        bus.answer("finance.listReviews", ListReviews.class, reviews::listReviews);
        bus.answer("finance.getPayment", GetPayment.class, service::getPayment);
        bus.answer("finance.getRefund", GetRefund.class, service::getRefund);
        bus.answer("finance.explainOrder", ExplainOrder.class, service::explainOrder);
        bus.answer("finance.checkSettlement", SettlementMessages.CheckSettlement.class, checking::checkSettlement);
        bus.answer("finance.listSettlements", ListSettlements.class, checking::listSettlements);
        bus.answer("finance.getSettlement", GetSettlement.class, checking::getSettlement);
        bus.answer("finance.tickException", TickException.class, checking::tickException);
        comparison = new Chore(platform.database(), "finance.comparing", COMPARE, comparing::compareNext).start(vertx);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return comparison.stop();
    }
}
