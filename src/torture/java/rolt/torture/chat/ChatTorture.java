package rolt.torture.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import rolt.torture.ground.Ending;
import rolt.torture.ground.Fault;
import rolt.torture.ground.House;

/** {@code ./rolt torture chat}: whatever breaks, nothing that was acknowledged is lost, and all see the same. */
public final class ChatTorture {
    private static final int ROOMS = 6;
    private static final int MESSAGES = 40;

    private ChatTorture() {}

    public static void main(String[] arguments) {
        Ending.after(() -> {
            ChatOptions options = ChatOptions.parse(arguments);
            System.out.println("Seed " + options.seed() + "; starting two nodes");
            try (House house = new House()) {
                return run(options, house);
            }
        });
    }

    private static boolean run(ChatOptions options, House house) {
        Instant begun = Instant.now();
        ChatTrial trial = new ChatTrial(house.shop(), options.seed());
        Random random = new Random(options.seed());
        List<String> findings = List.of();
        while (findings.isEmpty() && trial.tally().of("messages acknowledged") < options.messages()) {
            List<Fault> faults = Fault.draw(random);
            System.out.println("A round of " + ROOMS + " rooms, " + faults);
            List<Runnable> strikes =
                    faults.stream().map(fault -> fault.at(house, trial.tally())).toList();
            findings = trial.round(ROOMS, MESSAGES, strikes, house::revive);
        }
        long seconds = Duration.between(begun, Instant.now()).toSeconds();
        System.out.println("\nSeed " + options.seed() + ", " + seconds + " s\n" + trial.tally());
        System.out.println("%8d findings".formatted(findings.size()));
        findings.forEach(finding -> System.out.println("- " + finding));
        return findings.isEmpty();
    }
}
