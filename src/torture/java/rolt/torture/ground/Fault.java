package rolt.torture.ground;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What is broken on purpose amid a batch. */
public enum Fault {
    KILL_NODE_1("nodes killed", house -> house.kill(0)),
    KILL_NODE_2("nodes killed", house -> house.kill(1)),
    RESTART_POSTGRES("restarts of Postgres, fast", house -> house.restartPostgres(false)),
    CRASH_POSTGRES("restarts of Postgres, immediate", house -> house.restartPostgres(true)),
    RESTART_REDIS("restarts of Redis", House::restartRedis);

    private static final List<Integer> HOW_MANY = List.of(0, 1, 1, 1, 2, 3);

    private final String counted;
    private final Consumer<House> action;

    Fault(String counted, Consumer<House> action) {
        this.counted = counted;
        this.action = action;
    }

    /** None to three. */
    public static List<Fault> draw(Random random) {
        return random.ints(HOW_MANY.get(random.nextInt(HOW_MANY.size())), 0, values().length)
                .distinct()
                .mapToObj(number -> values()[number])
                .toList();
    }

    public Runnable at(House house, Tally tally) {
        return () -> {
            tally.count(counted);
            action.accept(house);
        };
    }
}
