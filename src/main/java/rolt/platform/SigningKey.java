package rolt.platform;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key for ES256 as a JSON Web Key; its id is its thumbprint by RFC 7638, so it is the same on every node. */
record SigningKey(JsonObject publicJwk, JsonObject privateJwk) {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;

    /**
     * Reads a PKCS#8 PEM; line breaks may be written {@code \n}, text around it is ignored.
     *
     * @throws ConfigException for anything but a P-256 key
     */
    static SigningKey of(String pem) {
        Matcher matcher = PEM.matcher(pem.replace("\\n", "\n"));
        try {
            if (matcher.find()) {
                byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
                return of((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)));
            }
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw refused();
        }
        throw refused();
    }

    private static ConfigException refused() {
        return new ConfigException(List.of("JWT_KEYS must hold PKCS#8 PEM keys of the curve P-256"));
    }

    private static SigningKey of(ECPrivateKey key) throws GeneralSecurityException {
        EllipticCurve curve = key.getParams().getCurve();
        if (curve.getField().getFieldSize() != BYTES * 8) {
            throw refused();
        }
        ECPoint point = multiply(key.getParams().getGenerator(), key.getS(), curve);
        JsonObject shape = new JsonObject()
                .put("crv", "P-256")
                .put("kty", "EC")
                .put("x", encode(point.getAffineX()))
                .put("y", encode(point.getAffineY()));
        byte[] thumbprint =
                MessageDigest.getInstance("SHA-256").digest(shape.encode().getBytes(StandardCharsets.UTF_8));
        JsonObject publicJwk = shape.copy()
                .put("kid", BASE64URL.encodeToString(thumbprint))
                .put("alg", "ES256")
                .put("use", "sig");
        return new SigningKey(publicJwk, publicJwk.copy().put("d", encode(key.getS())));
    }

    /** PKCS#8 need not carry the public point, so it is computed: by doubling and adding, once at start. */
    private static ECPoint multiply(ECPoint point, BigInteger factor, EllipticCurve curve) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum, curve);
            sum = factor.testBit(bit) ? add(sum, point, curve) : sum;
        }
        return sum;
    }

    private static ECPoint add(ECPoint a, ECPoint b, EllipticCurve curve) {
        if (a.equals(ECPoint.POINT_INFINITY)) {
            return b;
        }
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger slope = a.equals(b)
                ? quotient(
                        a.getAffineX().pow(2).multiply(BigInteger.valueOf(3)).add(curve.getA()),
                        a.getAffineY().shiftLeft(1),
                        p)
                : quotient(
                        b.getAffineY().subtract(a.getAffineY()), b.getAffineX().subtract(a.getAffineX()), p);
        BigInteger x =
                slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(p);
        BigInteger y = slope.multiply(a.getAffineX().subtract(x))
                .subtract(a.getAffineY())
                .mod(p);
        return new ECPoint(x, y);
    }

    private static BigInteger quotient(BigInteger dividend, BigInteger divisor, BigInteger p) {
        return dividend.multiply(divisor.modInverse(p)).mod(p);
    }

    private static String encode(BigInteger number) {
        byte[] bytes = new byte[BYTES];
        byte[] signed = number.toByteArray();
        int length = Math.min(signed.length, BYTES);
        System.arraycopy(signed, signed.length - length, bytes, BYTES - length, length);
        return BASE64URL.encodeToString(bytes);
    }
}
