package rolt.vnpay;

import java.util.Map;

/** How VNPAY's merchant API answered; each is expected to happen. */
public sealed interface VnpayReply {
    /** The answer as it came, or why there is none. */
    String body();

    /** Done, signed by VNPAY, and about what was asked. */
    public record Genuine(Map<String, String> fields, String body) implements VnpayReply {
        public Genuine {
            fields = Map.copyOf(fields);
        }

        /** In hundredths of a đồng. */
        public long amount() {
            return Long.parseLong(text("vnp_Amount"));
        }

        /** Two digits. */
        public String transactionStatus() {
            return text("vnp_TransactionStatus");
        }

        /** {@code 01} for a payment, {@code 02} for a whole refund, {@code 03} for one of a part. */
        public String transactionType() {
            return text("vnp_TransactionType");
        }

        /** VNPAY's number: of the payment or of the refund; may be empty or {@code 0}. */
        public String transactionNo() {
            return text("vnp_TransactionNo");
        }

        public String bankCode() {
            return text("vnp_BankCode");
        }

        private String text(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /**
     * VNPAY says that it did not do it. Such answers are rarely signed: nothing about money follows from one.
     *
     * @param code two digits, never 00
     * @param signed whether it is signed by VNPAY and about what was asked
     */
    public record Refused(String code, boolean signed, String body) implements VnpayReply {
        /** Asked too often, or the same request before. */
        public static final String TOO_OFTEN = "94";
    }

    /** Garbled, without a valid checksum, or about something else: not believed. */
    public record NotGenuine(String body) implements VnpayReply {}

    /** Not reached, not in time, or given up for the moment. The request may have had its effect all the same. */
    public record NoAnswer(String body) implements VnpayReply {}
}
