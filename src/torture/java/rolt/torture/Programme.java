package rolt.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What happens to one order, drawn from the seed: first the opening, then the lanes, which run beside one another, the
 * moves of a lane in turn.
 *
 * @param number of the order in the run, from 1
 * @param quantities of each product of the batch, at least one above 0
 * @param withService whether the bench has to do something before the order is shipped
 */
record Programme(
        int number, List<Integer> quantities, boolean withService, List<Move> opening, List<List<Move>> lanes) {
    /** Đồng a piece; shipping is free from three millions on. */
    static final long PRICE = 3_500_000;
    /** Đồng of the service. */
    static final long SERVICE_PRICE = 300_000;
    /** Of a batch. */
    static final int PRODUCTS = 3;

    private static final int FEWEST_MOVES = 3;
    private static final int MOST_MOVES = 11;
    private static final int MOST_LANES = 3;
    private static final int MOST_COPIES = 4;
    /** Of two orders one is paid before anything else happens; of eight, one has money in doubt and one has arrived. */
    private static final List<List<Step>> OPENINGS = List.of(
            List.of(),
            List.of(Step.OPEN),
            List.of(Step.OPEN, Step.OPEN),
            List.of(Step.OPEN, Step.PAY),
            List.of(Step.OPEN, Step.PAY_UNTOLD, Step.TELL_SUSPICIOUS),
            List.of(Step.OPEN, Step.OPEN, Step.PAY),
            List.of(Step.OPEN, Step.PAY, Step.WORK),
            List.of(Step.OPEN, Step.PAY, Step.WORK, Step.SHIP, Step.DELIVER, Step.CLAIM, Step.ANSWER_CLAIM));

    private static final long PRIME = 1_000_003;

    static Programme draw(long seed, int number) {
        Random random = new Random(seed * PRIME + number);
        List<List<Move>> lanes = IntStream.rangeClosed(0, random.nextInt(MOST_LANES))
                .<List<Move>>mapToObj(lane -> new ArrayList<>())
                .toList();
        int moves = random.nextInt(FEWEST_MOVES, MOST_MOVES + 1);
        List<Move> opening = opening(random);
        for (int move = opening.size(); move < moves; move++) {
            lanes.get(random.nextInt(lanes.size())).add(move(random));
        }
        return new Programme(number, quantities(random), random.nextBoolean(), opening, lanes);
    }

    /** What the order costs, in đồng. */
    long total() {
        long pieces = quantities.stream().mapToInt(Integer::intValue).sum();
        return PRICE * pieces + (withService ? SERVICE_PRICE : 0);
    }

    private static List<Move> opening(Random random) {
        return OPENINGS.get(random.nextInt(OPENINGS.size())).stream()
                .map(step -> new Move(step, 0, random.nextInt(2), 1))
                .toList();
    }

    private static Move move(Random random) {
        int copies = random.nextInt(4) == 0 ? random.nextInt(2, MOST_COPIES + 1) : 1;
        return new Move(Step.draw(random), random.nextInt(3), random.nextInt(2), copies);
    }

    private static List<Integer> quantities(Random random) {
        int certain = random.nextInt(PRODUCTS);
        return IntStream.range(0, PRODUCTS)
                .mapToObj(product -> random.nextInt(2) + (product == certain ? 1 : 0))
                .toList();
    }

    @Override
    public String toString() {
        String told = lanes.stream().map(lane -> "  lane: " + lane).collect(Collectors.joining("\n"));
        return "Programme " + number + ", quantities " + quantities + (withService ? " and a service" : "")
                + "\n  opening: " + opening + "\n" + told;
    }
}
