package rolt.dev.vnpay;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rolt.vnpay.VnpayDate;
import rolt.vnpay.VnpaySignature;

/** Decides over a payment URL: {@link #GOOD} or the code of VNPAY's error page, the first that applies. */
final class PayUrlCheck {
    static final String GOOD = "00";
    static final String REPEATED = "01";
    static final String MALFORMED = "03";
    static final String TIME_OVER = "15";
    private static final String WRONG_SIGNATURE = "70";
    private static final String NOT_APPROVED = "71";
    private static final String UNKNOWN_TERMINAL = "72";
    private static final String UNKNOWN_BANK = "76";
    private static final String OTHER = "99";

    /** In hundredths of a đồng. */
    private static final long LEAST = 500_000;

    private static final long ABOVE_GREATEST = 100_000_000_000L;
    private static final String DATE = "[0-9]{14}";
    private static final Map<String, Pattern> REQUIRED = Map.ofEntries(
            rule("vnp_Version", "2\\.1\\.0"),
            rule("vnp_Command", "pay"),
            rule("vnp_TmnCode", "[A-Za-z0-9]{8}"),
            rule("vnp_Amount", "[0-9]{1,12}"),
            rule("vnp_CreateDate", DATE),
            rule("vnp_CurrCode", "VND"),
            rule("vnp_IpAddr", "[0-9A-Fa-f.:]{7,45}"),
            rule("vnp_Locale", "vn|en"),
            rule("vnp_OrderInfo", ".{1,255}"),
            rule("vnp_OrderType", ".{1,100}"),
            rule("vnp_ReturnUrl", "https?://.{2,247}"),
            rule("vnp_TxnRef", ".{1,100}"));
    private static final Map<String, Pattern> OPTIONAL =
            Map.ofEntries(rule("vnp_BankCode", "[A-Za-z0-9_]{3,20}"), rule("vnp_ExpireDate", DATE));

    private final Gateway gateway;

    PayUrlCheck(Gateway gateway) {
        this.gateway = gateway;
    }

    String check(Map<String, List<String>> query) {
        var values = VnpaySignature.single(query);
        var terminal = gateway.terminals().get(values.getOrDefault("vnp_TmnCode", ""));
        if (terminal == null) {
            return UNKNOWN_TERMINAL;
        }
        var faults = gateway.faultsAt(terminal);
        if (!terminal.active() || faults.is(Switch.LOCKED)) {
            return NOT_APPROVED;
        }
        if (!terminal.signature().verify(query, faults.encodings())) {
            return WRONG_SIGNATURE;
        }
        return isWellFormed(values) ? checkContent(terminal, values) : MALFORMED;
    }

    private String checkContent(Terminal terminal, Map<String, String> values) {
        if (isEnded(terminal, values.get("vnp_TxnRef"))) {
            return REPEATED;
        }
        if (isOver(values.getOrDefault("vnp_ExpireDate", ""))) {
            return TIME_OVER;
        }
        var bank = values.getOrDefault("vnp_BankCode", "");
        if (!bank.isEmpty() && !Banks.isKnown(bank)) {
            return UNKNOWN_BANK;
        }
        var amount = Long.parseLong(values.get("vnp_Amount"));
        return amount < LEAST || amount >= ABOVE_GREATEST ? OTHER : GOOD;
    }

    private boolean isEnded(Terminal terminal, String reference) {
        return gateway.payments()
                .byReference(terminal.tmnCode(), reference)
                .flatMap(Payment::result)
                .isPresent();
    }

    private boolean isOver(String expires) {
        return VnpayDate.parse(expires)
                .filter(end -> !end.isAfter(gateway.calendar().instant()))
                .isPresent();
    }

    private static boolean isWellFormed(Map<String, String> values) {
        return REQUIRED.entrySet().stream()
                        .allMatch(rule -> matches(rule.getValue(), values.getOrDefault(rule.getKey(), "")))
                && OPTIONAL.entrySet().stream().allMatch(rule -> {
                    var value = values.getOrDefault(rule.getKey(), "");
                    return value.isEmpty() || matches(rule.getValue(), value);
                });
    }

    /** A text of digits that is no date, like the 30th of February, is malformed too. */
    private static boolean matches(Pattern pattern, String value) {
        var isDate = pattern.pattern().equals(DATE);
        return pattern.matcher(value).matches()
                && (!isDate || VnpayDate.parse(value).isPresent());
    }

    private static Map.Entry<String, Pattern> rule(String name, String pattern) {
        return Map.entry(name, Pattern.compile(pattern));
    }
}
