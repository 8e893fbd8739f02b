package rolt.builder;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.PresetMessages.ChangePreset;
import rolt.media.MediaMessages.Picture;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Text;

/** The presets in Postgres, drafts included. */
final class PresetRepository {
    /** The constraint that a second build of the same code breaks. */
    static final String CODE_ONCE = "build_code_once";

    private final Database database;

    PresetRepository(Database database) {
        this.database = database;
    }

    /** A preset as it is kept. */
    record Kept(
            UUID id,
            String code,
            Text title,
            Text text,
            Selection selection,
            boolean published,
            int version,
            Picture picture) {}

    private static final String LIST = """
            select b.id, code, title_vi, title_en, text_vi, text_en, selection, published, version,
                p.id as picture_id, width, height
            from builder.build b left join media.published p on p.id = b.picture_id
            where preset and ($1::uuid is null or b.id = $1) order by position, b.id
            """;

    List<Kept> list() {
        return database.list(LIST, PresetRepository::kept, (Object) null);
    }

    Optional<Kept> find(UUID id) {
        return database.find(LIST, PresetRepository::kept, id);
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.getUUID("id"),
                row.getString("code"),
                new Text(row.getString("title_vi"), row.getString("title_en")),
                new Text(row.getString("text_vi"), row.getString("text_en")),
                Json.record(row.getJsonObject("selection"), Selection.class),
                row.getBoolean("published"),
                row.getInteger("version"),
                BuilderRepository.picture(row));
    }

    private static final String ADD = """
            insert into builder.build (code, title_vi, title_en, text_vi, text_en, selection, preset, position)
            select $1, $2, $3, $4, $5, $6, true, coalesce(max(position), 0) + 1 from builder.build where preset
            returning id
            """;

    /** A draft behind all others. */
    UUID add(String code, Text title, Text text, Selection selection) {
        return database.find(
                        ADD,
                        row -> row.getUUID("id"),
                        code,
                        title.vi(),
                        title.en(),
                        text.vi(),
                        text.en(),
                        Json.object(selection))
                .orElseThrow();
    }

    private static final String CHANGE = """
            update builder.build set title_vi = $3, title_en = $4, text_vi = $5, text_en = $6,
                selection = coalesce($7, selection), version = version + 1, changed_at = now()
            where id = $1 and preset and version = $2
            """;

    /** @return false where it is gone, or of another version */
    boolean change(ChangePreset change) {
        Text title = change.title();
        Text text = change.text();
        Object selection = change.selection() == null ? null : Json.object(change.selection());
        return database.run(
                        CHANGE,
                        change.presetId(),
                        change.version(),
                        title.vi(),
                        title.en(),
                        text.vi(),
                        text.en(),
                        selection)
                == 1;
    }

    private static final String PUBLISH =
            "update builder.build set published = $2, version = version + 1 where id = $1 and preset and version = $3";

    /** @return false where it is gone, or of another version */
    boolean publish(Kept preset, boolean published) {
        return database.run(PUBLISH, preset.id(), published, preset.version()) == 1;
    }

    private static final String MOVE = """
            with ordered as (
                select id, row_number() over (order by position, id) as number from builder.build
                where preset and id <> $1),
            placed as (
                select id, case when number < $2 then number else number + 1 end as number from ordered
                union all
                select $1, least($2, 1 + (select count(*) from ordered)))
            update builder.build b set position = placed.number from placed where b.id = placed.id and preset
            """;

    /** Numbers all presets anew, from 1. */
    void move(UUID id, int position) {
        database.run(MOVE, id, position);
    }

    private static final String SHOW = """
            with before as (select id, picture_id from builder.build where id = $1 and preset for update)
            update builder.build b set picture_id = $2 from before
            where b.id = before.id
                and ($2::uuid is null or exists (select from media.published p where p.id = $2::uuid))
            returning before.picture_id
            """;

    /** What was shown before; null for the drawn one. */
    record Replaced(UUID picture) {}

    /**
     * @param picture null for the drawn one
     * @return empty where preset or picture is unknown
     */
    Optional<Replaced> changePicture(UUID id, UUID picture) {
        return database.find(SHOW, row -> new Replaced(row.getUUID("picture_id")), id, picture);
    }

    private static final String REMOVE = "delete from builder.build where id = $1 and preset";

    boolean remove(UUID id) {
        return database.run(REMOVE, id) == 1;
    }
}
