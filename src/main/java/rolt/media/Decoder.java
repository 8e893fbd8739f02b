package rolt.media;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a picture whose header was found good, in bounded memory: of a large one only every n-th pixel. */
final class Decoder {
    private static final long MOST_PIXELS = 12_000_000;

    private Decoder() {}

    /** @throws rolt.platform.Problem 400 where the file is broken */
    static BufferedImage decode(byte[] file, PictureHeader header) {
        try {
            ImageReader reader = header.format().reader();
            try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
                reader.setInput(in, true, true);
                refuseOther(reader, header);
                return read(reader, step(header.pixels()));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Decoders meet broken data with exceptions of every kind.
            throw PictureHeader.broken(e);
        }
    }

    /** The limits were kept by the header: what the decoder would read must be the same picture. */
    private static void refuseOther(ImageReader reader, PictureHeader header) throws IOException {
        if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
            throw new IllegalArgumentException("the decoder sees another size");
        }
    }

    private static BufferedImage read(ImageReader reader, int step) throws IOException {
        reader.addIIOReadWarningListener((IIOReadWarningListener) Decoder::refuseLoss);
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        return asSeen(reader.read(0, wanted));
    }

    /** Grey beside transparency is taken for linear to light, and would be drawn too bright. */
    private static BufferedImage asSeen(BufferedImage picture) {
        ColorModel colours = picture.getColorModel();
        if (!colours.hasAlpha() || colours.getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
            return picture;
        }
        WritableRaster grey = picture.getRaster();
        WritableRaster threefold =
                grey.createWritableChild(0, 0, grey.getWidth(), grey.getHeight(), 0, 0, new int[] {0, 0, 0, 1});
        ColorSpace screen = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ColorModel model =
                new ComponentColorModel(screen, true, false, Transparency.TRANSLUCENT, grey.getTransferType());
        return new BufferedImage(model, threefold, false, null);
    }

    /** The JPEG decoder paints what is missing grey and warns; of other oddities cameras are full. */
    private static void refuseLoss(ImageReader reader, String warning) {
        if (warning.contains("premature end") || warning.contains("bad Huffman")) {
            throw new IllegalArgumentException(warning);
        }
    }

    static int step(long pixels) {
        return (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
    }
}
