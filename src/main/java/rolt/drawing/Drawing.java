package rolt.drawing;

/**
 * An SVG document under way. Colours stand in presentation attributes as custom properties with a default: no style
 * attribute that a content security policy would refuse, and any ancestor in the page may set another colour.
 */
final class Drawing {
    static final String LINE = colour("line", "#8a8278");

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private final int width;
    private final int height;

    Drawing(String title) {
        this(title, 3200, 2400);
    }

    Drawing(String title, int width, int height) {
        this.title = title;
        this.width = width;
        this.height = height;
    }

    static String colour(String property, String hex) {
        return "var(--" + property + "," + escape(hex) + ")";
    }

    Drawing add(String elements) {
        body.append(elements);
        return this;
    }

    /** A line drawing: a tinted area beneath, the lines over it. */
    Drawing lines(String area, String lines, String tint) {
        return add("<path fill=\"" + colour("tint", tint) + "\" fill-opacity=\".4\" d=\"" + area + "\"/>")
                .add("<path fill=\"none\" stroke=\"" + LINE + "\" stroke-width=\"3\" d=\"" + lines + "\"/>");
    }

    String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" stroke-linejoin=\"round\" stroke-linecap=\"round\""
                + " font-family=\"system-ui,sans-serif\"><title>" + escape(title) + "</title>" + body + "</svg>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What {@link #escape} was given. */
    static String plain(String escaped) {
        return escaped.replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
