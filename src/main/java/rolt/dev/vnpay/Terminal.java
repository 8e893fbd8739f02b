package rolt.dev.vnpay;

import java.util.List;
import rolt.vnpay.VnpaySecrets;
import rolt.vnpay.VnpaySignature;

/**
 * What VNPAY knows of one terminal of a merchant.
 *
 * @param tmnCode 8 letters and digits
 * @param secret the hash secret shared with the merchant
 * @param ipnUrls where notifications go; VNPAY itself has one, more let a test reach every node
 * @param active whether the terminal is approved; if not, its payment URLs end in error 71
 * @param refundAllowed whether VNPAY has enabled refunds; if not, they are answered 99
 */
public record Terminal(String tmnCode, String secret, List<String> ipnUrls, boolean active, boolean refundAllowed) {
    public Terminal {
        ipnUrls = List.copyOf(ipnUrls);
    }

    /** An approved terminal that may refund. */
    public Terminal(String tmnCode, String secret, String ipnUrl) {
        this(tmnCode, secret, List.of(ipnUrl), true, true);
    }

    VnpaySecrets secrets() {
        return VnpaySecrets.of(secret);
    }

    VnpaySignature signature() {
        return new VnpaySignature(secrets());
    }
}
