package rolt.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import rolt.TestServers;
import rolt.dev.services.EmbeddedPostgres;
import rolt.platform.Migrations;

/** Builds that were kept by an older version are what they were in this one. */
class OldBuildsIT {
    private static final EmbeddedPostgres POSTGRES = TestServers.postgres();

    @Test
    void builds_of_before_services_had_quantities_keep_their_services_and_their_links() throws Exception {
        String url = POSTGRES.createDatabase("old_builds");
        migrateUntil(url, "builder-own-builds");
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into builder.build (code, title_vi, title_en, preset, selection) values
                        ('two-services', 'Hai', 'Two', false,
                            '{"kitSku": "A", "serviceSkus": ["SV-LUBE", "SV-FILM"], "owned": ["SWITCHES"]}'),
                        ('no-services', 'Không', 'None', true, '{"kitSku": "B", "serviceSkus": []}'),
                        ('only-a-kit', 'Kit', 'Kit', true, '{"kitSku": "C"}')
                    """);
            Migrations.run(url);
            assertThat(
                            rows(
                                    statement,
                                    "select code, selection, kept, of_cart, published, position from builder.build order by code"))
                    .containsExactly(
                            "no-services {\"kitSku\": \"B\", \"services\": []} f f t 1",
                            "only-a-kit {\"kitSku\": \"C\"} f f t 2",
                            "two-services {\"owned\": [\"SWITCHES\"], \"kitSku\": \"A\","
                                    + " \"services\": [{\"sku\": \"SV-LUBE\"}, {\"sku\": \"SV-FILM\"}]} f f f 0");
        }
    }

    private static void migrateUntil(String url, String last) throws LiquibaseException, SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema platform");
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setLiquibaseSchemaName("platform");
            try (Liquibase liquibase =
                    new Liquibase("migrations/changelog.yaml", new ClassLoaderResourceAccessor(), database)) {
                List<String> ids = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                        .map(ChangeSet::getId)
                        .toList();
                liquibase.update(ids.indexOf(last) + 1, "");
            }
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    private static Connection connect(String url) throws SQLException {
        URI uri = URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), user[0], user[1]);
    }
}
