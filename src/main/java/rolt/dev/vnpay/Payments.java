package rolt.dev.vnpay;

import static java.util.Comparator.comparing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

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

    /**
     * The payment with this token or, of any terminal, this reference.
     *
     * @throws NoSuchElementException if there is none
     */
    synchronized Payment get(String tokenOrReference) {
        return byToken(tokenOrReference)
                .or(() -> find(payment -> payment.reference().equals(tokenOrReference)))
                .orElseThrow(() -> new NoSuchElementException("there is no payment " + tokenOrReference));
    }

    /** The payment of which a refund has this number. */
    synchronized Optional<Payment> withRefund(String number) {
        return find(payment -> payment.refunds().stream()
                .anyMatch(refund -> refund.transactionNo().equals(number)));
    }

    /** Those of this reference, or of any if it is empty; so many at most, the newest first. */
    synchronized List<Payment> latest(String reference, int most) {
        return byReference.values().stream()
                .filter(payment -> reference.isEmpty() || payment.reference().equals(reference))
                .sorted(comparing(Payment::opened).reversed())
                .limit(most)
                .toList();
    }

    private Optional<Payment> find(Predicate<Payment> wanted) {
        return byReference.values().stream().filter(wanted).findFirst();
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
