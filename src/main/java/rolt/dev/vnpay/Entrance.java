package rolt.dev.vnpay;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.vnpay.VnpaySignature;

/** The address a merchant sends its customers to: checks the payment URL and opens the payment. */
final class Entrance {
    private final Gateway gateway;
    private final PayUrlCheck check;
    private final SessionClock time;

    Entrance(Gateway gateway, SessionClock time) {
        this.gateway = gateway;
        this.check = new PayUrlCheck(gateway);
        this.time = time;
    }

    /**
     * Where a request is sent on to.
     *
     * @param reference the merchant's reference, or empty
     * @param next the address of the first step, or of the error page
     */
    record Entry(String reference, String next) {}

    /** Looks at the raw query of a payment URL. */
    Entry enter(String query) {
        try {
            return enter(VnpaySignature.decode(query));
        } catch (IllegalArgumentException brokenEncoding) {
            return new Entry("", ErrorPage.url(PayUrlCheck.MALFORMED));
        }
    }

    private Entry enter(Map<String, List<String>> query) {
        var code = check.check(query);
        var request = VnpaySignature.single(query);
        var next = code.equals(PayUrlCheck.GOOD) ? open(request) : ErrorPage.url(code);
        return new Entry(request.getOrDefault("vnp_TxnRef", ""), next);
    }

    private String open(Map<String, String> request) {
        var terminal = gateway.terminals().get(request.get("vnp_TmnCode"));
        var token = token();
        gateway.payments().add(new Payment(terminal, request, time.open(request, token)));
        return PayPages.TRANSACTION + firstStep(request.getOrDefault("vnp_BankCode", "")) + "token=" + token;
    }

    /** A bank that the merchant has chosen is gone to directly. */
    private static String firstStep(String bank) {
        return switch (bank) {
            case "", Banks.DOMESTIC -> "PaymentMethod.html?";
            case Banks.QR -> "Qr.html?";
            default -> "Card.html?bank=" + bank + "&";
        };
    }

    private static String token() {
        var random = UUID.randomUUID();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.getMostSignificantBits()) + hex.toHexDigits(random.getLeastSignificantBits());
    }
}
