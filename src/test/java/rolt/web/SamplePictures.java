package rolt.web;

import java.util.List;
import java.util.Locale;

/** Plain drawings that stand in for the catalogue's in tests and in the preview. */
final class SamplePictures {
    private static final List<String[]> COLOURS = List.of(
            new String[] {"#3b3a36", "#f2ead8", "#8f9a8b", "#c8502a"},
            new String[] {"#d9d2c3", "#fbf8f0", "#31507a", "#e0a33a"},
            new String[] {"#22302c", "#dfe8dc", "#4d7a62", "#efb7a0"},
            new String[] {"#5a4632", "#efe3cf", "#a77f5a", "#7a2f1d"},
            new String[] {"#b9bfc6", "#f4f5f7", "#6b7380", "#d3455b"},
            new String[] {"#1f1e2a", "#cfc9e6", "#574f8a", "#f0c75e"});

    private static final List<double[]> ROWS = List.of(
            new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1},
            new double[] {1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, 1},
            new double[] {1.75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.25, 1},
            new double[] {2.25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.75, 1, 1},
            new double[] {1.25, 1.25, 1.25, 6.25, 1.25, 1.25, -0.5, 1, 1, 1});

    private SamplePictures() {}

    static String svg(String name) {
        String[] colours = COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size()));
        if (SampleShop.SWITCHES.stream().anyMatch(item -> name.startsWith(item.code()))) {
            return switchSvg(colours);
        }
        return keyboard(colours, SampleShop.KEYCAPS.stream().noneMatch(item -> name.startsWith(item.code())));
    }

    private static String keyboard(String[] colours, boolean cased) {
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='-32 -32 928 334'>");
        if (cased) {
            svg.append(rect(-26, -26, 916, 322, 26, shade(colours[0], 0.75)));
            svg.append(rect(-26, -26, 916, 312, 26, colours[0]));
            svg.append(rect(-6, -6, 876, 282, 8, shade(colours[0], 0.6)));
        }
        for (int row = 0; row < ROWS.size(); row++) {
            double x = 0;
            double[] widths = ROWS.get(row);
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > 0) {
                    cap(svg, x, row, widths[i], colours[colour(row, i, widths)]);
                }
                x += Math.abs(widths[i]);
            }
        }
        return svg.append("</svg>").toString();
    }

    private static int colour(int row, int i, double[] widths) {
        if (row == 0 && i == 0 || row == 2 && widths[i] == 2.25) {
            return 3;
        }
        return widths[i] == 1 && i < widths.length - 1 && row < 4 || widths[i] > 6 ? 1 : 2;
    }

    private static void cap(StringBuilder svg, double x, int row, double width, String colour) {
        double left = x * 54 + 1;
        double wide = width * 54 - 2;
        svg.append(rect(left, row * 54 + 1, wide, 52, 7, shade(colour, 0.8)));
        svg.append(rect(left + 6, row * 54 + 4, wide - 12, 40, 6, colour));
    }

    private static String switchSvg(String[] colours) {
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 200'>"
                + rect(30, 96, 140, 70, 8, shade(colours[0], 0.8))
                + rect(36, 166, 128, 14, 4, shade(colours[0], 0.6))
                + "<path d='M44 96 58 40h84l14 56z' fill='" + colours[2] + "'/>"
                + rect(76, 18, 48, 30, 4, colours[3])
                + rect(94, 4, 12, 22, 2, colours[3])
                + "<path d='M60 180v16h8v-16zm72 0v16h8v-16z' fill='#b08d57'/></svg>";
    }

    private static String rect(double x, double y, double width, double height, double radius, String fill) {
        return String.format(
                Locale.ROOT,
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='%.0f' fill='%s'/>",
                x,
                y,
                width,
                height,
                radius,
                fill);
    }

    private static String shade(String colour, double by) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return String.format(
                "#%02x%02x%02x",
                (int) ((rgb >> 16 & 255) * by), (int) ((rgb >> 8 & 255) * by), (int) ((rgb & 255) * by));
    }
}
