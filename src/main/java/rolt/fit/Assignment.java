package rolt.fit;

import java.util.Arrays;

/**
 * Hands out supplies so that every demand is met at the least total cost: the transport problem, solved exactly by
 * shortest augmenting paths over reduced costs. Equal input gives equal output.
 */
final class Assignment {
    private static final int NONE = -1;

    private final long[][] cost;
    private final int[] open;
    private final int[] free;
    private final int[][] flow;
    private final long[] rowPrice;
    private final long[] columnPrice;

    /** The search from one row: what reaching each column and row has cost, and from where. */
    private final long[] columnDistance;

    private final long[] rowDistance;
    private final int[] rowBefore;
    private final int[] columnBefore;
    private final boolean[] settled;

    private Assignment(int[] demand, int[] supply, long[][] cost) {
        this.cost = cost;
        open = demand.clone();
        free = supply.clone();
        flow = new int[open.length][free.length];
        rowPrice = new long[open.length];
        columnPrice = new long[free.length];
        columnDistance = new long[free.length];
        rowDistance = new long[open.length];
        rowBefore = new int[free.length];
        columnBefore = new int[open.length];
        settled = new boolean[free.length];
    }

    /**
     * How many of each column every row gets.
     *
     * @param supply together at least as many as demanded
     * @param cost of one, by row and column; not negative
     */
    static int[][] cheapest(int[] demand, int[] supply, long[][] cost) {
        var assignment = new Assignment(demand, supply, cost);
        for (int row = 0; row < demand.length; row++) {
            while (assignment.open[row] > 0) {
                assignment.serve(row);
            }
        }
        return assignment.flow;
    }

    private void serve(int row) {
        Arrays.fill(columnDistance, Long.MAX_VALUE);
        Arrays.fill(settled, false);
        Arrays.fill(columnBefore, NONE);
        Arrays.fill(rowDistance, Long.MAX_VALUE);
        reach(row, 0);
        int column = nearest();
        while (free[column] == 0) {
            reachThrough(column);
            column = nearest();
        }
        reprice(columnDistance[column]);
        shift(row, column);
    }

    private void reachThrough(int column) {
        for (int row = 0; row < open.length; row++) {
            if (flow[row][column] > 0 && rowDistance[row] == Long.MAX_VALUE) {
                columnBefore[row] = column;
                reach(row, columnDistance[column]);
            }
        }
    }

    private void reach(int row, long distance) {
        rowDistance[row] = distance;
        for (int column = 0; column < free.length; column++) {
            long through = distance + cost[row][column] - rowPrice[row] - columnPrice[column];
            if (!settled[column] && through < columnDistance[column]) {
                columnDistance[column] = through;
                rowBefore[column] = row;
            }
        }
    }

    private int nearest() {
        int nearest = NONE;
        for (int column = 0; column < free.length; column++) {
            if (!settled[column] && (nearest == NONE || columnDistance[column] < columnDistance[nearest])) {
                nearest = column;
            }
        }
        settled[nearest] = true;
        return nearest;
    }

    /** Keeps reduced costs from falling below 0, and at 0 where something flows. */
    private void reprice(long length) {
        for (int row = 0; row < open.length; row++) {
            if (rowDistance[row] != Long.MAX_VALUE) {
                rowPrice[row] += length - rowDistance[row];
            }
        }
        for (int column = 0; column < free.length; column++) {
            if (settled[column]) {
                columnPrice[column] += columnDistance[column] - length;
            }
        }
    }

    private void shift(int first, int last) {
        int amount = Math.min(open[first], free[last]);
        for (int row = rowBefore[last]; row != first; row = rowBefore[columnBefore[row]]) {
            amount = Math.min(amount, flow[row][columnBefore[row]]);
        }
        open[first] -= amount;
        free[last] -= amount;
        int column = last;
        for (int row = rowBefore[last]; row != first; row = rowBefore[column]) {
            flow[row][column] += amount;
            column = columnBefore[row];
            flow[row][column] -= amount;
        }
        flow[first][column] += amount;
    }
}
