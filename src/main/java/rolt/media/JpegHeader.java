package rolt.media;

import java.nio.ByteBuffer;

/** Follows the segments of a JPEG (ITU T.81, annex B) to its end. */
final class JpegHeader {
    private static final int MOST_SCANS = 100;
    private static final long EXIF = 0x457869660000L;

    private final ByteBuffer bytes;
    private int width;
    private int height;
    private int orientation = 1;
    private boolean progressive;
    private boolean framed;
    private int scans;

    JpegHeader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** @throws java.nio.BufferUnderflowException where the picture has no end */
    PictureHeader read() {
        bytes.position(2);
        for (int marker = nextMarker(); marker != 0xD9; marker = nextMarker()) {
            if (marker != 0x01 && marker != 0xD8) {
                segment(marker);
            }
        }
        if (scans == 0) {
            throw new IllegalArgumentException("no scan");
        }
        return new PictureHeader(Format.JPEG, width, height, orientation, progressive, null);
    }

    /** Compressed data goes up to the next marker; 0 behind 0xFF is data, D0 to D7 lie within it. */
    private int nextMarker() {
        while (true) {
            while (bytes.get() != (byte) 0xFF) {
                // Not a marker yet.
            }
            int code = bytes.get() & 0xFF;
            while (code == 0xFF) {
                code = bytes.get() & 0xFF;
            }
            if (code != 0 && (code < 0xD0 || code > 0xD7)) {
                return code;
            }
        }
    }

    private void segment(int marker) {
        int length = Short.toUnsignedInt(bytes.getShort()) - 2;
        ByteBuffer segment = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        if (marker == 0xE1 && length > 6 && first6(segment) == EXIF) {
            orientation = Exif.orientation(segment.position(6));
        } else if (marker == 0xDA) {
            countScan();
        } else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            frame(marker, segment);
        }
    }

    private static long first6(ByteBuffer segment) {
        return Integer.toUnsignedLong(segment.getInt(0)) << 16 | Short.toUnsignedLong(segment.getShort(4));
    }

    /** Of two frames the decoder reads the first and what goes over the header might believe the second. */
    private void frame(int marker, ByteBuffer segment) {
        if (framed || scans > 0) {
            throw new IllegalArgumentException("a second frame, or one behind its scan");
        }
        framed = true;
        height = Short.toUnsignedInt(segment.getShort(1));
        width = Short.toUnsignedInt(segment.getShort(3));
        progressive = marker == 0xC2;
        if (segment.get(5) > 3) {
            throw PictureHeader.unknownColours();
        }
    }

    /** A scan of a few bytes makes the decoder go over every pixel, so that many of them cost minutes. */
    private void countScan() {
        scans++;
        if (scans > MOST_SCANS) {
            throw new IllegalArgumentException("too many scans");
        }
    }
}
