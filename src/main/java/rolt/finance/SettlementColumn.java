package rolt.finance;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a settlement file that the shop reads, by every heading they are known to have. */
enum SettlementColumn {
    REFERENCE(
            true,
            "vnp_TxnRef",
            "Mã tham chiếu",
            "Mã tham chiếu giao dịch",
            "Mã đơn hàng",
            "Mã giao dịch merchant",
            "Reference",
            "Merchant reference",
            "Order reference",
            "Txn ref"),
    NUMBER(
            true,
            "vnp_TransactionNo",
            "Mã giao dịch VNPAY",
            "Mã GD VNPAY",
            "Số giao dịch VNPAY",
            "Mã giao dịch",
            "Số giao dịch",
            "VNPAY transaction no",
            "Transaction no",
            "Transaction number"),
    /** VNPAY's own parameter, in hundredths of a đồng. */
    HUNDREDTHS(false, "vnp_Amount"),
    DONG(
            false,
            "Số tiền",
            "Số tiền (VND)",
            "Số tiền (đồng)",
            "Số tiền giao dịch",
            "Amount",
            "Amount (VND)",
            "Transaction amount"),
    TYPE(false, "vnp_TransactionType", "Loại giao dịch", "Loại GD", "Transaction type", "Type"),
    STATUS(
            false,
            "vnp_TransactionStatus",
            "Trạng thái",
            "Trạng thái giao dịch",
            "Trạng thái GD",
            "Status",
            "Transaction status");

    private final boolean required;
    private final List<String> headings;

    SettlementColumn(boolean required, String... headings) {
        this.required = required;
        this.headings = Arrays.stream(headings).map(SettlementColumn::plain).toList();
    }

    boolean required() {
        return required;
    }

    /** The column of a heading, however it is written; empty for one that is not read. */
    static Optional<SettlementColumn> of(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }

    /** Letters and digits alone, without case and Vietnamese marks. */
    static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]", "");
    }
}
