package rolt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The statements in the log of a Postgres that runs with {@code log_statement = all}, as its clients sent them. */
final class StatementLog {
    /** An entry: a time, the backend in brackets, the statement, whose further lines begin with a tab. */
    private static final Pattern STATEMENT =
            Pattern.compile("(?m)^\\d{4}-.*? \\[(\\d+)] LOG:  (?:statement|execute [^:]*): (.*(?:\\n\\t.*)*)");

    private final Path file;

    StatementLog(Path file) {
        this.file = file;
    }

    boolean contains(String words) {
        return text().contains(words);
    }

    /**
     * What was executed between two marks: transactions whole and single statements, each as a list, in the order they
     * began.
     */
    List<List<String>> between(String first, String last) {
        String text = text();
        String part = text.substring(text.indexOf(first), text.indexOf(last));
        Map<String, List<String>> open = new LinkedHashMap<>();
        List<List<String>> units = new ArrayList<>();
        for (MatchResult found : STATEMENT.matcher(part).results().toList()) {
            String statement = found.group(2).replace("\n\t", "\n");
            add(units, open, found.group(1), statement);
        }
        return units;
    }

    private static void add(
            List<List<String>> units, Map<String, List<String>> open, String backend, String statement) {
        List<String> unit = open.get(backend);
        if (unit == null) {
            unit = new ArrayList<>();
            units.add(unit);
        }
        unit.add(statement);
        if (statement.equals("begin")) {
            open.put(backend, unit);
        } else if (statement.equals("commit") || statement.equals("rollback")) {
            open.remove(backend);
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
