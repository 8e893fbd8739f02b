package rolt.dev.vnpay;

import static java.util.stream.Collectors.joining;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the pages a customer sees at the gateway. */
final class PayView {
    private final Clock clock;

    PayView(Clock clock) {
        this.clock = clock;
    }

    /** The choice between QR, domestic banks and international cards. */
    String method(Payment payment) {
        var banks = Banks.NAMES.entrySet().stream()
                .map(bank -> fill(payment, "bank", Map.of("code", bank.getKey(), "name", bank.getValue())))
                .collect(joining());
        return sheet(payment, "method", "", Map.of("banks", new Html(banks)));
    }

    /** The form for a card of this bank, with a message of the texts if something was wrong, else empty. */
    String card(Payment payment, String bank, String error) {
        var language = payment.language();
        var isInternational = bank.equals(Banks.INTERNATIONAL);
        var values = new HashMap<String, Object>();
        values.put("bank", bank);
        values.put("title", Banks.NAMES.getOrDefault(bank, Html.textOf(language, "international")));
        values.put("dateLabel", Html.textOf(language, isInternational ? "expires" : "issued"));
        values.put("more", isInternational ? part(payment, "international", Map.of()) : Html.NONE);
        values.put("error", error.isEmpty() ? "" : Html.textOf(language, error));
        values.put("testCards", testCards(payment, bank));
        return sheet(payment, "card", bank, values);
    }

    String otp(Payment payment, TestCard card) {
        var values = Map.of("bank", card.issuer, "number", card.number, "testOtp", card.otp);
        return sheet(payment, "otp", card.issuer, values);
    }

    String qr(Payment payment) {
        return sheet(payment, "qr", Banks.QR, Map.of("code", new Html(QrDrawing.svg(payment.token()))));
    }

    /** The page for a request that is refused. */
    String error(String code, String language) {
        var text = Html.textOf(language, "error-" + code);
        var values = Map.of("code", code, "text", text == null ? Html.textOf(language, "error-99") : text);
        var content = Html.fill("error", language, values);
        var href = "/paymentv2/Payment/Error.html?code=" + (text == null ? "99" : code);
        return page(language, href, Html.NONE, content);
    }

    private String sheet(Payment payment, String template, String bank, Map<String, ?> values) {
        var content = part(payment, template, values);
        var seconds = Duration.between(clock.instant(), payment.closes()).toSeconds();
        var order = part(
                payment,
                "order",
                Map.of(
                        "amount", dong(payment.amount() / 100),
                        "terminal", payment.terminal().tmnCode(),
                        "reference", payment.reference(),
                        "info", payment.sent("vnp_OrderInfo"),
                        "seconds", Math.max(0, seconds)));
        var href = PayPages.TRANSACTION + template(template) + "?token=" + payment.token() + "&bank=" + bank;
        return page(payment.language(), href, order, content);
    }

    /** The page to show in the other language: after a wrong password or card its form again. */
    private static String template(String name) {
        return switch (name) {
            case "method" -> "PaymentMethod.html";
            case "qr" -> "Qr.html";
            default -> "Card.html";
        };
    }

    private static String page(String language, String href, Html order, Html content) {
        var other = language.equals("vn") ? "en" : "vn";
        var values = Map.of(
                "lang",
                language.equals("vn") ? "vi" : "en",
                "otherHref",
                href + "&lang=" + other,
                "order",
                order,
                "content",
                content);
        return Html.fill("layout", language, values).text();
    }

    private static Html testCards(Payment payment, String bank) {
        var cards = TestCard.of(bank);
        return cards.isEmpty() ? part(payment, "no-cards", Map.of()) : new Html(rows(payment, cards));
    }

    private static String rows(Payment payment, List<TestCard> cards) {
        return cards.stream()
                .map(card -> fill(
                        payment,
                        "test-card",
                        Map.of(
                                "number", card.number,
                                "date", card.date,
                                "outcome", Html.textOf(payment.language(), "outcome-" + card.outcome))))
                .collect(joining());
    }

    private static String fill(Payment payment, String template, Map<String, ?> values) {
        return part(payment, template, values).text();
    }

    private static Html part(Payment payment, String template, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("token", payment.token());
        return Html.fill(template, payment.language(), all);
    }

    private static String dong(long amount) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag("vi-VN")).format(amount) + " ₫";
    }
}
