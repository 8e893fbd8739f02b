package rolt.account;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import rolt.account.OwnDataMessages.UpdateMe;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Transaction;

/** The account as its owner changes, takes along or deletes it; what other domains keep of him is in their views. */
final class OwnDataRepository {
    private final Database database;

    OwnDataRepository(Database database) {
        this.database = database;
    }

    private static final String UPDATE = """
            update account.account set
                name = coalesce($2, name),
                phone = case when $3 = '' then null else coalesce($3, phone) end,
                language = coalesce($4, language),
                birth_date = case when $6 then $5::date else birth_date end
            where id = $1
            """;

    /** @param birthDate replaces the one there was where the update names any; null removes it */
    void update(UUID id, UpdateMe update, LocalDate birthDate) {
        database.run(
                UPDATE, id, update.name(), update.phone(), update.language(), birthDate, update.birthDate() != null);
    }

    /** What other domains keep. */
    record Kept(List<JsonObject> orders, List<JsonObject> builds, List<JsonObject> cart) {}

    private static final String KEPT = """
            select (select coalesce(jsonb_agg(data), '[]') from ordering.own_order where account_id = $1) as orders,
                (select coalesce(jsonb_agg(data), '[]') from builder.own_build where account_id = $1) as builds,
                (select coalesce(jsonb_agg(data), '[]') from cart.own_line where account_id = $1) as cart
            """;

    Kept findKept(UUID id) {
        return database.find(
                        KEPT,
                        row -> new Kept(
                                Json.list(row.getJsonArray("orders"), JsonObject.class),
                                Json.list(row.getJsonArray("builds"), JsonObject.class),
                                Json.list(row.getJsonArray("cart"), JsonObject.class)),
                        id)
                .orElseThrow();
    }

    private static final String LOCK = "select from account.account where id = $1 for update";
    private static final String LOCK_ADMINS =
            "select from account.account_role where role = 'ADMIN' order by account_id for update";
    private static final String OBSTACLES = """
            select exists (select from ordering.own_order where account_id = $1 and unfinished) as unfinished,
                exists (select from account.account_role where account_id = $1 and role = 'ADMIN')
                and not exists (select from account.account_role where account_id <> $1 and role = 'ADMIN') as last_admin
            """;

    /** Why an account has to stay. */
    record Obstacles(boolean unfinishedOrder, boolean lastAdmin) {}

    /** Locks what could change it: of two administrators who leave at once the second sees that he is the last. */
    Obstacles findObstacles(Transaction transaction, UUID id) {
        transaction.send(LOCK, id);
        transaction.send(LOCK_ADMINS);
        return transaction
                .find(OBSTACLES, row -> new Obstacles(row.getBoolean("unfinished"), row.getBoolean("last_admin")), id)
                .orElseThrow();
    }

    private static final String DELETE = "delete from account.account where id = $1";

    /** Everything that hangs on the account goes with it; its orders stay and lose it. */
    void delete(Transaction transaction, UUID id) {
        transaction.send(DELETE, id);
    }
}
