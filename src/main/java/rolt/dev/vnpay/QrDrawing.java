package rolt.dev.vnpay;

import java.util.Random;

/** A drawing that looks like a QR code and holds nothing: the simulator has no phone to read it. */
final class QrDrawing {
    private static final int SIZE = 25;
    private static final int EYE = 7;

    private QrDrawing() {}

    /** The same drawing for the same seed. */
    static String svg(String seed) {
        var random = new Random(seed.hashCode());
        var path = new StringBuilder();
        for (var place = 0; place < SIZE * SIZE; place++) {
            var column = place % SIZE;
            var row = place / SIZE;
            if (isEye(column, row) ? isEyeDark(column, row) : random.nextBoolean()) {
                path.append("M%d %dh1v1h-1z".formatted(column, row));
            }
        }
        return "<svg class=\"qr\" viewBox=\"-2 -2 %d %d\" aria-hidden=\"true\"><path d=\"%s\"/></svg>"
                .formatted(SIZE + 4, SIZE + 4, path);
    }

    private static boolean isEye(int column, int row) {
        return distance(column) <= EYE && distance(row) <= EYE && (column <= EYE || row <= EYE);
    }

    private static boolean isEyeDark(int column, int row) {
        var ring = Math.max(Math.abs(distance(column) - 3), Math.abs(distance(row) - 3));
        return ring <= 1 || ring == 3;
    }

    /** Cells from the nearer edge. */
    private static int distance(int place) {
        return Math.min(place, SIZE - 1 - place);
    }
}
