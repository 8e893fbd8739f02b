package rolt.torture;

import java.util.List;
import java.util.stream.Collectors;
import rolt.torture.ground.Sql;

/** All that the database knows of an order, for a person who looks for what went wrong. */
final class Story {
    private record Chapter(String title, String query) {}

    private static final List<Chapter> CHAPTERS = List.of(
            new Chapter("order", "select * from ordering.orders where code = ?"),
            new Chapter("history", """
                select h.* from ordering.history h join ordering.orders o on o.id = order_id where code = ? order by h.id
                """),
            new Chapter("attempts, and whether they are paid at VNPAY", """
                select a.*, p.paid from payment.attempt a join ordering.orders o on o.id = order_id
                left join torture.payment p using (txn_ref) where code = ? order by a.id
                """),
            new Chapter("notifications", """
                select n.received_at, a.txn_ref, n.answer, n.query from payment.notification n
                join payment.attempt a on a.id = attempt_id join ordering.orders o on o.id = order_id
                where code = ? order by n.id
                """),
            new Chapter("calls of VNPAY's merchant API", """
                select c.asked_at, c.answered_at, a.txn_ref, c.refund_id, c.result, c.answer from payment.call c
                join payment.attempt a on a.id = attempt_id join ordering.orders o on o.id = order_id
                where code = ? order by c.id
                """),
            new Chapter("decisions of Finance", """
                select d.* from payment.decision d join payment.attempt a on a.id = attempt_id
                join ordering.orders o on o.id = order_id where code = ? order by d.id
                """),
            new Chapter("refunds", """
                select r.* from payment.refund r join ordering.orders o on o.id = order_id where code = ? order by r.id
                """),
            new Chapter("steps of refunds", """
                select s.* from payment.refund_step s join payment.refund r on r.id = refund_id
                join ordering.orders o on o.id = order_id where code = ? order by s.id
                """),
            new Chapter("money", """
                select t.* from finance.transfer t join ordering.orders o on o.id = order_id where code = ? order by t.id
                """),
            new Chapter("stock", """
                select l.* from stock.ledger l join ordering.orders o on o.id = order_id where code = ? order by l.id
                """),
            new Chapter("work", """
                select w.code, w.state, h.* from workshop.history h join workshop.work_order w on w.id = h.work_order_id
                join ordering.orders o on o.id = w.order_id where o.code = ? order by h.id
                """),
            new Chapter("warranty", """
                select w.*, c.id, c.state, c.asked_at from workshop.warranty w
                left join workshop.claim c on c.warranty_id = w.id join ordering.orders o on o.id = w.order_id
                where o.code = ? order by w.position, c.id
                """),
            new Chapter("letters", "select * from platform.outbox where key in (" + Mails.KEYS + ") order by id"));

    private Story() {}

    /** @param code null for an order that was not placed */
    static String of(Sql sql, String code) {
        if (code == null) {
            return "  not placed\n";
        }
        return CHAPTERS.stream()
                .map(chapter -> "  " + chapter.title() + "\n" + indented(sql.lines(chapter.query(), code)))
                .collect(Collectors.joining());
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }
}
