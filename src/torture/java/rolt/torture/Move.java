package rolt.torture;

import java.util.function.IntConsumer;
import rolt.torture.ground.Parallel;

/**
 * A step of a programme.
 *
 * @param attempt which of the order's attempts it is about, modulo how many there are by then
 * @param node where it is asked first
 * @param copies how often it is asked at once, at the nodes in turn
 */
record Move(Step step, int attempt, int node, int copies) {
    /** At once. */
    void atNodes(IntConsumer action) {
        Parallel.copies(copies, copy -> action.accept(node + copy));
    }

    @Override
    public String toString() {
        return step + "(attempt " + attempt + ", node " + node + (copies > 1 ? ", x" + copies : "") + ")";
    }
}
