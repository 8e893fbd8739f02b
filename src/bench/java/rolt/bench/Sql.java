package rolt.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The hand that prepares a database for a measurement; what it does is never in the server's log. */
final class Sql {
    private final String address;

    /** @param url as the shop takes it: {@code postgresql://user:password@host:port/database} */
    Sql(String url) {
        URI uri = URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        address = "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath() + "?user=" + user[0]
                + "&password=" + user[1] + "&options=-c%20log_statement=none";
    }

    /** Runs statements separated by semicolons. */
    void run(String statements) {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new CannotMeasure(e.getMessage() + "\n" + statements, e);
        }
    }

    /** The one value a query answers. */
    String text(String query) {
        try (Connection connection = DriverManager.getConnection(address);
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new CannotMeasure(e.getMessage() + "\n" + query, e);
        }
    }
}
