package rolt.builder;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;
import rolt.media.MediaMessages.Picture;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Text;

/** The builds that everybody may see, by their codes: published presets and shared builds. */
final class BuilderRepository {
    private final Database database;

    BuilderRepository(Database database) {
        this.database = database;
    }

    /**
     * A build as it is kept.
     *
     * @param picture null without an uploaded one
     */
    record Stored(String code, boolean preset, Text title, Text text, Selection selection, Picture picture) {}

    private static final String PRESETS = """
            select code, preset, title_vi, title_en, text_vi, text_en, selection, p.id as picture_id, width, height
            from builder.build b left join media.published p on p.id = b.picture_id
            where published order by position, b.id
            """;

    /** Those in the showcase, in its order. */
    List<Stored> presets() {
        return database.list(PRESETS, BuilderRepository::stored);
    }

    private static final String FIND = """
            select code, preset, title_vi, title_en, text_vi, text_en, selection, p.id as picture_id, width, height
            from builder.build b left join media.published p on p.id = b.picture_id
            where code = any($1) and (published or not preset)
            """;

    Optional<Stored> findPublic(String code) {
        return listPublic(List.of(code)).stream().findFirst();
    }

    List<Stored> listPublic(List<String> codes) {
        return database.list(FIND, BuilderRepository::stored, (Object) codes.toArray(String[]::new));
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getString("code"),
                row.getBoolean("preset"),
                new Text(row.getString("title_vi"), row.getString("title_en")),
                new Text(row.getString("text_vi"), row.getString("text_en")),
                Json.record(row.getJsonObject("selection"), Selection.class),
                picture(row));
    }

    /** A build as a cart holds it. */
    record Copy(UUID id, String code, Text title, Selection selection) {}

    private static final String COPIES = """
            select id, code, title_vi, title_en, selection from builder.build where id = any($1) order by id
            """;

    List<Copy> listCopies(List<UUID> ids) {
        return database.list(
                COPIES,
                row -> new Copy(
                        row.getUUID("id"),
                        row.getString("code"),
                        new Text(row.getString("title_vi"), row.getString("title_en")),
                        Json.record(row.getJsonObject("selection"), Selection.class)),
                (Object) ids.toArray(UUID[]::new));
    }

    static Picture picture(Row row) {
        UUID id = row.getUUID("picture_id");
        return id == null ? null : Picture.of(id, row.getInteger("width"), row.getInteger("height"));
    }

    private static final String ADD = """
            insert into builder.build (code, account_id, session_id, title_vi, title_en, selection, of_cart)
            values ($1, $2, $3, $4, $5, $6, true) returning id
            """;

    /** A build that is in nobody's list: a copy for a cart. */
    UUID add(Caller caller, String code, Text title, Selection selection) {
        return database.find(
                        ADD,
                        row -> row.getUUID("id"),
                        code,
                        caller.accountId(),
                        caller.sessionId(),
                        title.vi(),
                        title.en(),
                        Json.object(selection))
                .orElseThrow();
    }

    private static final String SWEEP = """
            delete from builder.build where id in (
                select id from builder.build b
                where of_cart and created_at < now() - interval '1 day'
                    and not exists (select from cart.held_build h where h.build_id = b.id)
                    and not exists (select from ordering.sold_line s where s.build_id = b.id)
                limit $1)
            """;

    /** Deletes copies that neither a cart nor an order has any longer; a new one is on its way into its cart. */
    int sweep(int most) {
        return database.run(SWEEP, most);
    }
}
