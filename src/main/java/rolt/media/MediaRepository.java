package rolt.media;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.platform.Database;

/** Pictures and how many an account has uploaded. */
final class MediaRepository {
    private final Database database;

    MediaRepository(Database database) {
        this.database = database;
    }

    private static final String BEGIN = """
            with counted as (
                insert into media.upload_count as c (account_id, day, uploads)
                values ($1, (now() at time zone 'Asia/Ho_Chi_Minh')::date, 1)
                on conflict (account_id, day) do update set uploads = c.uploads + 1 where c.uploads < $2
                returning account_id
            )
            insert into media.picture (owner_id) select account_id from counted returning id
            """;

    /** Counts an upload and adds its picture; empty where the account has had enough for today. */
    Optional<UUID> begin(UUID owner, int mostADay) {
        return database.find(BEGIN, row -> row.getUUID("id"), owner, mostADay);
    }

    private static final String FINISH = """
            update media.picture set state = 'READY', sha256 = $2, width = $3, height = $4, bytes = $5
            where id = $1 and state = 'BEGUN'
            """;

    /** The files are written: the picture may be shown. False where it was taken away meanwhile. */
    boolean finish(UUID id, byte[] sha256, Renditions kept) {
        long bytes =
                kept.files().values().stream().mapToLong(file -> file.length).sum();
        return database.run(FINISH, id, Buffer.buffer(sha256), kept.width(), kept.height(), bytes) == 1;
    }

    private static final String IS_USED = """
            select from account.used_picture where picture_id = $1
            union all
            select from workshop.used_picture where picture_id = $1
            union all
            select from builder.used_picture where picture_id = $1
            union all
            select from chat.used_picture where picture_id = $1
            """;

    boolean isUsed(UUID id) {
        return database.find(IS_USED, row -> id, id).isPresent();
    }

    private static final String REMOVE = "delete from media.picture where id = $1";

    void remove(UUID id) {
        database.run(REMOVE, id);
    }

    private static final String CLAIM_ORPHANS = """
            update media.picture p set state = 'BEGUN', created_at = now() - interval '23 hours'
            from (
                select id from media.picture o
                where not exists (select from account.used_picture u where u.picture_id = o.id)
                    and not exists (select from workshop.used_picture u where u.picture_id = o.id)
                    and not exists (select from builder.used_picture u where u.picture_id = o.id)
                    and not exists (select from chat.used_picture u where u.picture_id = o.id)
                    and (created_at < now() - interval '24 hours'
                        or not exists (select from account.contact a where a.account_id = o.owner_id))
                order by created_at limit $1 for update skip locked
            ) orphan
            where p.id = orphan.id
            returning p.id
            """;

    /**
     * Takes pictures that are used by nothing and were uploaded a day ago or by an account that is gone, so that no
     * other node takes them too; one whose files cannot be removed now comes up again in an hour at the latest.
     */
    List<UUID> claimOrphans(int limit) {
        return database.list(CLAIM_ORPHANS, row -> row.getUUID("id"), limit);
    }

    private static final String LIST_OF_GONE = """
            select id from media.picture o
            where owner_id = $1
                and not exists (select from account.contact a where a.account_id = o.owner_id)
                and not exists (select from account.used_picture u where u.picture_id = o.id)
                and not exists (select from workshop.used_picture u where u.picture_id = o.id)
                and not exists (select from builder.used_picture u where u.picture_id = o.id)
                and not exists (select from chat.used_picture u where u.picture_id = o.id)
            """;

    /** The unused pictures of an account, if it is gone. */
    List<UUID> listOfGone(UUID owner) {
        return database.list(LIST_OF_GONE, row -> row.getUUID("id"), owner);
    }

    private static final String FORGET_COUNTS = """
            delete from media.upload_count c
            where day < (now() at time zone 'Asia/Ho_Chi_Minh')::date
                or not exists (select from account.contact a where a.account_id = c.account_id)
            """;

    void forgetCounts() {
        database.run(FORGET_COUNTS);
    }

    private static final String FORGET_COUNTS_OF_GONE = """
            delete from media.upload_count c
            where account_id = $1 and not exists (select from account.contact a where a.account_id = c.account_id)
            """;

    void forgetCountsOfGone(UUID owner) {
        database.run(FORGET_COUNTS_OF_GONE, owner);
    }
}
