package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rolt.TestShop;

/** What the migrations made. */
class SchemaIT {
    private static final String FOREIGN_KEYS_WITHOUT_INDEX = """
            select string_agg(conrelid::regclass || ' ' || conname, ', ') from pg_constraint
            where contype = 'f' and not exists (
                select from pg_index
                where indrelid = conrelid and (indkey::int2[])[0:array_length(conkey, 1) - 1] @> conkey)
            """;

    @Test
    void every_foreign_key_has_an_index_or_a_delete_would_read_the_whole_table() {
        assertThat(TestShop.running().text(FOREIGN_KEYS_WITHOUT_INDEX)).isNull();
    }
}
