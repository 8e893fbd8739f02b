package rolt.platform;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings the database to this version's schema. Nodes that start together wait for one another on a Postgres advisory
 * lock, which a killed node cannot leave behind, unlike Liquibase's own lock table.
 */
public final class Migrations {
    private static final String CHANGELOG = "migrations/changelog.yaml";
    private static final long LOCK = 0x524F4C54; // "ROLT"

    /** Liquibase tells every step to java.util.logging; kept here, because a logger nobody holds forgets its level. */
    private static final Logger STEPS = Logger.getLogger("liquibase");

    private Migrations() {}

    /** Runs what has not yet run; blocks, so it is called before anything else starts. */
    public static void run(String databaseUrl) {
        STEPS.setLevel(Level.WARNING);
        try (Connection guard = connect(databaseUrl);
                Connection connection = connect(databaseUrl)) {
            lock(guard);
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> update(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("The migration failed: " + e.getMessage(), e);
        }
    }

    private static void update(Connection connection) throws LiquibaseException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists platform");
        }
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setLiquibaseSchemaName("platform");
        try (Liquibase liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database)) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update();
        }
    }

    private static void lock(Connection guard) throws SQLException {
        try (PreparedStatement statement = guard.prepareStatement("select pg_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    /** The driver of Liquibase takes user and password apart from the address. */
    private static Connection connect(String databaseUrl) throws SQLException {
        URI uri = URI.create(databaseUrl);
        Properties properties = new Properties();
        if (uri.getUserInfo() != null) {
            String[] user = uri.getUserInfo().split(":", 2);
            properties.setProperty("user", user[0]);
            properties.setProperty("password", user.length > 1 ? user[1] : "");
        }
        String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query, properties);
    }
}
