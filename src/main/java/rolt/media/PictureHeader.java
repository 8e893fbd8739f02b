package rolt.media;

import java.awt.color.ICC_Profile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import rolt.platform.Problem;

/**
 * What a picture's file says of itself, read without decoding it, so that a few bytes cannot ask for gigabytes.
 *
 * @param width in pixels, as is {@code height}
 * @param orientation as EXIF counts: 1 upright, to 8
 * @param whole whether its decoder holds the whole picture at once, however small it is wanted
 * @param profile the colours it is written in, where its decoder does not know of them; null for sRGB
 */
record PictureHeader(Format format, int width, int height, int orientation, boolean whole, ICC_Profile profile) {
    private static final int MEGA = 1_000_000;
    private static final int MOST_MEGAPIXELS = 40;
    /** Kept whole, a pixel takes up to eight bytes. */
    private static final int MOST_MEGAPIXELS_WHOLE = 20;

    /** As WebP allows: a picture of one row costs a decoder more than its pixels tell. */
    private static final int LONGEST_EDGE = 16_383;

    private static final String FILE = "file";

    PictureHeader(Format format, int width, int height) {
        this(format, width, height, 1, false, null);
    }

    /**
     * Reads the header and follows the file's structure to its end.
     *
     * @throws Problem 400 where the file is none of the formats, is cut off or broken, or holds too many pixels
     */
    static PictureHeader of(byte[] file) {
        Format format = Format.of(file).orElseThrow(() -> Problem.invalid(FILE, "picture.type"));
        PictureHeader header = read(format, file);
        if (header.width < 1 || header.height < 1) {
            throw broken(null);
        }
        if (Math.max(header.width, header.height) > LONGEST_EDGE) {
            throw Problem.invalid(FILE, "picture.edge", Map.of("limit", LONGEST_EDGE));
        }
        int most = header.whole ? MOST_MEGAPIXELS_WHOLE : MOST_MEGAPIXELS;
        if (header.pixels() > (long) most * MEGA) {
            throw Problem.invalid(FILE, "picture.pixels", Map.of("limit", most));
        }
        return header;
    }

    private static PictureHeader read(Format format, byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            return switch (format) {
                case JPEG -> new JpegHeader(bytes).read();
                case PNG -> new PngHeader(bytes).read();
                case GIF -> GifHeader.read(bytes);
                case WEBP -> new WebpHeader(bytes).read();
            };
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw broken(e);
        }
    }

    /** What a decoder or a header's structure refuses; {@code cause} is for the log and may be null. */
    static Problem broken(Throwable cause) {
        Problem problem = Problem.invalid(FILE, "picture.broken");
        problem.initCause(cause);
        return problem;
    }

    /** Colours that no screen shows as they are: those of the printing press. */
    static Problem unknownColours() {
        return Problem.invalid(FILE, "picture.colours");
    }

    long pixels() {
        return (long) width * height;
    }
}
