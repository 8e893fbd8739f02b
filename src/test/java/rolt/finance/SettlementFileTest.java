package rolt.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.platform.Problem;

class SettlementFileTest {
    private static final String VNPAY =
            "vnp_TxnRef%1$svnp_TransactionNo%1$svnp_Amount%1$svnp_TransactionType%1$svnp_TransactionStatus";
    private static final String VIETNAMESE =
            "Mã tham chiếu%1$sMã giao dịch VNPAY%1$sSố tiền (VND)%1$sLoại giao dịch%1$sTrạng thái";

    /** How a file may be written. */
    record Writing(String separator, boolean marked, boolean quoted, boolean vietnamese, String lineEnd) {
        String text(List<SettlementRow> rows) {
            List<String> lines = new ArrayList<>();
            lines.add((vietnamese ? VIETNAMESE : VNPAY).formatted(separator));
            rows.forEach(row -> lines.add(String.join(separator, cells(row))));
            return (marked ? "\ufeff" : "") + String.join(lineEnd, lines) + lineEnd;
        }

        private List<String> cells(SettlementRow row) {
            List<String> cells = vietnamese
                    ? List.of(
                            row.txnRef(),
                            row.transactionNo(),
                            grouped(row.dong()) + " đ",
                            row.refund() ? "Hoàn tiền" : "Thanh toán",
                            row.done() ? "Thành công" : row.status())
                    : List.of(
                            row.txnRef(),
                            row.transactionNo(),
                            String.valueOf(row.amount()),
                            row.refund() ? "02" : "01",
                            row.status());
            return quoted ? cells.stream().map(cell -> '"' + cell + '"').toList() : cells;
        }

        private static String grouped(long dong) {
            return String.valueOf(dong).replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", ".");
        }
    }

    @Property(tries = 200)
    void whatever_way_a_file_is_written_it_says_the_same(
            @ForAll("writings") Writing writing, @ForAll("rows") List<SettlementRow> rows) {
        List<SettlementRow> numbered = new ArrayList<>();
        for (SettlementRow row : rows) {
            numbered.add(new SettlementRow(
                    numbered.size() + 2, row.refund(), row.txnRef(), row.transactionNo(), row.amount(), row.status()));
        }
        assertThat(SettlementFile.read(writing.text(numbered))).isEqualTo(numbered);
    }

