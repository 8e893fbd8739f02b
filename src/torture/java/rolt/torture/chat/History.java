package rolt.torture.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What people were told about one room while they talked, to be compared with what the room holds in the end. May be
 * written by many at once.
 */
final class History {
    /** One message as the room holds it, or as somebody saw it; @param clientId null of the shop's own */
    record Kept(long seq, String clientId, String text) {}

    /** @param seq null where it was refused, for good */
    private record Sent(String sender, String clientId, String text, Long seq) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, List<Kept>> views = new LinkedHashMap<>();

    /** The shop said that it keeps the message, under this number. */
    synchronized void acknowledged(String sender, Kept kept) {
        sent.add(new Sent(sender, kept.clientId(), kept.text(), kept.seq()));
    }

    /** The shop said that it does not take the message. */
    synchronized void refused(String sender, String clientId) {
        sent.add(new Sent(sender, clientId, null, null));
    }

    /** All that somebody saw of the room, in the order in which it was shown. */
    synchronized void saw(String reader, List<Kept> messages) {
        views.put(reader, List.copyOf(messages));
    }

    synchronized int acknowledged() {
        return (int) sent.stream().filter(message -> message.seq() != null).count();
    }

    /**
     * Compares.
     *
     * @param kept what the room holds, by its numbers
     * @return what should not be so, each in a sentence
     */
    synchronized List<String> compare(List<Kept> kept) {
        List<String> findings = new ArrayList<>();
        List<Long> numbers = kept.stream().map(Kept::seq).toList();
        if (!numbers.equals(LongStream.rangeClosed(1, kept.size()).boxed().toList())) {
            findings.add("The numbers have gaps or twins: " + numbers);
        }
        compareSent(kept, findings);
        compareOrder(findings);
        views.forEach((reader, seen) -> compareView(reader, seen, kept, findings));
        return findings;
    }

    private void compareSent(List<Kept> kept, List<String> findings) {
        Map<String, List<Kept>> byClientId = new HashMap<>();
        kept.stream()
                .filter(message -> message.clientId() != null)
                .forEach(message -> byClientId
                        .computeIfAbsent(message.clientId(), id -> new ArrayList<>())
                        .add(message));
        for (Sent message : sent) {
            List<Kept> found = byClientId.getOrDefault(message.clientId(), List.of());
            List<Kept> wanted = message.seq() == null
                    ? List.of()
                    : List.of(new Kept(message.seq(), message.clientId(), message.text()));
            if (!found.equals(wanted)) {
                findings.add(message.sender() + " was told " + (message.seq() == null ? "no" : wanted.getFirst())
                        + ", the room holds " + found);
            }
        }
    }

    /** Everybody sends the next message after the one before was acknowledged. */
    private void compareOrder(List<String> findings) {
        Map<String, Long> latest = new HashMap<>();
        for (Sent message : sent) {
            if (message.seq() != null && message.seq() <= latest.getOrDefault(message.sender(), 0L)) {
                findings.add("A later message of " + message.sender() + " stands before an earlier one: " + message);
            }
            if (message.seq() != null) {
                latest.put(message.sender(), message.seq());
            }
        }
    }

    private static void compareView(String reader, List<Kept> seen, List<Kept> kept, List<String> findings) {
        for (int i = 0; i < Math.max(seen.size(), kept.size()); i++) {
            Kept shown = i < seen.size() ? seen.get(i) : null;
            Kept held = i < kept.size() ? kept.get(i) : null;
            if (shown == null || !shown.equals(held)) {
                findings.add(reader + " saw " + shown + " where the room holds " + held);
                return;
            }
        }
    }
}
