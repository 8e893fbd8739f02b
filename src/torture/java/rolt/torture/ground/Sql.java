package rolt.torture.ground;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The eye and the hand in the database, past the shop. What Postgres does not answer, because it is away, is asked again. */
public final class Sql {
    private static final int MOST_TRIES = 1_500;

    private final String address;

    /** @param url as the shop takes it: {@code postgresql://user:password@host:port/database} */
    public Sql(String url) {
        URI uri = URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        address = "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath() + "?user=" + user[0]
                + "&password=" + user[1];
    }

    /** Runs a statement that may as well run twice. */
    public void run(String statement, Object... arguments) {
        lines(statement, arguments);
    }

    /** The one value a query answers. */
    public String text(String query, Object... arguments) {
        return lines(query, arguments).getFirst();
    }

    public long number(String query, Object... arguments) {
        return Long.parseLong(text(query, arguments));
    }

    /** The rows, each as its values with two blanks in between. */
    public List<String> lines(String query, Object... arguments) {
        for (int tries = 1; ; tries++) {
            try {
                return once(query, arguments);
            } catch (SQLException e) {
                if (!isOutage(e) || tries == MOST_TRIES) {
                    throw new Finding(e.getMessage() + "\n" + query, e);
                }
                Patience.moment();
            }
        }
    }

    private static boolean isOutage(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().matches("08...|57P0[123]");
    }

    private List<String> once(String query, Object... arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.execute() ? read(statement.getResultSet()) : List.of();
        }
    }

    private static List<String> read(ResultSet rows) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                values.add(rows.getString(column));
            }
            lines.add(String.join("  ", values.stream().map(String::valueOf).toList()));
        }
        return lines;
    }
}
