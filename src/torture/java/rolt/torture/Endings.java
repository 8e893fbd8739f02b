package rolt.torture;

import rolt.torture.ground.Sql;

/** How the orders and their payments ended, counted. */
final class Endings {
    private static final String COUNTED = """
            select lpad(count(*)::text, 8), 'orders ' || state from torture.orders group by state
            union all
            select lpad(count(*)::text, 8), 'attempts ' || a.state || coalesce(' ' || a.reason, '')
            from payment.attempt a join torture.orders o on o.id = a.order_id group by a.state, a.reason
            union all
            select lpad(count(*)::text, 8), 'refunds ' || r.reason || ' ' || r.state
            from payment.refund r join torture.orders o on o.id = r.order_id group by r.reason, r.state
            union all
            select lpad(count(*)::text, 8), 'work orders ' || w.state
            from workshop.work_order w join torture.orders o on o.id = w.order_id group by w.state
            union all
            select lpad(count(*)::text, 8), 'warranty claims ' || c.state
            from workshop.claim c join workshop.warranty w on w.id = c.warranty_id
                join torture.orders o on o.id = w.order_id group by c.state
            order by 2
            """;

    private Endings() {}

    static String of(Sql sql) {
        return String.join(
                "\n",
                sql.lines(COUNTED).stream()
                        .map(line -> line.replaceFirst("  (?=[a-z])", " "))
                        .toList());
    }
}
