package rolt.dev.vnpay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The payments of all terminals, the latest 10,000 of them. */
final class Payments {
    private static final int MOST = 10_000;

    private final Map<String, Payment> byReference = new Latest();
    private final Map<String, Payment> byToken = new Latest();

    /** Keeps the payment; one with the same reference that was still open cannot be paid any more. */
    synchronized void add(Payment payment) {
        var replaced = byReference.put(key(payment.terminal().tmnCode(), payment.reference()), payment);
        if (replaced != null) {
            byToken.remove(replaced.token());
        }
        byToken.put(payment.token(), payment);
    }

    synchronized Optional<Payment> byToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    synchronized Optional<Payment> byReference(String tmnCode, String reference) {
        return Optional.ofNullable(byReference.get(key(tmnCode, reference)));
    }

    /** The payment with this token or, of any terminal, this reference. */
    synchronized Optional<Payment> find(String tokenOrReference) {
        return byToken(tokenOrReference)
                .or(() -> byReference.values().stream()
                        .filter(payment -> payment.reference().equals(tokenOrReference))
                        .findFirst());
    }

    private static String key(String tmnCode, String reference) {
        return tmnCode + "/" + reference;
    }

    private static final class Latest extends LinkedHashMap<String, Payment> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Payment> eldest) {
            return size() > MOST;
        }
    }
}
