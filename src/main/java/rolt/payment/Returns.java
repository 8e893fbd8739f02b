package rolt.payment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The attempts whose customers have come back from VNPAY lately and not with a failure, as this node heard. A hint of
 * whom to ask about early: the return itself writes nothing, and what is forgotten here is asked about later.
 */
final class Returns {
    private static final int MOST = 1_000;

    private final Map<String, Boolean> references = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(String txnRef) {
        references.put(txnRef, true);
    }

    synchronized void remove(String txnRef) {
        references.remove(txnRef);
    }

    synchronized Set<String> references() {
        return Set.copyOf(references.keySet());
    }
}
