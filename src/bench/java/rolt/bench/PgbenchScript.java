package rolt.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recorded statements as a script of pgbench: word for word, with an expression for each of their parameters. In these
 * {@code :n} counts the customers from 1, and {@code :first} makes the numbers of a round its own.
 */
final class PgbenchScript {
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final String COUNT = "\\set n :i * :clients + :client_id + 1\n\\set i :i + 1\n";

    private final List<String> statements;
    private final List<Filling> fillings = new ArrayList<>();

    PgbenchScript(List<String> statements) {
        this.statements = statements;
    }

    /**
     * @param words that one statement alone holds
     * @param kept whether later expressions name columns of its answer
     * @param expressions for $1, $2 and so on
     */
    private record Filling(String words, boolean kept, List<String> expressions) {}

    /** Says what to fill into the statement that holds these words. */
    PgbenchScript fill(String words, String... expressions) {
        fillings.add(new Filling(words, false, List.of(expressions)));
        return this;
    }

    /** The same for a statement that answers one row, whose columns later expressions use as {@code :column}. */
    PgbenchScript fillAndKeep(String words, String... expressions) {
        fillings.add(new Filling(words, true, List.of(expressions)));
        return this;
    }

    /** @throws CannotMeasure where nobody said what to fill into a statement, because the shop has changed */
    String text() {
        return COUNT + statements.stream().map(this::filled).collect(Collectors.joining());
    }

    private String filled(String statement) {
        if (!PARAMETER.matcher(statement).find()) {
            return statement + ";\n";
        }
        Filling filling = fillings.stream()
                .filter(it -> statement.contains(it.words()))
                .findFirst()
                .orElseThrow(() -> new CannotMeasure("Tell rolt.bench.Scripts what to fill into:\n" + statement));
        String sql = PARAMETER
                .matcher(statement)
                .replaceAll(found -> Matcher.quoteReplacement(expression(filling, Integer.parseInt(found.group(1)))));
        return sql.strip() + (filling.kept() ? " \\gset\n" : ";\n");
    }

    private static String expression(Filling filling, int parameter) {
        if (parameter > filling.expressions().size()) {
            throw new CannotMeasure("Tell rolt.bench.Scripts of $" + parameter + " after: " + filling.words());
        }
        return "(" + filling.expressions().get(parameter - 1) + ")";
    }

    /** A text as an SQL literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
