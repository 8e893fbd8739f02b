package rolt.finance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import rolt.finance.FinanceMessages.ListReviews;
import rolt.finance.FinanceMessages.PaymentFile;
import rolt.finance.FinanceMessages.RefundFile;
import rolt.finance.FinanceMessages.Reviews;

/** What waits for a person to decide: payments and refunds in one queue, the oldest first. */
final class ReviewQueue {
    private static final int PAGE = 30;

    private final MoneyRepository repository;

    ReviewQueue(MoneyRepository repository) {
        this.repository = repository;
    }

    /** Of a payment or a refund; @param ref tells apart what has waited for as long */
    record Place(Instant since, String ref) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::since).thenComparing(Place::ref);

        static Place of(PaymentFile payment) {
            return new Place(payment.since(), payment.txnRef());
        }

        static Place of(RefundFile refund) {
            return new Place(refund.since(), refund.refundId().toString());
        }

        /** Reads what {@link #text} wrote. */
        static Place read(String text) {
            String[] parts = text.split("\\.", 2);
            return new Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), parts[1]);
        }

        /** Microseconds, as Postgres has them. */
        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, since) + "." + ref;
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    Reviews listReviews(ListReviews input) {
        int limit = input.limit() == null ? PAGE : input.limit();
        Place after = input.after() == null ? null : Place.read(input.after());
        List<PaymentFile> payments = repository.doubtfulPayments(after, limit + 1);
        List<RefundFile> refunds = repository.stuckRefunds(after, limit + 1);
        List<Place> places = Stream.concat(
                        payments.stream().map(Place::of), refunds.stream().map(Place::of))
                .sorted()
                .toList();
        if (places.size() <= limit) {
            return new Reviews(payments, refunds, null);
        }
        Place last = places.get(limit - 1);
        return new Reviews(upTo(last, payments, Place::of), upTo(last, refunds, Place::of), last.text());
    }

    private static <T> List<T> upTo(Place last, List<T> files, Function<T, Place> place) {
        return files.stream()
                .filter(file -> place.apply(file).compareTo(last) <= 0)
                .toList();
    }
}
