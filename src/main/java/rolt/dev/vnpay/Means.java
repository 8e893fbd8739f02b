package rolt.dev.vnpay;

/** What was paid with, in VNPAY's words. */
record Means(String bankCode, String cardType) {
    /** What VNPAY reports when the customer leaves before choosing. */
    static final Means NONE = new Means("VNPAY", "QRCODE");

    static final Means QR = new Means("NCB", "QRCODE");

    static Means account(String bankCode) {
        return new Means(bankCode, "ATM");
    }

    static Means international(String brand) {
        return new Means(brand, brand);
    }

    boolean isInternational() {
        return bankCode.equals(cardType);
    }
}