    @Property(tries = 300)
    void any_text_is_read_or_refused_in_words(@ForAll String text, @ForAll("writings") Writing writing) {
        for (String csv : List.of(text, writing.text(List.of()) + text)) {
            try {
                SettlementFile.read(csv);
            } catch (Problem refused) {
                assertThat(refused.code()).startsWith("settlement.");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vnp_Amount | 648000000 | 648000000",
                "Số tiền | 6480000 | 648000000",
                "so tien | 6.480.000 | 648000000",
                "Amount (VND) | 6 480 000 VND | 648000000",
                "AMOUNT | 5000₫ | 500000"
            })
    void the_heading_alone_says_whether_amounts_are_hundredths(String heading, String written, long hundredths) {
        String csv = "vnp_TxnRef;vnp_TransactionNo;" + heading + "\nR1234567;14226112;" + written;
        assertThat(SettlementFile.read(csv)).extracting(SettlementRow::amount).containsExactly(hundredths);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vnp_Amount | 64800001",
                "vnp_Amount | 6.480.000",
                "Số tiền | 6.480.00",
                "Số tiền | 6,480.000",
                "Số tiền | -6480000",
                "Số tiền | 0",
                "Số tiền | 1.42E7",
                "Số tiền | 10.5"
            })
    void an_amount_that_is_not_understood_is_named_with_its_row_and_column(String heading, String written) {
        String csv = "vnp_TxnRef;vnp_TransactionNo;" + heading + "\n\nR1234567;14226112;" + written;
        assertThatThrownBy(() -> SettlementFile.read(csv))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.params())
                                .isEqualTo(Map.of("row", 3, "column", heading, "value", written)));
    }

    @Test
    void what_is_missing_or_said_twice_is_named() {
        assertThat(code("")).isEqualTo("settlement.empty {}");
        assertThat(code("vnp_TxnRef,vnp_Amount\n")).isEqualTo("settlement.column-missing {column=vnp_TransactionNo}");
        assertThat(code("vnp_TxnRef,vnp_TransactionNo\n")).isEqualTo("settlement.column-missing {column=vnp_Amount}");
        assertThat(code("vnp_TxnRef,vnp_TransactionNo,vnp_Amount,Số tiền\n"))
                .isEqualTo("settlement.column-twice {column=vnp_Amount}");
        assertThat(code("vnp_TxnRef,Reference,vnp_TransactionNo,vnp_Amount\n"))
                .isEqualTo("settlement.column-twice {column=Reference}");
    }

    @Test
    void a_row_that_is_too_short_is_refused_and_a_refund_may_be_negative() {
        String heading = "vnp_TxnRef\tvnp_TransactionNo\tSố tiền\tLoại giao dịch\n";
        assertThat(code(heading + "R1234567\t14226112\n")).startsWith("settlement.cell");
        assertThat(SettlementFile.read(heading + "R1234567\t14226112\t-150.000\tHoàn tiền\n"))
                .containsExactly(new SettlementRow(2, true, "R1234567", "14226112", 15_000_000, "00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R1234567,14226112,35,000,000",
                "R1234567,14226112,3500000,Thanh toán",
                "R1234567,14226112,35",
                "R1234567,14226112,3500000,Thanh toán,",
                "R1234567,14226112,3500000,,Thành công",
                "R1234567,14226112,10000000000,Thanh toán,Thành công",
                "\"R1234567,14226112,3500000,Thanh toán,Thành công\nR7654321,14226113,3500000,Thanh toán,Thành công"
            })
    void a_row_that_is_cut_off_or_grouped_with_the_separator_is_never_guessed(String row) {
        String refused = code("Mã tham chiếu,Mã giao dịch,Số tiền,Loại giao dịch,Trạng thái\n" + row);
        assertThat(refused).startsWith("settlement.cell").hasSizeLessThan(300);
    }

    @Test
    void an_amount_that_the_separator_cuts_in_pieces_is_refused_without_further_columns_too() {
        assertThat(code("vnp_TxnRef,vnp_TransactionNo,Số tiền\nR1234567,14226112,35,000,000"))
                .isEqualTo("settlement.cells {cells=5, columns=3, row=2}");
        assertThat(SettlementFile.read("vnp_TxnRef,vnp_TransactionNo,Số tiền\nR1234567,14226112,35,,\n"))
                .hasSize(1);
    }

    @Test
    void a_heading_may_run_over_two_lines() {
        assertThat(SettlementFile.read(
                        "\"Mã tham\nchiếu\";\"Mã giao dịch\nVNPAY\";\"Số tiền\n(VND)\"\nR1234567;1;5.000"))
                .containsExactly(new SettlementRow(5, false, "R1234567", "1", 500_000, "00"));
    }

    private static String code(String csv) {
        try {
            SettlementFile.read(csv);
            return "";
        } catch (Problem refused) {
            return refused.code() + " " + new TreeMap<>(refused.params());
        }
    }

    @Provide
    Arbitrary<Writing> writings() {
        return Combinators.combine(
                        Arbitraries.of(",", ";", "\t"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("\n", "\r\n"))
                .as(Writing::new);
    }

    @Provide
    Arbitrary<List<SettlementRow>> rows() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.strings()
                                .withCharRange('A', 'Z')
                                .numeric()
                                .ofMinLength(8)
                                .ofMaxLength(40),
                        Arbitraries.longs().between(0, 999_999_999_999_999L).map(String::valueOf),
                        Arbitraries.longs().between(1, 999_999_999).map(dong -> dong * 100),
                        Arbitraries.of("00", "02", "11"))
                .as((refund, ref, no, amount, status) -> new SettlementRow(0, refund, ref, no, amount, status))
                .list()
                .ofMaxSize(8);
    }
}
