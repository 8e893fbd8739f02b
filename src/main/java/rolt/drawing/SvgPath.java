package rolt.drawing;

/** Writes path data and numbers of a drawing as short as they can be: two decimals, no trailing zeros. */
final class SvgPath {
    private final StringBuilder data = new StringBuilder();

    /** A rectangle with round corners. */
    SvgPath rectangle(double x, double y, double w, double h, double radius) {
        double r = Math.min(radius, Math.min(w, h) / 2);
        move(x + r, y).add("h", w - 2 * r).corner(r, r, r).add("v", h - 2 * r).corner(r, -r, r);
        return add("h", 2 * r - w)
                .corner(r, -r, -r)
                .add("v", 2 * r - h)
                .corner(r, r, -r)
                .close();
    }

    SvgPath move(double x, double y) {
        return add("M", x).next(y);
    }

    SvgPath line(double x, double y) {
        return add("L", x).next(y);
    }

    SvgPath close() {
        data.append('z');
        return this;
    }

    @Override
    public String toString() {
        return data.toString();
    }

    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String digits = Double.toString(hundredths / 100.0);
        return digits.startsWith("0.") ? digits.substring(1) : digits.replace("-0.", "-.");
    }

    private SvgPath corner(double radius, double right, double down) {
        return add("a", radius).next(radius).text(" 0 0 1").next(right).next(down);
    }

    private SvgPath add(String command, double value) {
        return text(command).text(number(value));
    }

    private SvgPath next(double value) {
        String digits = number(value);
        return text(digits.startsWith("-") ? "" : " ").text(digits);
    }

    private SvgPath text(String text) {
        data.append(text);
        return this;
    }
}
