package rolt.drawing;

import static rolt.drawing.SvgPath.number;

import rolt.layout.LayoutMessages.Shape;

/**
 * The picture of a cap without its colour, which it takes from where it is used: sides that fall into shadow
 * and a dished top. A cap of two rectangles (ISO enter) is one body; a stepped one has a low second half.
 */
record CapShape(Shape shape, boolean stepped) {
    /** Pixels per u. */
    static final double U = 60;

    private static final double GAP = 1.5;
    private static final double SIDE = 7;
    private static final double TOP = 4;
    private static final double FRONT = 11;
    private static final double STEP = 4;

    /** Says all of the geometry, so that drawings on one page may share it. */
    String id() {
        String second = shape.plain()
                ? ""
                : "-" + number(shape.x2()) + "_" + number(shape.y2()) + "_" + number(shape.w2()) + "x"
                        + number(shape.h2());
        return "cap" + number(shape.w()) + "x" + number(shape.h()) + second + (stepped ? "s" : "");
    }

    void define(StringBuilder svg) {
        String body = path(true, GAP, GAP, GAP, 6);
        String shoulder = path(true, GAP + 2, GAP + 1, FRONT - 4, 7);
        String top = path(!stepped, SIDE, TOP, FRONT, 8);
        svg.append("<g id=\"").append(id()).append("\"><path d=\"").append(body).append("\"/>");
        shade(svg, body, "url(#cap-side)");
        shade(svg, shoulder, "#fff\" fill-opacity=\".07");
        if (stepped) {
            shade(svg, path(true, SIDE - STEP, TOP + STEP, FRONT - STEP, 7), "#000\" fill-opacity=\".06");
        }
        svg.append("<path d=\"").append(top).append("\"/>");
        shade(svg, top, "url(#cap-dish)");
        svg.append("</g>");
    }

    private static void shade(StringBuilder svg, String path, String fill) {
        svg.append("<path d=\"").append(path).append("\" fill=\"").append(fill).append("\"/>");
    }

    private String path(boolean whole, double side, double top, double bottom, double radius) {
        var path = new SvgPath();
        path.rectangle(side, top, shape.w() * U - 2 * side, shape.h() * U - top - bottom, radius);
        if (whole && !shape.plain()) {
            path.rectangle(
                    shape.x2() * U + side,
                    shape.y2() * U + top,
                    shape.w2() * U - 2 * side,
                    shape.h2() * U - top - bottom,
                    radius);
        }
        return path.toString();
    }
}
