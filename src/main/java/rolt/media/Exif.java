package rolt.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of EXIF that a picture needs: which way up it is (TIFF tag 274 of the first directory). */
final class Exif {
    private static final int UPRIGHT = 1;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    /** @param tiff begins with the byte order; what is not EXIF at all counts as upright */
    static int orientation(ByteBuffer tiff) {
        if (tiff.remaining() < 14) {
            return UPRIGHT;
        }
        ByteBuffer bytes = tiff.slice();
        bytes.order(bytes.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = bytes.getInt(4);
        if (bytes.getShort(2) != 42 || directory < 8 || directory > bytes.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Math.min(Short.toUnsignedInt(bytes.getShort(directory)), (bytes.limit() - directory - 2) / ENTRY);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (bytes.getShort(entry) == ORIENTATION && bytes.getShort(entry + 2) == SHORT) {
                return known(bytes.getShort(entry + 8));
            }
        }
        return UPRIGHT;
    }

    private static int known(int orientation) {
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
    }
}
