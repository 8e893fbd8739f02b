package rolt.payment;

import rolt.TestShop;

/** The money ledger beside what attempts and refunds say. */
public final class Books {
    private Books() {}

    /** What does not agree, a line each; empty when all is well. */
    public static String troubles(TestShop shop) {
        String troubles = shop.text("""
                select string_agg(trouble, chr(10)) from (
                    select 'sum ' || sum(amount) as trouble from finance.posting having sum(amount) <> 0
                    union all
                    select 'clearing of ' || a.txn_ref from payment.attempt a
                    where coalesce(a.captured, 0) - coalesce((select sum(amount) from payment.refund r where r.attempt_id = a.id
                            and r.state = 'PAID_OUT' and not exists (select from finance.transfer t
                                where t.refund_id = r.id and t.kind = 'BANK_PAYOUT')), 0)
                        <> coalesce((select sum(case 'CLEARING' when debit then amount when credit then -amount else 0 end)
                            from finance.transfer t where t.attempt_id = a.id), 0)
                    union all
                    select 'sales of ' || a.txn_ref from payment.attempt a
                    where case when a.pays then a.captured - a.refunded else 0 end
                        <> coalesce((select sum(case 'SALES' when credit then amount when debit then -amount else 0 end)
                            from finance.transfer t where t.attempt_id = a.id), 0)
                    union all
                    select 'refunds of ' || a.txn_ref from payment.attempt a
                    where a.refunded <> coalesce((select sum(amount) from payment.refund r
                        where r.attempt_id = a.id and r.state <> 'WITHDRAWN'), 0)
                ) as found
                """);
        return troubles == null ? "" : troubles;
    }

    /** What the shop owes the customer of an order, in đồng. */
    static long owed(TestShop shop, String order) {
        return -shop.number(
                "select coalesce(sum(p.amount), 0) from finance.posting p join ordering.orders o on o.id = p.order_id"
                        + " where o.code = ? and p.account = 'CUSTOMER'",
                order);
    }
}
