package rolt.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import rolt.torture.ground.Finding;
import rolt.torture.ground.Sql;

/** What should not be so after a batch, each with the order it is about. */
final class Findings {
    private final List<Entry> entries = new ArrayList<>();

    /** @param purchase null where it is about no single order */
    private record Entry(String sentence, Purchase purchase) {}

    synchronized void add(String sentence, Purchase purchase) {
        entries.add(new Entry(sentence, purchase));
    }

    /** Does something to an order, and notes what it finds. */
    void guard(Purchase purchase, Runnable action) {
        try {
            action.run();
        } catch (Finding finding) {
            add(finding.getMessage(), purchase);
        }
    }

    synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    synchronized int count() {
        return entries.size();
    }

    /** All of it, with the programme and the history of each order concerned. */
    synchronized String told(Sql sql) {
        String sentences = entries.stream()
                .map(entry -> "- " + entry.sentence()
                        + (entry.purchase() == null ? "" : " [programme " + number(entry.purchase()) + "]"))
                .collect(Collectors.joining("\n"));
        String stories = entries.stream()
                .map(Entry::purchase)
                .filter(purchase -> purchase != null)
                .distinct()
                .map(purchase -> purchase.programme() + "\n" + Story.of(sql, purchase.code()))
                .collect(Collectors.joining("\n"));
        return sentences + "\n\n" + stories;
    }

    private static int number(Purchase purchase) {
        return purchase.programme().number();
    }
}
