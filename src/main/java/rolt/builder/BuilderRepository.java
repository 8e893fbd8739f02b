package rolt.builder;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Text;

/** Saved builds and presets in Postgres. */
final class BuilderRepository {
    private final Database database;

    BuilderRepository(Database database) {
        this.database = database;
    }

    /** A build as it is kept. */
    record Stored(String code, Text title, Text text, Selection selection) {}

    private static final String PRESETS = """
            select code, title_vi, title_en, text_vi, text_en, selection
            from builder.build where preset order by created_at, id
            """;

    List<Stored> presets() {
        return database.list(PRESETS, BuilderRepository::stored);
    }

    private static final String FIND = """
            select code, title_vi, title_en, text_vi, text_en, selection
            from builder.build where code = $1 and preset = $2
            """;

    Optional<Stored> find(String code, boolean preset) {
        return database.find(FIND, BuilderRepository::stored, code, preset);
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getString("code"),
                new Text(row.getString("title_vi"), row.getString("title_en")),
                new Text(row.getString("text_vi"), row.getString("text_en")),
                Json.record(row.getJsonObject("selection"), Selection.class));
    }

    private static final String ADD = """
            insert into builder.build (code, account_id, session_id, title_vi, title_en, selection)
            values ($1, $2, $3, $4, $5, $6) returning id
            """;

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
}
