package rolt.torture;

import java.util.List;
import java.util.Map;
import rolt.platform.Outbox;
import rolt.torture.ground.Finding;
import rolt.torture.ground.Patience;

/** Brings the shop to rest after a batch: VNPAY tells what is outstanding or is asked, and all letters are sent. */
final class Rest {
    /** So many of the payments are never told of, and have to be asked for. */
    private static final int ONE_IN = 3;

    /** Also what failed, as the shop was told, and is paid all the same: VNPAY's settlement file would show it. */
    private static final String UNSETTLED = """
            select a.txn_ref from payment.attempt a join torture.orders o on o.id = a.order_id
            join torture.payment p using (txn_ref)
            where (a.state in ('OPEN', 'UNKNOWN', 'HELD', 'REVIEW') or a.state = 'FAILED' and p.paid) and o.code = ?
            """;

    /** As if the time of a lease, or of a pause after a failure, had passed. */
    private static final String DUE_NOW = """
            update platform.outbox set due = now() where kind = 'mail' and done_at is null
            and due > now() and due <> 'infinity' and payload ->> 'to' like 'torture-%'
            """;

    private static final String UNSENT = """
            select count(*) from platform.outbox
            where kind = 'mail' and done_at is null and payload ->> 'to' like 'torture-%'
            """;

    private static final String TIME_PASSES = """
            with attempts as (
                update payment.attempt set follow_up_at = now()
                where follow_up_at is not null and order_id in (select id from torture.orders where code = ?))
            update payment.refund set due = case when due is not null then now() end, sent_at = sent_at - interval '1 hour'
            where order_id in (select id from torture.orders where code = ?)
            """;

    private static final String TRACKABLE = """
            select r.id from payment.refund r join torture.orders o on o.id = r.order_id
            where o.code = ? and r.state in ('ACCEPTED', 'UNKNOWN')
            """;

    /** A refund that VNPAY does not know of stays unknown, and those of the same payment wait for it. */
    private static final String UNDER_WAY = """
            select (select count(*) from payment.refund r join torture.orders o on o.id = r.order_id
                where o.code = ? and (r.state in ('SENT', 'ACCEPTED') or r.state = 'UNKNOWN' and r.queries < 5
                    or r.state = 'REQUESTED' and not exists (select from payment.refund other
                        where other.attempt_id = r.attempt_id and other.state = 'UNKNOWN')))
                + (select count(*) from payment.attempt a join torture.orders o on o.id = a.order_id
                where o.code = ? and a.follow_up_at is not null)
            """;

    /** Paid services that the bench does not have, work on cancelled orders, and deliveries without a warranty. */
    private static final String UNSEEN = """
            select (select count(*) from workshop.asked_service a where a.state in ('PAID', 'IN_ASSEMBLY')
                    and not exists (select from workshop.work_order w where w.order_id = a.order_id))
                + (select count(*) from workshop.work_order w join torture.orders o on o.id = w.order_id
                    where o.state = 'CANCELLED' and w.state in ('QUEUED', 'IN_WORK', 'ON_HOLD'))
                + (select count(*) from torture.orders o where o.state = 'DELIVERED'
                    and not exists (select from workshop.warranty w where w.order_id = o.id))
            """;

    private final Scene scene;
    private final Findings findings;

    Rest(Scene scene, Findings findings) {
        this.scene = scene;
        this.findings = findings;
    }

    void come(List<Purchase> purchases) {
        List<Purchase> placed =
                purchases.stream().filter(purchase -> purchase.code() != null).toList();
        placed.forEach(purchase -> findings.guard(purchase, () -> tellAll(purchase)));
        placed.forEach(purchase -> findings.guard(purchase, () -> askAll(purchase)));
        placed.forEach(purchase -> findings.guard(purchase, () -> payBack(purchase)));
        findings.guard(null, this::followOrders);
        findings.guard(null, this::sendLetters);
    }

    /** The workshop comes round for it by itself. */
    private void followOrders() {
        Patience.until(
                "the workshop sees what became of all orders", () -> scene.sql().number(UNSEEN) == 0);
    }

    private void tellAll(Purchase purchase) {
        for (Attempt attempt : purchase.attempts()) {
            String truth = scene.vnpay().end(attempt, "time_over");
            if (Math.floorMod(attempt.txnRef().hashCode(), ONE_IN) > 0) {
                String answer = scene.vnpay().tell(0, truth);
                if (!Vnpay.FINAL.contains(answer)) {
                    throw new Finding("VNPAY would tell of " + attempt.txnRef() + " for ever, answered " + answer);
                }
            }
        }
    }

    private void askAll(Purchase purchase) {
        scene.sql().lines(UNSETTLED, purchase.code()).forEach(reference -> {
            Patience.until(
                    "VNPAY tells what became of " + reference,
                    () -> scene.backstage().query(reference));
            scene.tally().count("attempts found by asking");
        });
    }

    private void payBack(Purchase purchase) {
        String code = purchase.code();
        Patience.until("the refunds of " + code + " come to an end", () -> {
            scene.sql().run(TIME_PASSES, code, code);
            scene.backstage().followUp();
            scene.backstage().sendRefunds();
            scene.sql().lines(TRACKABLE, code).forEach(scene.backstage()::track);
            return scene.sql().number(UNDER_WAY, code, code) == 0;
        });
        purchase.attempts().forEach(scene.vnpay()::rememberRefunds);
    }

    private void sendLetters() {
        scene.sql().run(DUE_NOW);
        scene.shop().platform().bus().publish(Outbox.HINT, Map.of());
        Patience.until("all letters are sent", () -> scene.sql().number(UNSENT) == 0);
    }
}
