package rolt.account;

import java.util.List;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Problem;

/**
 * The growing delay after failed logins, per account and per network. It is kept in Postgres, because every login asks
 * Postgres anyway and all nodes must count together; nothing is ever locked for longer than a minute.
 */
final class AttemptRepository {
    private static final int TOLERATED_BY_ACCOUNT = 5;

    /** Many people may share one address, so it is given more. */
    private static final int TOLERATED_BY_NETWORK = 100;

    private final Database database;

    AttemptRepository(Database database) {
        this.database = database;
    }

    private static final String BEGIN = """
            insert into account.login_attempt as a (key, tolerated)
            select key, tolerated from unnest($1::text[], $2::int[]) as asked (key, tolerated) order by key
            on conflict (key) do update
                set failures = case
                        when a.last_at < clock_timestamp() - interval '1 hour' then 1 else a.failures + 1 end,
                    last_at = clock_timestamp()
                where account.free_at(a) <= clock_timestamp()
            returning key
            """;

    private static final String WAIT = """
            select ceil(extract(epoch from max(account.free_at(a)) - clock_timestamp()))::int as seconds
            from account.login_attempt a where key = any ($1)
            """;

    /**
     * Counts an attempt as failed before it is tried, so that many at once gain nothing.
     *
     * @throws Problem 429 with the seconds to wait
     */
    void begin(Caller caller, String email) {
        String[] keys = keys(caller, email);
        Integer[] tolerated = {TOLERATED_BY_ACCOUNT, TOLERATED_BY_NETWORK};
        List<String> free = database.list(BEGIN, row -> row.getString("key"), keys, tolerated);
        if (free.size() < keys.length) {
            int seconds = database.find(WAIT, row -> row.getInteger("seconds"), (Object) keys)
                    .orElse(1);
            throw Problem.tooOften(Math.max(seconds, 1));
        }
    }

    private static final String SUCCEED = """
            with account as (delete from account.login_attempt where key = $1)
            update account.login_attempt set failures = greatest(failures - 1, 0) where key = $2
            """;

    /** Takes the attempt back; the failures of others from the same network stay. */
    void succeed(Caller caller, String email) {
        String[] keys = keys(caller, email);
        database.run(SUCCEED, keys[0], keys[1]);
    }

    private static final String FORGET = "delete from account.login_attempt where key = $1";

    /** Lets the owner of an address in at once. */
    void forget(String email) {
        database.run(FORGET, "account/" + email);
    }

    private static String[] keys(Caller caller, String email) {
        return new String[] {"account/" + email, "network/" + caller.network()};
    }

    private static final String SWEEP =
            "delete from account.login_attempt where last_at < clock_timestamp() - interval '1 hour'";

    void sweep() {
        database.run(SWEEP);
    }
}
