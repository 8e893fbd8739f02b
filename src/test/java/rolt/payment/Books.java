package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import rolt.Shopping;
import rolt.TestShop;

/**
 * The money ledger beside what attempts and refunds say. As an extension it mends VNPAY after each test, and sees to it
 * that money and stock agree.
 */
public final class Books implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext test) {
        TestShop shop = TestShop.running();
        Vnpay.faults(shop, new JsonObject());
        assertThat(troubles(shop)).isEmpty();
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

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
}
