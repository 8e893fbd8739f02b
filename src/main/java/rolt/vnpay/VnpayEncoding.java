package rolt.vnpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.HexFormat;

/**
 * The form encodings found among VNPAY's own samples. They agree on every character except {@code * ~ ! ' ( )};
 * which one the gateway itself uses for those is not published.
 */
public enum VnpayEncoding {
    /** Python's {@code quote_plus} and Go. */
    PYTHON("~"),
    /** PHP's {@code urlencode}. */
    PHP(""),
    /** Java's {@code URLEncoder} and JavaScript's {@code URLSearchParams}. */
    JAVA("*"),
    /** .NET's {@code WebUtility.UrlEncode}. */
    DOTNET("*!()"),
    /** JavaScript's {@code encodeURIComponent} with {@code +} for the space. */
    NODE("*~!'()");

    private final String literal;

    VnpayEncoding(String literal) {
        this.literal = literal;
    }

    /** The text as UTF-8 bytes in form encoding: space as {@code +}, hex digits in upper case. */
    public String encode(String text) {
        var encoded = URLEncoder.encode(text, UTF_8).replace("*", "%2A");
        for (var character : literal.toCharArray()) {
            encoded = encoded.replace(escape(character), String.valueOf(character));
        }
        return encoded;
    }

    private static String escape(char character) {
        return "%" + HexFormat.of().withUpperCase().toHexDigits((byte) character);
    }
}
