package rolt.torture;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.dev.mailbox.Mailbox;
import rolt.torture.ground.Sql;

/** What came into the mailboxes, over the whole run: the same letter may come twice, but never as two. */
final class Mails {
    /** Keys name an order, one of its payments or refunds, something that happened at the bench, or a claim. */
    static final String KEYS = """
            select b.key from torture.orders o join platform.outbox b on b.kind = 'mail' and (
                b.key like '%/' || o.code
                or split_part(b.key, '/', 2) in (select txn_ref from payment.attempt where order_id = o.id)
                or split_part(b.key, '/', 2) in (select id::text from payment.refund where order_id = o.id)
                or split_part(b.key, '/', 2) in (
                    select h.id::text from workshop.history h join workshop.work_order w on w.id = h.work_order_id
                    where w.order_id = o.id)
                or split_part(b.key, '/', 2) in (
                    select c.id::text from workshop.claim c join workshop.warranty w on w.id = c.warranty_id
                    where w.order_id = o.id))
            where o.code = ?
            """;

    private final Mailbox mailbox;
    private final Map<String, Set<String>> received = new HashMap<>();
    private final Map<String, Set<String>> expected = new HashMap<>();

    Mails(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Looks at what came since the last time, and notes what should not have come or is missing. */
    void check(Sql sql, List<Purchase> purchases, Findings findings) {
        mailbox.mails()
                .forEach(mail -> received.computeIfAbsent(mail.to(), to -> new HashSet<>())
                        .add(mail.messageId().replaceAll("^<|@.*$", "")));
        purchases.stream()
                .filter(purchase -> purchase.code() != null)
                .forEach(purchase -> expected.put(purchase.customer().email(), letters(sql, purchase)));
        expected.forEach((to, letters) -> {
            Set<String> came = received.getOrDefault(to, Set.of());
            if (!came.equals(letters)) {
                findings.add("to " + to + " came the letters " + came + " instead of " + letters, null);
            }
        });
    }

    /** A letter's id is made of its key in the outbox. */
    private static Set<String> letters(Sql sql, Purchase purchase) {
        return sql.lines(KEYS, purchase.code()).stream()
                .map(key -> UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .collect(Collectors.toSet());
    }
}
