package rolt.torture.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What {@code ./rolt torture chat} was told.
 *
 * @param messages after so many acknowledged ones it ends; the round in hand is finished
 */
record ChatOptions(long seed, int messages) {
    private static final Set<String> NAMES = Set.of("--seed", "--messages");
    private static final int SEEDS = 1_000_000;

    /** @throws IllegalArgumentException naming what is not understood */
    static ChatOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("./rolt torture chat [--seed N] [--messages N]");
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        return new ChatOptions(
                Long.parseLong(given.getOrDefault("--seed", String.valueOf(new Random().nextInt(SEEDS)))),
                Integer.parseInt(given.getOrDefault("--messages", "5000")));
    }
}
