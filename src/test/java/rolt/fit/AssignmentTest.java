package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class AssignmentTest {

    @Property
    void no_other_way_is_cheaper(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 3) Integer> demanded,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 4) Integer> supply,
            @ForAll @Size(12) List<@LongRange(max = 9) Long> prices) {
        var demand = ints(demanded);
        var enough = Arrays.copyOf(ints(supply), supply.size() + 1);
        enough[supply.size()] = Arrays.stream(demand).sum();
        var cost = new long[demand.length][];
        for (int row = 0; row < demand.length; row++) {
            cost[row] = prices.subList(4 * row, 4 * row + enough.length).stream()
                    .mapToLong(Long::longValue)
                    .toArray();
        }

        var flow = Assignment.cheapest(demand, enough, cost);

        assertThat(Arrays.stream(flow).flatMapToInt(Arrays::stream)).allMatch(count -> count >= 0);
        for (int row = 0; row < demand.length; row++) {
            assertThat(Arrays.stream(flow[row]).sum()).isEqualTo(demand[row]);
        }
        for (int column = 0; column < enough.length; column++) {
            assertThat(taken(flow, column)).isLessThanOrEqualTo(enough[column]);
        }
        assertThat(total(flow, cost)).isEqualTo(cheapestOfAll(demand.clone(), enough, cost, 0));
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int taken(int[][] flow, int column) {
        return Arrays.stream(flow).mapToInt(row -> row[column]).sum();
    }

    private static long total(int[][] flow, long[][] cost) {
        long total = 0;
        for (int row = 0; row < flow.length; row++) {
            for (int column = 0; column < flow[row].length; column++) {
                total += flow[row][column] * cost[row][column];
            }
        }
        return total;
    }

    /** Tries every column for each piece demanded. */
    private static long cheapestOfAll(int[] demand, int[] supply, long[][] cost, int row) {
        if (row == demand.length) {
            return 0;
        }
        if (demand[row] == 0) {
            return cheapestOfAll(demand, supply, cost, row + 1);
        }
        long cheapest = Long.MAX_VALUE;
        demand[row]--;
        for (int column = 0; column < supply.length; column++) {
            if (supply[column] > 0) {
                supply[column]--;
                cheapest = Math.min(cheapest, cost[row][column] + cheapestOfAll(demand, supply, cost, row));
                supply[column]++;
            }
        }
        demand[row]++;
        return cheapest;
    }
}
