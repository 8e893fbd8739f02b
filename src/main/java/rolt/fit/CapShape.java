package rolt.fit;

import rolt.fit.KeycapKit.Cap;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Shape;

/**
 * The outline in which a cap and a key must agree. Of an outline of two rectangles the taller one is told first,
 * whichever a layout file begins with; of a stepped one the part that stands out.
 */
record CapShape(Shape outline, boolean stepped) {
    static CapShape of(Key key) {
        return of(key.shape(), key.stepped());
    }

    static CapShape of(Cap cap) {
        return of(cap.shape(), cap.stepped());
    }

    private static CapShape of(Shape shape, boolean stepped) {
        return new CapShape(stepped || shape.plain() ? shape : united(shape), stepped);
    }

    /** What both rectangles cover; the differences from 0 keep a -0 away. */
    private static Shape united(Shape shape) {
        var second = new Shape(shape.w2(), shape.h2(), 0 - shape.x2(), 0 - shape.y2(), shape.w(), shape.h());
        if (holdsItsSecond(shape)) {
            return Shape.of(shape.w(), shape.h());
        }
        if (holdsItsSecond(second)) {
            return Shape.of(second.w(), second.h());
        }
        return second.h() > shape.h() ? second : shape;
    }

    private static boolean holdsItsSecond(Shape shape) {
        return shape.x2() >= 0
                && shape.y2() >= 0
                && shape.x2() + shape.w2() <= shape.w()
                && shape.y2() + shape.h2() <= shape.h();
    }

    /**
     * Where the switch of a key of this shape stands, in u from the middle of the whole width, left is negative; NaN
     * where the shape does not say.
     */
    double stem() {
        if (twoPlaces() || angled()) {
            return Double.NaN;
        }
        double left = Math.min(0, outline.x2());
        double right = Math.max(outline.w(), outline.x2() + outline.w2());
        return outline.w() / 2 - (left + right) / 2;
    }

    /** Caps and keys of 6u were made with the switch in the middle, and with it beside the middle. */
    boolean twoPlaces() {
        return outline.plain() && outline.w() == 6;
    }

    /** An ISO enter or the like, for which no offset is told: all are made alike. */
    boolean angled() {
        return !stepped && !outline.plain();
    }
}
