package rolt.account;

import java.util.stream.Stream;
import rolt.account.Attempt.Bucket;
import rolt.platform.Database;
import rolt.platform.Problem;

/**
 * The growing delay after failed tries. It is kept in Postgres, because every login asks Postgres anyway and all nodes
 * must count together; nothing is ever locked for longer than a minute.
 */
final class AttemptRepository {
    private final Database database;

    AttemptRepository(Database database) {
        this.database = database;
    }

    private static final String BEGIN = """
            select account.begin_attempt(array_agg(key), array_agg(tolerated)) as seconds
            from unnest($1::text[], $2::int[]) as asked (key, tolerated)
            where key is distinct from $3 or not exists (
                select from account.account a join account.session s on s.account_id = a.id
                where a.email = $4 and account.network(s.address) = account.network($5)
                    and coalesce(s.last_seen_at, s.created_at) > now() - interval '30 days')
            """;

    /**
     * Counts an attempt as failed before it is tried, so that many at once gain nothing. Where the account was signed in
     * to within 30 days the guesses from elsewhere do not count, so that strangers cannot keep its owner out.
     *
     * @throws Problem 429 with the seconds to wait; then nothing was counted
     */
    void begin(Attempt attempt) {
        Bucket[] buckets = Stream.concat(Stream.of(attempt.own()), attempt.shared().stream())
                .toArray(Bucket[]::new);
        int seconds = database.find(
                        BEGIN,
                        row -> row.getInteger("seconds"),
                        Stream.of(buckets).map(Bucket::key).toArray(String[]::new),
                        Stream.of(buckets).map(Bucket::tolerated).toArray(Integer[]::new),
                        attempt.email() == null ? null : Attempt.everywhere(attempt.email()),
                        attempt.email(),
                        attempt.address())
                .orElseThrow();
        if (seconds > 0) {
            throw Problem.tooOften(seconds);
        }
    }

    private static final String SUCCEED = """
            update account.login_attempt a
            set failures = case when a.key = $1 then 0 else greatest(failures - 1, 0) end
            from (select key from account.login_attempt where key = any ($2) order by key for update) tried
            where a.key = tried.key
            """;

    /** Takes the attempt back; the failures of others stay. */
    void succeed(Attempt attempt) {
        String own = attempt.own().key();
        database.run(
                SUCCEED,
                own,
                Stream.concat(Stream.of(own), attempt.shared().stream().map(Bucket::key))
                        .toArray(String[]::new));
    }

    private static final String USED_UP =
            "select failures >= tolerated as used_up from account.login_attempt where key = $1";

    /** Whether so many have failed that the next one has to wait. */
    boolean isUsedUp(Attempt attempt) {
        return database.find(
                        USED_UP, row -> row.getBoolean("used_up"), attempt.own().key())
                .orElse(false);
    }

    private static final String FORGET = "delete from account.login_attempt where key in ($1, $2)";

    /** Lets the owner of an address in at once, from where he is. */
    void forget(Attempt login) {
        database.run(FORGET, login.own().key(), Attempt.everywhere(login.email()));
    }

    private static final String SWEEP =
            "delete from account.login_attempt where last_at < clock_timestamp() - interval '1 hour'";

    void sweep() {
        database.run(SWEEP);
    }
}
