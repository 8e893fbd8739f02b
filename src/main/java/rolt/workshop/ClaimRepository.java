package rolt.workshop;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.media.MediaMessages.Picture;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Transaction;
import rolt.workshop.WarrantyMessages.ClaimEvent;
import rolt.workshop.WarrantyMessages.ClaimState;
import rolt.workshop.WarrantyMessages.ClaimSummary;
import rolt.workshop.WarrantyMessages.ListClaims;
import rolt.workshop.WarrantyMessages.WarrantyState;

/** Claims in Postgres. */
final class ClaimRepository {
    private final Database database;

    ClaimRepository(Database database) {
        this.database = database;
    }

    private static final String ADD = """
            insert into workshop.claim (warranty_id, description) values ($1, $2)
            on conflict (warranty_id) where state in ('REQUESTED', 'APPROVED') do nothing returning id
            """;

    /** Empty where one is open already. */
    Optional<UUID> add(Transaction tx, UUID warranty, String description) {
        return tx.find(ADD, row -> row.getUUID("id"), warranty, description);
    }

    private static final String NOTE =
            "insert into workshop.claim_history (claim_id, what, words, actor_id) values ($1, $2, $3, $4)";

    void note(Transaction tx, UUID claim, ClaimEvent event, UUID actor) {
        tx.send(NOTE, claim, event.what(), event.words(), actor);
    }

    private static final String WARRANTY_OF = "select warranty_id from workshop.claim where id = $1";

    Optional<UUID> warrantyOf(Transaction tx, UUID claim) {
        return tx.find(WARRANTY_OF, row -> row.getUUID("warranty_id"), claim);
    }

    private static final String LOCK = "select state from workshop.claim where id = $1 for no key update";

    Optional<ClaimState> lock(Transaction tx, UUID claim) {
        return tx.find(LOCK, ClaimRepository::state, claim);
    }

    private static ClaimState state(Row row) {
        return ClaimState.valueOf(row.getString("state"));
    }

    private static final String MOVE = "update workshop.claim set state = $2 where id = $1";

    void move(Transaction tx, UUID claim, ClaimState to) {
        tx.send(MOVE, claim, to);
    }

    private static final String REQUESTED =
            "select id from workshop.claim where warranty_id = $1 and state = 'REQUESTED' for no key update";

    /** The claim of a warranty that nobody has answered. */
    Optional<UUID> requested(Transaction tx, UUID warranty) {
        return tx.find(REQUESTED, row -> row.getUUID("id"), warranty);
    }

    private static final String OWN = """
            select c.state from workshop.claim c join workshop.warranty w on w.id = c.warranty_id
                join ordering.served_order o on o.order_id = w.order_id
            where c.id = $1 and o.account_id = $2 for no key update of c
            """;

    /** Locks a claim of the account. */
    Optional<ClaimState> lockOwn(Transaction tx, UUID claim, UUID owner) {
        return tx.find(OWN, ClaimRepository::state, claim, owner);
    }

    private static final String COUNT_PHOTOS =
            "select count(*)::int as photos from workshop.claim_photo where claim_id = $1";

    int countPhotos(Transaction tx, UUID claim) {
        return tx.find(COUNT_PHOTOS, row -> row.getInteger("photos"), claim).orElseThrow();
    }

    private static final String ADD_PHOTO = "insert into workshop.claim_photo (picture_id, claim_id) values ($1, $2)";

    void addPhoto(Transaction tx, UUID claim, UUID picture) {
        tx.send(ADD_PHOTO, picture, claim);
    }

    /** A claim as it is stored. */
    record Filed(
            UUID id,
            UUID warrantyId,
            String orderCode,
            String customer,
            String sku,
            String item,
            ClaimState state,
            String description,
            Instant askedAt,
            LocalDate until,
            WarrantyState warranty,
            String voidReason,
            List<ClaimEvent> events) {}

    private static final String FIND = """
            select c.*, o.code, o.name, l.sku, case $3 when 'EN' then l.name_en else l.name_vi end as item,
                w.ends_on, w.void_reason, workshop.warranty_state(w.voided_at, w.ends_on) as warranty,
                (select jsonb_agg(jsonb_build_object('what', h.what, 'words', h.words, 'at', h.at, 'actor', a.name)
                    order by h.id)
                 from workshop.claim_history h left join account.contact a on a.account_id = h.actor_id
                 where h.claim_id = c.id) as events
            from workshop.claim c join workshop.warranty w on w.id = c.warranty_id
                join ordering.served_order o on o.order_id = w.order_id
                join ordering.sold_line l on l.order_id = w.order_id and l.position = w.position
            where ($1::uuid is null or c.id = $1) and ($2::text is null or o.code = $2)
                and ($4::uuid is null or o.account_id = $4)
            order by c.id desc
            """;

    /** @param owner null for staff, who may read any */
    Optional<Filed> find(UUID claim, UUID owner, Language language) {
        return database.find(FIND, ClaimRepository::filed, claim, null, language, owner);
    }

    /** The claims on an order, newest first. */
    List<Filed> ofOrder(String order, Language language) {
        return database.list(FIND, ClaimRepository::filed, null, order, language, null);
    }

    private static Filed filed(Row row) {
        return new Filed(
                row.getUUID("id"),
                row.getUUID("warranty_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("sku"),
                row.getString("item"),
                state(row),
                row.getString("description"),
                row.getOffsetDateTime("asked_at").toInstant(),
                row.getLocalDate("ends_on"),
                WarrantyState.valueOf(row.getString("warranty")),
                row.getString("void_reason"),
                Json.list(row.getJsonArray("events"), ClaimEvent.class));
    }

    private static final String PHOTOS = """
            select m.id, m.width, m.height from workshop.claim_photo p join media.published m on m.id = p.picture_id
            where p.claim_id = $1 order by m.id
            """;

    List<Picture> photos(UUID claim) {
        return database.list(
                PHOTOS, row -> Picture.of(row.getUUID("id"), row.getInteger("width"), row.getInteger("height")), claim);
    }

    private static final String LIST = """
            select c.id, c.state, c.asked_at, o.code, o.name, case $4 when 'EN' then l.name_en else l.name_vi end as item,
                (select count(*)::int from workshop.claim_photo p where p.claim_id = c.id) as photos
            from workshop.claim c join workshop.warranty w on w.id = c.warranty_id
                join ordering.served_order o on o.order_id = w.order_id
                join ordering.sold_line l on l.order_id = w.order_id and l.position = w.position
            where case when $1::text is null then c.state in ('REQUESTED', 'APPROVED') else c.state = $1 end
                and ($2::uuid is null or c.id > $2)
            order by c.id limit $3
            """;

    List<ClaimSummary> list(ListClaims wanted, int limit, Language language) {
        return database.list(LIST, ClaimRepository::summary, wanted.state(), wanted.after(), limit, language);
    }

    private static ClaimSummary summary(Row row) {
        return new ClaimSummary(
                row.getUUID("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("item"),
                state(row),
                row.getOffsetDateTime("asked_at").toInstant(),
                row.getInteger("photos"));
    }
}
