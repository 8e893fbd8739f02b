package rolt.vnpay;

import java.net.InetAddress;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The address a customer is redirected to in order to pay one attempt at VNPAY.
 *
 * @param page VNPAY's payment page, without a query
 * @param tmnCode the terminal's code: 8 letters and digits
 * @param returnUrl where the browser comes back to, 10 to 255 characters, without those that form encoders disagree
 *     on
 */
public record VnpayPayUrl(String page, String tmnCode, String returnUrl, VnpaySignature signature) {
    /** The least amount VNPAY takes, in đồng. */
    public static final long LEAST_AMOUNT = 5_000;
    /** The greatest amount VNPAY takes, in đồng. */
    public static final long GREATEST_AMOUNT = 999_999_999;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int LONGEST_INFO = 255;
    private static final Pattern TERMINAL = Pattern.compile("[A-Za-z0-9]{8}");
    private static final Pattern RETURN = Pattern.compile("[^*~!'()\\s]{10,255}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern LOCALE = Pattern.compile("vn|en");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9.,:_-]+");

    public VnpayPayUrl {
        require(TERMINAL, "tmnCode", tmnCode);
        require(RETURN, "returnUrl", returnUrl);
    }

    /**
     * One attempt to pay.
     *
     * @param txnRef the merchant's reference, new for every attempt: up to 100 of {@code A-Z a-z 0-9 . _ -}
     * @param amount in đồng, from {@link #LEAST_AMOUNT} to {@link #GREATEST_AMOUNT}
     * @param description what is paid for; Vietnamese is folded to plain letters
     * @param locale {@code vn} or {@code en}
     * @param address the customer's IP address; one that VNPAY may refuse is replaced
     * @param bankCode VNPAY's code of a bank or of a way to pay; empty lets the customer choose at VNPAY
     */
    public record Attempt(
            String txnRef,
            long amount,
            String description,
            String locale,
            String address,
            String bankCode,
            Instant created,
            Instant expires) {
        public Attempt {
            require(REFERENCE, "txnRef", txnRef);
            require(LOCALE, "locale", locale);
            if (amount < LEAST_AMOUNT || amount > GREATEST_AMOUNT) {
                throw new IllegalArgumentException(
                        "amount must be from %d to %d dong, not %d".formatted(LEAST_AMOUNT, GREATEST_AMOUNT, amount));
            }
            if (!expires.isAfter(created)) {
                throw new IllegalArgumentException("expires must be after created");
            }
        }
    }

    /** The signed address of VNPAY's page for this attempt. */
    public String of(Attempt attempt) {
        return page + "?" + signature.signedQuery(parameters(attempt));
    }

    private Map<String, String> parameters(Attempt attempt) {
        var parameters = new TreeMap<String, String>();
        parameters.put("vnp_Version", "2.1.0");
        parameters.put("vnp_Command", "pay");
        parameters.put("vnp_TmnCode", tmnCode);
        parameters.put("vnp_Amount", String.valueOf(attempt.amount() * 100));
        parameters.put("vnp_BankCode", attempt.bankCode());
        parameters.put("vnp_CreateDate", VnpayDate.format(attempt.created()));
        parameters.put("vnp_CurrCode", "VND");
        parameters.put("vnp_IpAddr", plainAddress(attempt.address()));
        parameters.put("vnp_Locale", attempt.locale());
        parameters.put("vnp_OrderInfo", orderInfo(attempt));
        parameters.put("vnp_OrderType", "other");
        parameters.put("vnp_ReturnUrl", returnUrl);
        parameters.put("vnp_ExpireDate", VnpayDate.format(attempt.expires()));
        parameters.put("vnp_TxnRef", attempt.txnRef());
        return parameters;
    }

    private static String orderInfo(Attempt attempt) {
        var plain = plainText(attempt.description());
        var info = plain.isEmpty() ? "Thanh toan " + attempt.txnRef() : plain;
        return info.substring(0, Math.min(info.length(), LONGEST_INFO)).strip();
    }

    /** Vietnamese without its marks, and anything else that is not plain as a space. */
    public static String plainText(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return UNSAFE.matcher(letters.replace('đ', 'd').replace('Đ', 'D'))
                .replaceAll(" ")
                .strip();
    }

    /** The address as VNPAY takes it: IPv4 where it is one, at least 7 characters, never a list or a name. */
    public static String plainAddress(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return parsed.isLoopbackAddress() ? LOOPBACK : parsed.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return LOOPBACK;
        }
    }

    private static void require(Pattern pattern, String name, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " is not one VNPAY takes: " + value);
        }
    }
}
