package rolt.account;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.account.SecondFactorMessages.SignInWays;
import rolt.platform.Database;
import rolt.platform.Transaction;

/** Second factors and their recovery codes. */
final class SecondFactorRepository {
    private final Database database;

    SecondFactorRepository(Database database) {
        this.database = database;
    }

    private static final String WAYS = """
            select a.password_hash is not null as password,
                exists (select from account.google_identity g where g.account_id = a.id) as google, f.confirmed_at is not null as second_factor,
                (select count(*)::int from account.recovery_code r where r.account_id = a.id) as codes_left
            from account.account a left join account.second_factor f on f.account_id = a.id
            where a.id = $1
            """;

    Optional<SignInWays> findWays(UUID accountId) {
        return database.find(WAYS, SecondFactorRepository::ways, accountId);
    }

    private static SignInWays ways(Row row) {
        return new SignInWays(
                row.getBoolean("password"),
                row.getBoolean("google"),
                row.getBoolean("second_factor"),
                row.getInteger("codes_left"));
    }

    private static final String BEGIN = """
            insert into account.second_factor as f (account_id, secret) values ($1, $2)
            on conflict (account_id) do update set secret = $2, last_step = 0, created_at = now()
                where f.confirmed_at is null
            """;

    /** Waits for its first code; an earlier one that waits is forgotten. False where one is confirmed already. */
    boolean begin(UUID accountId, byte[] secret) {
        return database.run(BEGIN, accountId, Buffer.buffer(secret)) > 0;
    }

    private static final String FIND =
            "select secret from account.second_factor where account_id = $1 and (confirmed_at is not null) = $2";

    /** The sealed secret. */
    Optional<byte[]> findSecret(UUID accountId, boolean confirmed) {
        return database.find(FIND, row -> row.getBuffer("secret").getBytes(), accountId, confirmed);
    }

    private static final String USE_STEP = """
            update account.second_factor set last_step = $2
            where account_id = $1 and last_step < $2 and confirmed_at is not null
            """;

    /** Whether no code of this step or a later one has been accepted before; now one is. */
    boolean useStep(UUID accountId, long step) {
        return database.run(USE_STEP, accountId, step) > 0;
    }

    private static final String USE_RECOVERY_CODE =
            "delete from account.recovery_code where account_id = $1 and code_hash = $2";

    boolean useRecoveryCode(Transaction transaction, UUID accountId, RecoveryCode code) {
        return transaction.run(USE_RECOVERY_CODE, accountId, code.hash()) > 0;
    }

    private static final String CONFIRM = """
            with confirmed as (
                update account.second_factor set confirmed_at = now(), last_step = $3
                where account_id = $1 and secret = $2 and confirmed_at is null
                returning account_id
            )
            insert into account.recovery_code (account_id, code_hash)
            select account_id, unnest($4::bytea[]) from confirmed
            """;

    /** Asks for this factor from now on. False where it was replaced or confirmed meanwhile. */
    boolean confirm(Transaction transaction, UUID accountId, byte[] secret, long step, List<RecoveryCode> codes) {
        return transaction.run(CONFIRM, accountId, Buffer.buffer(secret), step, hashes(codes)) > 0;
    }

    private static final String RENEW = """
            with old as (delete from account.recovery_code where account_id = $1)
            insert into account.recovery_code (account_id, code_hash)
            select account_id, unnest($2::bytea[]) from account.second_factor
            where account_id = $1 and confirmed_at is not null
            """;

    /** False where there is no second factor any more. */
    boolean renew(Transaction transaction, UUID accountId, List<RecoveryCode> codes) {
        return transaction.run(RENEW, accountId, hashes(codes)) > 0;
    }

    private static Buffer[] hashes(List<RecoveryCode> codes) {
        return codes.stream().map(RecoveryCode::hash).toArray(Buffer[]::new);
    }

    private static final String REMOVE = """
            with challenges as (delete from account.login_challenge where account_id = $1)
            delete from account.second_factor where account_id = $1
            """;

    /** Whether there was one. */
    boolean remove(Transaction transaction, UUID accountId) {
        return transaction.run(REMOVE, accountId) > 0;
    }

    private static final String RESET = """
            with challenges as (
                delete from account.login_challenge where account_id = $2
            ), gone as (
                delete from account.second_factor where account_id = $2 and confirmed_at is not null
                returning account_id
            )
            insert into account.second_factor_reset (actor_id, account_id) select $1, account_id from gone
            """;

    /** Removes that of somebody else, and records who did. Whether there was one. */
    boolean reset(Transaction transaction, UUID actorId, UUID accountId) {
        return transaction.run(RESET, actorId, accountId) > 0;
    }
}
