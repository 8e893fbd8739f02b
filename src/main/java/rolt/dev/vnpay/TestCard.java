package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cards of VNPAY's sandbox; the holder of each is {@link #HOLDER}. */
enum TestCard {
    NCB_SUCCESS("NCB", "9704198526191432198", "07/15", "123456", Outcome.SUCCESS),
    NCB_INSUFFICIENT("NCB", "9704195798459170488", "07/15", "", Outcome.INSUFFICIENT_BALANCE),
    NCB_NOT_ACTIVATED("NCB", "9704192181368742", "07/15", "", Outcome.NOT_ACTIVATED),
    NCB_LOCKED("NCB", "9704193370791314", "07/15", "", Outcome.LOCKED),
    NCB_EXPIRED("NCB", "9704194841945513", "07/15", "", Outcome.EXPIRED_CARD),
    NAPAS_ONE("NAPAS", "9704000000000018", "03/07", "otp", Outcome.SUCCESS),
    NAPAS_TWO("NAPAS", "9704020000000016", "03/07", "otp", Outcome.SUCCESS),
    EXIMBANK("EXIMBANK", "9704310005819191", "10/26", "", Outcome.SUCCESS),
    VISA("VISA", "4456530000001005", "12/26", "", Outcome.SUCCESS),
    VISA_3DS("VISA", "4456530000001096", "12/26", "", Outcome.SUCCESS),
    MASTERCARD("MASTERCARD", "5200000000001005", "12/26", "", Outcome.SUCCESS),
    MASTERCARD_3DS("MASTERCARD", "5200000000001096", "12/26", "", Outcome.SUCCESS),
    JCB("JCB", "3337000000000008", "12/26", "", Outcome.SUCCESS),
    JCB_3DS("JCB", "3337000000200004", "12/24", "", Outcome.SUCCESS);

    static final String HOLDER = "NGUYEN VAN A";
    static final String CVV = "123";
    private static final List<String> BRANDS = List.of("VISA", "MASTERCARD", "JCB");

    final String issuer;
    final String number;
    final String date;
    /** The one-time password; empty where the bank asks for none. */
    final String otp;

    final Outcome outcome;

    TestCard(String issuer, String number, String date, String otp, Outcome outcome) {
        this.issuer = issuer;
        this.number = number;
        this.date = date;
        this.otp = otp;
        this.outcome = outcome;
    }

    static Optional<TestCard> byNumber(String number) {
        var digits = number.replace(" ", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }

    /** The cards a customer of this bank can use; {@code INTCARD} stands for all international ones. */
    static List<TestCard> of(String bank) {
        return Arrays.stream(values()).filter(card -> card.belongsTo(bank)).toList();
    }

    boolean belongsTo(String bank) {
        return isInternational() ? bank.equals(Banks.INTERNATIONAL) : bank.equals(issuer);
    }

    boolean isInternational() {
        return BRANDS.contains(issuer);
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("number", number)
                .put("issuer", issuer)
                .put("date", date)
                .put("otp", otp)
                .put("outcome", outcome.key());
    }

    Means means() {
        return isInternational() ? Means.international(issuer) : Means.account(issuer);
    }
}
