package rolt.account;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import rolt.account.OwnDataMessages.OwnEmailChange;
import rolt.account.OwnDataMessages.OwnGoogle;
import rolt.account.OwnDataMessages.OwnSecondFactor;
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

    /** What the account has besides what {@code getMe} tells; null for each that there is not. */
    record Besides(Instant registeredAt, OwnEmailChange emailChange, OwnSecondFactor secondFactor, OwnGoogle google) {}

    private static final String BESIDES = """
            select a.created_at, c.new_email, c.created_at as asked_at, f.confirmed_at,
                (select count(*)::int from account.recovery_code r where r.account_id = a.id) as codes_left,
                g.subject, g.linked_at
            from account.account a
                left join account.second_factor f on f.account_id = a.id
                left join account.google_identity g on g.account_id = a.id
                left join lateral (
                    select new_email, created_at from account.email_change
                    where account_id = a.id and confirmed_at is null and confirmable_until > now()
                    order by created_at desc limit 1) c on true
            where a.id = $1
            """;

    Besides findBesides(UUID id) {
        return database.find(
                        BESIDES,
                        row -> new Besides(
                                row.getOffsetDateTime("created_at").toInstant(),
                                emailChange(row),
                                secondFactor(row),
                                google(row)),
                        id)
                .orElseThrow();
    }

    private static OwnEmailChange emailChange(Row row) {
        OffsetDateTime since = row.getOffsetDateTime("asked_at");
        return since == null ? null : new OwnEmailChange(row.getString("new_email"), since.toInstant());
    }

    private static OwnSecondFactor secondFactor(Row row) {
        OffsetDateTime since = row.getOffsetDateTime("confirmed_at");
        return since == null ? null : new OwnSecondFactor(since.toInstant(), row.getInteger("codes_left"));
    }

    private static OwnGoogle google(Row row) {
        OffsetDateTime since = row.getOffsetDateTime("linked_at");
        return since == null ? null : new OwnGoogle(row.getString("subject"), since.toInstant());
    }

    /** What other domains keep. */
    record Kept(
            List<JsonObject> addresses,
            JsonObject staffCard,
            List<JsonObject> orders,
            List<JsonObject> builds,
            List<JsonObject> cart,
            List<JsonObject> chats) {}

    private static final String KEPT = """
            select (select coalesce(jsonb_agg(data), '[]') from people.own_address where account_id = $1) as addresses,
                (select data from people.own_card where account_id = $1) as staff_card,
                (select coalesce(jsonb_agg(data), '[]') from ordering.own_order where account_id = $1) as orders,
                (select coalesce(jsonb_agg(data), '[]') from builder.own_build where account_id = $1) as builds,
                (select coalesce(jsonb_agg(data), '[]') from cart.own_line where account_id = $1) as cart,
                (select coalesce(jsonb_agg(data), '[]') from chat.own_room where account_id = $1) as chats
            """;

    Kept findKept(UUID id) {
        return database.find(
                        KEPT,
                        row -> new Kept(
                                Json.list(row.getJsonArray("addresses"), JsonObject.class),
                                row.getJsonObject("staff_card"),
                                Json.list(row.getJsonArray("orders"), JsonObject.class),
                                Json.list(row.getJsonArray("builds"), JsonObject.class),
                                Json.list(row.getJsonArray("cart"), JsonObject.class),
                                Json.list(row.getJsonArray("chats"), JsonObject.class)),
                        id)
                .orElseThrow();
    }

    private static final String LOCK = "select from account.account where id = $1 for update";
    private static final String UNFINISHED =
            "select exists (select from ordering.own_order where account_id = $1 and unfinished) as unfinished";

    /** Whether an order of the account is under way; none can be placed from here to the end of the transaction. */
    boolean hasUnfinishedOrder(Transaction transaction, UUID id) {
        transaction.send(LOCK, id);
        return transaction
                .find(UNFINISHED, row -> row.getBoolean("unfinished"), id)
                .orElseThrow();
    }

    private static final String ROOMS = "select code from chat.own_room where account_id = $1";
    private static final String DELETE = "delete from account.account where id = $1";

    /**
     * Everything that hangs on the account goes with it; its orders stay and lose it.
     *
     * @return the codes of its rooms of the chat, which are gone
     * @throws rolt.platform.DatabaseException for the last administrator, to be told by {@link RoleRepository#worded}
     */
    List<String> delete(Transaction transaction, UUID id) {
        List<String> rooms = transaction.list(ROOMS, row -> row.getString("code"), id);
        transaction.send(DELETE, id);
        return rooms;
    }
}
