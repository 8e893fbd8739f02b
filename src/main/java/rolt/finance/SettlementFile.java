package rolt.finance;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rolt.platform.Problem;

/**
 * VNPAY's settlement file as rows. Its form is not documented for merchants, so headings are found through
 * {@link SettlementColumn}'s synonyms, and what is not understood is refused with row and column.
 */
final class SettlementFile {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final Map<SettlementColumn, Integer> places = new EnumMap<>(SettlementColumn.class);
    private final List<String> headings;

    private SettlementFile(List<String> headings) {
        this.headings = headings;
        for (int i = 0; i < headings.size(); i++) {
            int place = i;
            SettlementColumn.of(headings.get(i)).ifPresent(column -> place(column, place));
        }
        requireColumns();
    }

    /** @throws Problem 422 naming what is missing, or row and column of what cannot be read */
    static List<SettlementRow> read(String csv) {
        String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        List<CsvRecord> records = records(text, separator(text), Long.MAX_VALUE);
        if (records.isEmpty()) {
            throw Problem.unprocessable("settlement.empty", Map.of());
        }
        SettlementFile file = new SettlementFile(strip(records.getFirst()));
        return records.stream().skip(1).map(file::row).toList();
    }

    /** Whichever separates most headings that are known. */
    private static char separator(String text) {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(separator -> known(text, separator)))
                .orElseThrow();
    }

    /** A heading that cannot be read with a separator is not written with it. */
    private static long known(String text, char separator) {
        try {
            return records(text, separator, 1).stream()
                    .flatMap(line -> strip(line).stream())
                    .filter(name -> SettlementColumn.of(name).isPresent())
                    .count();
        } catch (Problem broken) {
            return 0;
        }
    }

    private static List<CsvRecord> records(String text, char separator, long limit) {
        try (Stream<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)
                .stream()) {
            return records.filter(line -> line.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                    .limit(limit)
                    .toList();
        } catch (CsvParseException e) {
            throw Problem.unprocessable("settlement.broken", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    private static List<String> strip(CsvRecord line) {
        return line.getFields().stream().map(String::strip).toList();
    }

    private void place(SettlementColumn column, int place) {
        if (places.put(column, place) != null) {
            throw Problem.unprocessable("settlement.column-twice", Map.of("column", headings.get(place)));
        }
    }

    /** Hundredths and đồng are never guessed from the digits, so exactly one column says what the amounts are. */
    private void requireColumns() {
        for (SettlementColumn column : SettlementColumn.values()) {
            if (column.required() && !places.containsKey(column)) {
                throw missing(column);
            }
        }
        boolean hundredths = places.containsKey(SettlementColumn.HUNDREDTHS);
        boolean dong = places.containsKey(SettlementColumn.DONG);
        if (hundredths && dong) {
            throw Problem.unprocessable("settlement.column-twice", Map.of("column", "vnp_Amount"));
        }
        if (!hundredths && !dong) {
            throw missing(SettlementColumn.HUNDREDTHS);
        }
    }

    private static Problem missing(SettlementColumn column) {
        String heading = switch (column) {
            case REFERENCE -> "vnp_TxnRef";
            case NUMBER -> "vnp_TransactionNo";
            default -> "vnp_Amount";
        };
        return Problem.unprocessable("settlement.column-missing", Map.of("column", heading));
    }

    private SettlementRow row(CsvRecord line) {
        requireCells(line);
        boolean refund =
                cell(line, SettlementColumn.TYPE).map(SettlementCell::isRefund).orElse(false);
        return new SettlementRow(
                (int) line.getStartingLineNumber(),
                refund,
                cell(line, SettlementColumn.REFERENCE).orElseThrow().reference(),
                cell(line, SettlementColumn.NUMBER).orElseThrow().number(),
                amount(line, refund),
                cell(line, SettlementColumn.STATUS).map(SettlementCell::status).orElse("00"));
    }

    /** One cell too many comes of a separator within an amount, one too few of a file that was cut off. */
    private void requireCells(CsvRecord line) {
        boolean tooFew = line.getFieldCount() <= Collections.max(places.values());
        boolean tooMany = line.getFields().stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank());
        if (tooFew || tooMany) {
            throw Problem.unprocessable(
                    "settlement.cells",
                    Map.of(
                            "row", line.getStartingLineNumber(),
                            "cells", line.getFieldCount(),
                            "columns", headings.size()));
        }
    }

    private long amount(CsvRecord line, boolean refund) {
        boolean hundredths = places.containsKey(SettlementColumn.HUNDREDTHS);
        SettlementCell cell = cell(line, hundredths ? SettlementColumn.HUNDREDTHS : SettlementColumn.DONG)
                .orElseThrow();
        long amount = hundredths ? cell.hundredths() : cell.dongInHundredths();
        if (amount == 0 || amount < 0 && !refund) {
            throw cell.unread();
        }
        return Math.abs(amount);
    }

    /** The cell of a column; empty where the file has no such column. */
    private Optional<SettlementCell> cell(CsvRecord line, SettlementColumn column) {
        return Optional.ofNullable(places.get(column)).map(place -> {
            String text = line.getField(place).strip();
            return new SettlementCell((int) line.getStartingLineNumber(), headings.get(place), text);
        });
    }
}
