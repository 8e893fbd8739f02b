package rolt.account;

import rolt.platform.Database;
import rolt.platform.Transaction;

/** How many mails anybody may have sent to an address that has not shown that it wants them: 3 an hour, 10 a day. */
final class StrangerMailRepository {
    private static final String ALLOW = """
            insert into account.stranger_mail as m (email, template, asked_at) values ($1, $2, array[now()])
            on conflict (email, template) do update set asked_at = (now() || m.asked_at)[1:10]
                where coalesce(m.asked_at[3] < now() - interval '1 hour', true)
                    and coalesce(m.asked_at[10] < now() - interval '1 day', true)
            """;

    /** Whether one more may be sent, which is counted; the mails of each template have a limit of their own. */
    boolean allow(Transaction transaction, String email, Class<?> template) {
        return transaction.run(ALLOW, email, template.getSimpleName()) > 0;
    }

    private static final String SWEEP =
            "delete from account.stranger_mail where asked_at[1] < now() - interval '1 day'";

    void sweep(Database database) {
        database.run(SWEEP);
    }
}
