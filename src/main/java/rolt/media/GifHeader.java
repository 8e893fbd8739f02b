package rolt.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Follows the blocks of a GIF (GIF89a) to the end of its first frame, which is the one shown. */
final class GifHeader {
    private static final int SCREEN = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;

    private GifHeader() {}

    static PictureHeader read(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).position(SCREEN);
        skip(bytes, colours(bytes.get(10)));
        int block = bytes.get();
        while (block == EXTENSION) {
            skip(bytes, 1);
            skipData(bytes);
            block = bytes.get();
        }
        if (block != FRAME) {
            throw new IllegalArgumentException("no frame");
        }
        return frame(bytes);
    }

    private static PictureHeader frame(ByteBuffer bytes) {
        skip(bytes, 4);
        int width = Short.toUnsignedInt(bytes.getShort());
        int height = Short.toUnsignedInt(bytes.getShort());
        skip(bytes, colours(bytes.get()) + 1);
        skipData(bytes);
        return new PictureHeader(Format.GIF, width, height);
    }

    /** The bytes of a table of colours, by the flags before it. */
    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static void skipData(ByteBuffer bytes) {
        for (int length = bytes.get() & 0xFF; length > 0; length = bytes.get() & 0xFF) {
            skip(bytes, length);
        }
    }

    private static void skip(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }
}
