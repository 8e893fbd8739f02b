package rolt.drawing;

/**
 * The card by which a build is shown where its address is shared: the board, below it what it is and what it costs.
 *
 * @param board an SVG document, as {@link BuildDrawing} draws it
 * @param price worded; empty where there is none
 */
public record ShareCard(String board, String title, String parts, String price) {
    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    private static final int EDGE = 60;
    private static final String PAPER = "#f5f1e8";
    private static final String STAGE = "#e9e3d4";
    private static final String INK = "#1e1b15";
    private static final String MUTED = "#5f594d";
    private static final String ACCENT = "#b93a0b";

    private static final double TITLE = 46;
    private static final double PARTS = 27;
    private static final double PRICE = 46;

    /** The whole card as an SVG document. */
    public String svg() {
        double priced = WIDTH - EDGE - Lettering.width(price, PRICE);
        double room = priced - EDGE - 40;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">".formatted(WIDTH, HEIGHT)
                + "<rect width=\"1200\" height=\"630\" fill=\"" + PAPER + "\"/>"
                + "<rect width=\"1200\" height=\"470\" fill=\"" + STAGE + "\"/>"
                + board.replaceFirst("<svg ", "<svg x=\"40\" y=\"20\" width=\"1120\" height=\"430\" ")
                + line(INK, Lettering.cut(title, TITLE, room), 544, TITLE)
                + line(MUTED, Lettering.cut(parts, PARTS, WIDTH - 2 * EDGE - 130), 592, PARTS)
                + group(ACCENT, Lettering.draw(price, priced, 544, PRICE))
                + group(INK, Lettering.draw("ROLT", WIDTH - EDGE - Lettering.width("ROLT", PARTS), 592, PARTS))
                + "</svg>";
    }

    private static String line(String colour, String text, double y, double size) {
        return group(colour, Lettering.draw(text, EDGE, y, size));
    }

    private static String group(String colour, String elements) {
        return "<g fill=\"" + colour + "\">" + elements + "</g>";
    }

    /** The card as a PNG picture; takes some 100 ms. */
    public byte[] png() {
        return Raster.png(svg(), WIDTH, HEIGHT);
    }
}
