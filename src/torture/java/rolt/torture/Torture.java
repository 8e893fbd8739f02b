package rolt.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import rolt.torture.ground.Ending;
import rolt.torture.ground.Fault;
import rolt.torture.ground.House;

/** {@code ./rolt torture}: whatever happens to orders, in whatever order, money and stock are right afterwards. */
public final class Torture {
    private static final int BATCH = 30;

    private final Options options;
    private final House house;
    private final Trial trial;
    private final Random random;

    private Torture(Options options, House house) {
        this.options = options;
        this.house = house;
        trial = new Trial(house.shop(), options.seed());
        random = new Random(options.seed());
    }

    public static void main(String[] arguments) {
        Ending.after(() -> {
            Options options = Options.parse(arguments);
            System.out.println("Seed " + options.seed() + "; starting two nodes");
            try (House house = new House()) {
                return new Torture(options, house).run();
            }
        });
    }

    private boolean run() {
        Instant begun = Instant.now();
        Findings findings = batches(begun.plus(options.longest()));
        System.out.println("\nSeed " + options.seed() + ", "
                + Duration.between(begun, Instant.now()).toSeconds() + " s");
        System.out.println(trial.tally() + "\n" + Endings.of(trial.sql()));
        System.out.println("%8d findings".formatted(findings.count()));
        if (!findings.isEmpty()) {
            System.out.println("\n" + findings.told(trial.sql()));
        }
        return findings.isEmpty();
    }

    /** Ends with the first batch that has findings. */
    private Findings batches(Instant latest) {
        Findings findings = new Findings();
        int next = 1;
        while (next <= options.orders() && findings.isEmpty() && Instant.now().isBefore(latest)) {
            int orders = Math.min(BATCH, options.orders() - next + 1);
            List<Fault> faults = Fault.draw(random);
            System.out.println("Orders " + next + " to " + (next + orders - 1) + ", " + faults);
            findings = trial.batch(
                    next, orders, faults.stream().map(this::striking).toList(), house::revive);
            next += orders;
        }
        return findings;
    }

    private Runnable striking(Fault fault) {
        return fault.at(house, trial.tally());
    }
}
