package rolt.drawing;

/** A single artisan keycap in three-quarter view, its motif set into a clear or solid body. */
public final class ArtisanSvg {
    private static final View VIEW = new View(15, 63, 1380, 1560, 1400);

    private ArtisanSvg() {}

    /** Colours as #rrggbb: the cap, what is shown on it, and its light. */
    public record Colours(String body, String motif, String glow) {}

    /** What is shown, drawn on a square of ten by ten around the middle of the cap's face. */
    public enum Motif {
        LOTUS(
                "M0 3C-1.3 1.2-1.3-1.4 0-3.2C1.3-1.4 1.3 1.2 0 3zM-.5 3C-2.3 2-3.2 0-2.9-2C-1.5-1.4-.6.6-.5 3z"
                        + "M.5 3C2.3 2 3.2 0 2.9-2C1.5-1.4.6.6.5 3zM-.9 3.1C-2.6 3.1-4 2.1-4.4.5C-2.8.6-1.5 1.6-.9 3.1z"
                        + "M.9 3.1C2.6 3.1 4 2.1 4.4.5C2.8.6 1.5 1.6.9 3.1z",
                "M-3 3.9Q0 3.3 3 3.9Q0 4.6-3 3.9z"),
        MOUNTAIN(
                "M-4.2 3L-1.7-1.2L-.7.4L1.2-3L4.3 3z",
                "M1.2-3L.2-1.2L.9-1.5L1.3-.9L1.8-1.6L2.2-1zM-4.4 3.6Q0 2.4" + " 4.4 3.6Q0 4.4-4.4 3.6z"),
        WAVE(
                "M-4.2 3.2C-3.4-1.2-.6-3.6 2.6-2.6C.8-2.2.2-.8 1.2.4C2 1.3 3.4 1.2 4.3.2C4 2.2 3.2 3.2 2 3.2z",
                "M-2.4 3.2C-2 .8-.9-.7.3-1.3C-.5.6.2 2.4 1.6 3.2z"),
        MOON(
                "M-3.1.3A3.1 3.1 0 1 1 3.1.3A3.1 3.1 0 1 1-3.1.3zM-1.9-.5A.7.7 0 1 0-.5-.5A.7.7 0 1 0-1.9-.5z"
                        + "M.2 1.5A.9.9 0 1 0 2 1.5A.9.9 0 1 0 .2 1.5zM.6-1.3A.4.4 0 1 0 1.4-1.3A.4.4 0 1 0 .6-1.3z",
                "M-3-3.6L-2.8-3L-2.2-2.8L-2.8-2.6L-3-2L-3.2-2.6L-3.8-2.8L-3.2-3zM3.1-2.9L3.3-2.4L3.8-2.2L3.3-2L3.1-1.5"
                        + "L2.9-2L2.4-2.2L2.9-2.4z"),
        LANTERN(
                "M-1-3H1V-2.4C3.6-1.7 3.6 1.5 1 2.2V2.8H-1V2.2C-3.6 1.5-3.6-1.7-1-2.4z",
                "M-.5-2.2Q-1.5 0-.5 2H.5Q1.5 0 .5-2.2zM-.3 2.9H.3L.2 4.3H-.2z"),
        BAMBOO(
                "M-2.9-3.6H-1.9V-.8H-2.9zM-2.9-.5H-1.9V3.7H-2.9zM-.4-3.8H.7V1H-.4zM-.4 1.3H.7V3.8H-.4zM2-3.2H2.9V-1.6H2z"
                        + "M2-1.3H2.9V3.6H2z",
                "M-1.9-.7Q-.9-2.4-.6-1.2Q-1-.5-1.9-.7zM.7 1.1Q1.9-.7 2-.1Q2 .9.7 1.1z"
                        + "M2.9-1.5Q4-3.1 4.2-2.2Q4-1.4 2.9-1.5z"),
        KOI(
                "M-3.4-2.2C-3.2-3.4-1.8-3.6-.8-2.8C.8-1.6 1.2.2.8 1.8C1.4 1.8 2.6 2.2 3.2 3.4C2 3 1.2 3.2.6 3.8"
                        + "C.8 3 .4 2.6 0 2.2C-1.6 1.2-1.6-.2-2.2-1.2C-2.6-1.6-3.2-1.6-3.4-2.2zM.3-1.7C1.4-2.2 2.6-1.8 3-.9"
                        + "C2.2-1.1 1.4-.9.9-.4zM-1.7.1C-3 .3-3.6 1.3-3.4 2.2C-2.8 1.5-2 1.3-1.2 1.3z",
                "M-2.5-2.4Q-1.6-3.1-.9-2.2Q-1.5-1.4-2.3-1.7zM-.6-.9Q.3-.8.4.3Q-.5.2-.6-.9z"),
        DRUM(
                "M-3.7 0A3.7 3.7 0 1 1 3.7 0A3.7 3.7 0 1 1-3.7 0zM-3 0A3 3 0 1 0 3 0A3 3 0 1 0-3 0z",
                "M0-2.4L.4-.9L1.5-1.9L1-.4L2.4-.6L1.1.2L2.3 1L.8.9L1.2 2.3L.2 1.1L-.7 2.3L-.6.9L-2 1.4L-1 .3L-2.4-.1"
                        + "L-1-.4L-1.8-1.6L-.5-.9z");

        private final String figure;
        private final String detail;

        Motif(String figure, String detail) {
            this.figure = figure;
            this.detail = detail;
        }
    }

    /**
     * @param title what a screen reader says
     * @return an SVG document, four wide to three high; its colours are the custom properties --body, --motif and
     *     --glow
     */
    public static String draw(KeycapSvg.Profile profile, Motif motif, Colours colours, String title) {
        Solid set = profile.cap(0, 0, 1, 0);
        Solid cap = new Solid(set.bottom(), set.top().shrunk(-.06));
        String body = "<g fill=\"" + Drawing.colour("body", colours.body) + "\">" + cap.draw(VIEW) + "</g>";
        String shown = "<g transform=\"" + VIEW.onto(cap.top()) + " scale(.8)\">"
                + "<circle r=\"4.3\" fill=\"" + Drawing.colour("glow", colours.glow) + "\" fill-opacity=\".22\"/>"
                + figure(motif.figure, "motif", colours.motif) + figure(motif.detail, "glow", colours.glow) + "</g>";
        return new Drawing(title).add(body).add(shown).svg();
    }

    private static String figure(String path, String property, String hex) {
        return "<path fill=\"" + Drawing.colour(property, hex) + "\" d=\"" + path + "\"/>";
    }
}
