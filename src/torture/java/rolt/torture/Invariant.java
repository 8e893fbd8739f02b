package rolt.torture;

import java.util.List;
import rolt.torture.ground.Sql;

/** What must be true of money, stock and the bench whenever the shop is at rest. */
enum Invariant {
    STOCK_IS_ITS_LEDGER("the stock is not the sum of its ledger", """
            select v.sku, s.on_hand, s.reserved, l.on_hand, l.reserved from stock.stock s
            join catalog.variant v on v.id = s.variant_id
            left join (
                select variant_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
                from stock.ledger group by variant_id) l using (variant_id)
            where (s.on_hand, s.reserved) is distinct from (coalesce(l.on_hand, 0), coalesce(l.reserved, 0))
            """),
    RESERVED_IS_HELD("what is reserved is not what unpaid orders hold", """
            select v.sku, s.reserved, sum(l.quantity) filter (where o.state = 'PENDING_PAYMENT') as held
            from stock.stock s join catalog.variant v on v.id = s.variant_id and v.sku like 'TORTURE-%'
            left join ordering.line l on l.variant_id = v.id left join ordering.orders o on o.id = l.order_id
            group by v.sku, s.reserved
            having s.reserved <> coalesce(sum(l.quantity) filter (where o.state = 'PENDING_PAYMENT'), 0)
            """),
    STOCK_FOLLOWS_THE_STATE("an order does not hold or has not taken the stock that its state says", """
            select o.code, o.state, l.sku, l.quantity, m.taken, m.held from torture.orders o
            join ordering.line l on l.order_id = o.id and l.kind <> 'SERVICE'
            cross join lateral (
                select coalesce(-sum(on_hand_delta), 0) as taken, coalesce(sum(reserved_delta), 0) as held
                from stock.ledger s where s.order_id = o.id and s.variant_id = l.variant_id) m
            where m.held <> case when o.state = 'PENDING_PAYMENT' then l.quantity else 0 end
               or m.taken <> case when o.state in ('PENDING_PAYMENT', 'EXPIRED', 'CANCELLED') then 0
                   else l.quantity end
            """),
    NOTHING_IS_PAID_TWICE("an order was paid twice, and the second payment does not go back", """
            select o.code, o.state, a.txn_ref, a.captured, a.refunded, a.follow_up_at from torture.orders o
            join payment.attempt a on a.order_id = o.id
            where a.state = 'CAPTURED' and not a.pays and (a.refunded <> a.captured or a.follow_up_at is not null)
            """),
    PAID_IS_PAID_FOR("an order is paid without a payment of its total, or a payment without its order", """
            select o.code, o.state, o.total, sum(a.captured) from torture.orders o
            left join payment.attempt a on a.order_id = o.id and a.pays
            group by o.code, o.state, o.total
            having coalesce(sum(a.captured), 0) <> case
                when o.state in ('PAID', 'IN_ASSEMBLY', 'SHIPPED', 'DELIVERED') or o.state = 'CANCELLED' and bool_or(a.pays)
                then o.total else 0 end
            """),
    WHAT_IS_OVER_GOES_BACK("an order is over, and money for it does not go back", """
            select o.code, o.state, a.txn_ref, a.captured, a.refunded from torture.orders o
            join payment.attempt a on a.order_id = o.id
            where o.state in ('EXPIRED', 'CANCELLED') and a.captured <> a.refunded
            """),
    REFUNDS_WITHIN_CAPTURE("more goes back than was taken, or something else than the refunds say", """
            select o.code, a.txn_ref, a.captured, a.refunded, sum(r.amount) from torture.orders o
            join payment.attempt a on a.order_id = o.id left join payment.refund r on r.attempt_id = a.id
            group by o.code, a.id
            having coalesce(sum(r.amount) filter (where r.state <> 'WITHDRAWN'), 0) <> a.refunded
                or a.refunded > coalesce(a.captured, 0)
            """),
    VNPAY_PAYS_BACK_THE_SAME("VNPAY pays back something else than the shop says", """
            select coalesce(s.code, o.code), v.txn_ref, v.transaction_no, v.amount, v.refused, s.transaction_no,
                s.amount, s.state
            from torture.refund v
            full join (
                select o.code, r.transaction_no, r.amount, r.state from payment.refund r
                join torture.orders o on o.id = r.order_id where r.transaction_no is not null) s using (transaction_no)
            left join payment.attempt a on a.txn_ref = v.txn_ref left join ordering.orders o on o.id = a.order_id
            where v.amount is distinct from s.amount or v.refused <> (s.state = 'REFUSED')
            """),
    MONEY_SUMS_TO_ZERO("the money ledger does not sum to zero", """
            select sum(amount) from finance.posting having sum(amount) <> 0
            """),
    ACCOUNTS_AGREE("an account does not hold what payments and refunds say", """
            select code, account, booked, said from (
                select o.code, account, coalesce((select sum(p.amount) from finance.posting p
                        where p.order_id = o.id and p.account = kept.account), 0) as booked,
                    case account
                        when 'CLEARING' then came - gone
                        when 'SALES' then back - sold
                        when 'CUSTOMER' then sold - back - came + gone
                        else 0 end as said
                from torture.orders o
                cross join (values ('CLEARING'), ('CUSTOMER'), ('SALES'), ('BANK')) as kept (account)
                cross join lateral (
                    select coalesce(sum(captured), 0) as came, coalesce(sum(captured) filter (where pays), 0) as sold,
                        coalesce(sum(refunded) filter (where pays), 0) as back
                    from payment.attempt where order_id = o.id) payments
                cross join lateral (
                    select coalesce(sum(amount) filter (where state = 'PAID_OUT'), 0) as gone
                    from payment.refund where order_id = o.id) refunds) books
            where booked <> said
            """),
    VNPAY_KNOWS_THE_SAME("the shop does not know what VNPAY knows of a payment", """
            select o.code, a.txn_ref, a.state, a.reason, p.paid from torture.payment p
            join payment.attempt a using (txn_ref) join torture.orders o on o.id = a.order_id
            where p.paid <> (a.state = 'CAPTURED')
            """),
    HISTORY_IS_A_WAY("the history of an order is not a way through its states", """
            select code, transition, came_from, from_state, to_state from (
                select o.code, h.transition, h.from_state, h.to_state,
                    lag(h.to_state) over (partition by h.order_id order by h.id) as came_from
                from torture.orders o join ordering.history h on h.order_id = o.id) step
            where from_state is distinct from came_from
               or (coalesce(from_state, ''), to_state) not in (
                   ('', 'PENDING_PAYMENT'), ('PENDING_PAYMENT', 'PAID'), ('PENDING_PAYMENT', 'CANCELLED'),
                   ('PENDING_PAYMENT', 'EXPIRED'), ('EXPIRED', 'PAID'),
                   ('PAID', 'IN_ASSEMBLY'), ('PAID', 'SHIPPED'), ('IN_ASSEMBLY', 'SHIPPED'),
                   ('SHIPPED', 'DELIVERED'), ('PAID', 'CANCELLED'), ('IN_ASSEMBLY', 'CANCELLED'))
            """),
    SERVICES_ARE_DONE_AT_THE_BENCH("an order was shipped without its service, or begun without one", """
            select o.code, h.transition, h.from_state from torture.orders o join ordering.history h on h.order_id = o.id
            where (h.from_state = 'PAID' and h.to_state = 'SHIPPED')
                    and exists (select from ordering.line where order_id = o.id and kind = 'SERVICE')
               or h.to_state = 'IN_ASSEMBLY'
                    and not exists (select from ordering.line where order_id = o.id and kind = 'SERVICE')
            """),
    ONE_WORK_ORDER_A_BUILD("the services of a build have not exactly one work order, or unpaid ones have any", """
            select o.code, o.state, l.build_id, count(distinct w.id) from torture.orders o
            join ordering.line l on l.order_id = o.id and l.kind = 'SERVICE'
            left join workshop.work_order w on w.order_id = o.id and w.build_id is not distinct from l.build_id
            group by o.code, o.state, l.build_id
            having count(distinct w.id) <> 1 and o.state in ('PAID', 'IN_ASSEMBLY', 'SHIPPED', 'DELIVERED')
                or count(distinct w.id) > 1 and o.state = 'CANCELLED'
                or count(distinct w.id) > 0 and o.state in ('PENDING_PAYMENT', 'EXPIRED')
            """),
    WORK_FOLLOWS_ITS_ORDER("work does not stand where its order does, or is finished with steps to do", """
            select o.code, o.state, w.code, w.state from torture.orders o join workshop.work_order w on w.order_id = o.id
            where o.state in ('SHIPPED', 'DELIVERED') and w.state <> 'FINISHED'
                or o.state = 'CANCELLED' and w.state not in ('CANCELLED', 'FINISHED')
                or o.state <> 'CANCELLED' and w.state = 'CANCELLED'
                or o.state = 'PAID' and w.state in ('IN_WORK', 'FINISHED')
                or w.state = 'FINISHED'
                    and exists (select from workshop.step s where s.work_order_id = w.id and s.done_at is null)
            """),
    NO_WORK_AFTER_THE_END("the bench worked on an order that was cancelled or shipped", """
            select o.code, w.code, h.what, h.at, e.transition, e.at from torture.orders o
            join ordering.history e on e.order_id = o.id and e.transition in ('CALL_OFF', 'SHIP')
            join workshop.work_order w on w.order_id = o.id
            join workshop.history h on h.work_order_id = w.id and h.id > e.id and h.what <> 'CANCEL'
            """),
    WARRANTY_BEGINS_WITH_THE_DELIVERY("a line has not exactly the warranty that its delivery began", """
            select o.code, o.state, l.position, count(w.id), min(w.begins_on) from torture.orders o
            join ordering.line l on l.order_id = o.id
            left join workshop.warranty w on w.order_id = o.id and w.position = l.position
            left join ordering.history h on h.order_id = o.id and h.transition = 'DELIVER'
            group by o.code, o.state, l.position
            having count(distinct w.id) <> count(distinct h.id)
                or min(w.begins_on) <> min((h.at at time zone 'Asia/Ho_Chi_Minh')::date)
            """),
    CLAIMS_ARE_OF_THE_WARRANTY("a claim waits on a warranty that is void", """
            select o.code, c.id, c.state from torture.orders o join workshop.warranty w on w.order_id = o.id
            join workshop.claim c on c.warranty_id = w.id where c.state = 'REQUESTED' and w.voided_at is not null
            """),
    HISTORY_ENDS_IN_THE_STATE("the history of an order does not end in its state", """
            select o.code, o.state, last.to_state from torture.orders o
            left join lateral (
                select to_state from ordering.history where order_id = o.id order by id desc limit 1) last on true
            where o.state is distinct from last.to_state
            """),
    ONE_LETTER_A_PAYMENT("an order that was paid has not exactly one letter about it", """
            select o.code, o.state, count(distinct h.id) as paid, count(distinct b.id) as letters
            from torture.orders o
            left join ordering.history h on h.order_id = o.id and h.to_state = 'PAID'
            left join platform.outbox b on b.kind = 'mail' and b.key = 'order-paid/' || o.code
            group by o.code, o.state having count(distinct h.id) <> count(distinct b.id)
            """),
    NO_TRANSACTION_IS_LEFT_OPEN("a transaction was left open", """
            select pid, state, xact_start, query from pg_stat_activity
            where datname = current_database() and xact_start < now() - interval '30 seconds'
            """);

    private final String trouble;
    private final String query;

    /**
     * @param trouble what is the matter where it is not so
     * @param query finds that
     */
    Invariant(String trouble, String query) {
        this.trouble = trouble;
        this.query = query;
    }

    /** Notes all that is not as it must be. */
    static void checkAll(Sql sql, List<Purchase> purchases, Findings findings) {
        for (Invariant invariant : values()) {
            sql.lines(invariant.query)
                    .forEach(line -> findings.add(invariant.trouble + ": " + line, concerned(purchases, line)));
        }
    }

    private static Purchase concerned(List<Purchase> purchases, String line) {
        return purchases.stream()
                .filter(purchase -> purchase.code() != null && line.contains(purchase.code()))
                .findFirst()
                .orElse(null);
    }
}
