package rolt.drawing;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Makes pixels of this package's drawings, for readers that take no SVG. It needs neither a screen nor fonts. */
public final class Raster {
    private static final URI NOWHERE = URI.create("drawing:svg");

    /** The renderer knows no custom properties; each of ours carries its own default. */
    private static final Pattern COLOUR = Pattern.compile("var\\(--[\\w-]+,(#[0-9a-fA-F]{6})\\)");

    private Raster() {}

    /**
     * Draws a whole document. Takes some 100 ms: not for an event loop.
     *
     * @param width in pixels
     * @param height in pixels
     * @throws IllegalArgumentException for what is no SVG document
     */
    public static byte[] png(String svg, int width, int height) {
        String plain = COLOUR.matcher(Lettering.outlined(svg)).replaceAll("$1");
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8)),
                        NOWHERE,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IllegalArgumentException("Not an SVG document");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(0, 0, width, height));
        graphics.dispose();
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
