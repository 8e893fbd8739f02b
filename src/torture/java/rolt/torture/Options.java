package rolt.torture;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What {@code ./rolt torture} was told.
 *
 * @param orders after which it ends
 * @param longest after which it ends as well; the batch in hand is finished
 */
record Options(long seed, int orders, Duration longest) {
    private static final Set<String> NAMES = Set.of("--seed", "--orders", "--minutes");
    private static final String ORDERS = "1000";
    private static final String MINUTES = "60";
    private static final int SEEDS = 1_000_000;

    /** @throws IllegalArgumentException naming what is not understood */
    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("./rolt torture [--seed N] [--orders N] [--minutes M]");
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        String drawn = String.valueOf(new Random().nextInt(SEEDS));
        return new Options(
                Long.parseLong(given.getOrDefault("--seed", drawn)),
                Integer.parseInt(given.getOrDefault("--orders", ORDERS)),
                Duration.ofMinutes(Long.parseLong(given.getOrDefault("--minutes", MINUTES))));
    }
}
