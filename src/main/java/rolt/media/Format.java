package rolt.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats that are read. Which one a file has is told by its first bytes, never by its name or a header. */
enum Format {
    JPEG(bytes -> startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)),
    PNG(bytes -> startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')),
    GIF(bytes -> startsWith(bytes, 0, 'G', 'I', 'F', '8') && startsWith(bytes, 5, 'a')),
    WEBP(bytes -> startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P'));

    private final Predicate<byte[]> isOf;

    Format(Predicate<byte[]> isOf) {
        this.isOf = isOf;
    }

    static Optional<Format> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.isOf.test(bytes)).findFirst();
    }

    /** A new reader of this format. */
    ImageReader reader() throws IOException {
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(name().toLowerCase(Locale.ROOT))
                        .next();
    }

    private static boolean startsWith(byte[] bytes, int at, int... expected) {
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
