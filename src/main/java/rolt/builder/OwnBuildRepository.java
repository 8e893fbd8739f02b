package rolt.builder;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.builder.BuilderMessages.SavedBuild;
import rolt.builder.BuilderMessages.Selection;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Queries;
import rolt.platform.Text;
import rolt.platform.Transaction;

/** The builds in the lists of their owners. Who adds to one holds its lock, so that counting it is safe. */
final class OwnBuildRepository {
    private final Database database;

    OwnBuildRepository(Database database) {
        this.database = database;
    }

    /** A build in a list, as it is kept. */
    record Kept(UUID id, String code, String title, Selection selection, int version, Instant changedAt) {}

    /** Where a page of the list ends. */
    record Place(Instant changedAt, UUID id) {}

    private static final String LIST = """
            select id, code, case $2 when 'EN' then title_en else title_vi end as title, selection, version, changed_at
            from builder.build
            where owner_id = $1 and kept and ($3::timestamptz is null or (changed_at, id) < ($3, $4::uuid))
            order by changed_at desc, id desc limit $5
            """;

    /** @param after null for the first page */
    List<Kept> list(Caller owner, Place after, int limit) {
        return database.list(
                LIST,
                OwnBuildRepository::kept,
                owner(owner),
                owner.language(),
                after == null ? null : after.changedAt(),
                after == null ? null : after.id(),
                limit);
    }

    private static final String FIND = """
            select id, code, case $2 when 'EN' then title_en else title_vi end as title, selection, version, changed_at
            from builder.build where id = $3 and owner_id = $1 and kept
            """;

    Optional<Kept> find(Caller owner, UUID id) {
        return database.find(FIND, OwnBuildRepository::kept, owner(owner), owner.language(), id);
    }

    private static final String FIND_BY_CODE = """
            select id, code, case $2 when 'EN' then title_en else title_vi end as title, selection, version, changed_at
            from builder.build where code = $3 and owner_id = $1 and kept
            """;

    Optional<Kept> find(Caller owner, String code) {
        return database.find(FIND_BY_CODE, OwnBuildRepository::kept, owner(owner), owner.language(), code);
    }

    private static Kept kept(Row row) {
        OffsetDateTime changedAt = row.getOffsetDateTime("changed_at");
        return new Kept(
                row.getUUID("id"),
                row.getString("code"),
                row.getString("title"),
                Json.record(row.getJsonObject("selection"), Selection.class),
                row.getInteger("version"),
                changedAt.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
    }

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('builder.build/' || $1::text, 0))";

    void lock(Transaction transaction, Caller owner) {
        transaction.send(LOCK, owner(owner).toString());
    }

    private static final String SAME = """
            select id, code from builder.build
            where owner_id = $1 and kept and selection = $2 and (title_vi, title_en) = ($3, $4) limit 1
            """;

    /** The same build under the same title. */
    Optional<SavedBuild> same(Queries queries, Caller owner, Text title, Selection selection) {
        return queries.find(
                SAME, OwnBuildRepository::saved, owner(owner), Json.object(selection), title.vi(), title.en());
    }

    private static final String ADD = """
            insert into builder.build (code, account_id, session_id, title_vi, title_en, selection, kept)
            select $1, $2, $3, $4, $5, $6, true
            where (select count(*) from builder.build where owner_id = $7 and kept) < $8
            returning id, code
            """;

    /** Empty where the list is full. */
    Optional<SavedBuild> add(Queries queries, Caller owner, Text title, Selection selection, int most) {
        return queries.find(
                ADD,
                OwnBuildRepository::saved,
                ShareCodes.draw(),
                owner.accountId(),
                owner.sessionId(),
                title.vi(),
                title.en(),
                Json.object(selection),
                owner(owner),
                most);
    }

    private static SavedBuild saved(Row row) {
        return new SavedBuild(row.getUUID("id"), row.getString("code"));
    }

    private static final String CHANGE = """
            update builder.build set title_vi = coalesce($4, title_vi), title_en = coalesce($4, title_en),
                selection = coalesce($5, selection), version = version + 1, changed_at = now()
            where id = $2 and owner_id = $1 and kept and version = $3
            """;

    /** @return false where it is not the owner's, or of another version */
    boolean change(Caller owner, OwnBuildMessages.ChangeOwnBuild change) {
        return database.run(
                        CHANGE,
                        owner(owner),
                        change.buildId(),
                        change.version(),
                        change.title() == null ? null : change.title().strip(),
                        change.selection() == null ? null : Json.object(change.selection()))
                == 1;
    }

    private static final String RENEW = "update builder.build set code = $3 where id = $2 and owner_id = $1 and kept";

    boolean renewCode(Caller owner, UUID id, String code) {
        return database.run(RENEW, owner(owner), id, code) == 1;
    }

    private static final String REMOVE = "delete from builder.build where id = $2 and owner_id = $1 and kept";

    boolean remove(Caller owner, UUID id) {
        return database.run(REMOVE, owner(owner), id) == 1;
    }

    private static final String MERGE = """
            with room as (
                select $3 - count(*) as places from builder.build where owner_id = $1 and kept),
            visitor as (
                select id, row_number() over (partition by kept order by changed_at desc, id desc) as place
                from builder.build where owner_id = $2 and account_id is null and not preset)
            update builder.build b set account_id = $1, kept = b.kept and place <= places
            from room, visitor where b.id = visitor.id
            """;

    /** Of more builds than the account's list takes the last changed join it; the others keep their link. */
    int merge(Transaction transaction, UUID account, UUID session, int most) {
        return transaction.run(MERGE, account, session, most);
    }

    /** Account or, before the login, session; null for a caller without even a visit. */
    static UUID owner(Caller caller) {
        return caller.accountId() == null ? caller.sessionId() : caller.accountId();
    }
}
