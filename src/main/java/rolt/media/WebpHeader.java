package rolt.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Follows the chunks of a WebP (RFC 9649). An animation counts with its largest frame. */
final class WebpHeader {
    private static final int RIFF = 12;
    private static final int CHUNK = 8;
    private static final int FRAME_HEADER = 16;
    private static final int EXIF_MARK = 0x66697845;

    private final ByteBuffer bytes;
    private int width;
    private int height;
    private int orientation = 1;

    WebpHeader(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    PictureHeader read() {
        int end = Math.addExact(bytes.getInt(4), CHUNK);
        chunks(bytes.slice(RIFF, end - RIFF));
        return new PictureHeader(Format.WEBP, width, height, orientation, true, null);
    }

    private void chunks(ByteBuffer chunks) {
        while (chunks.remaining() >= CHUNK) {
            chunks.order(ByteOrder.LITTLE_ENDIAN);
            int type = chunks.getInt();
            int length = chunks.getInt();
            chunk(type, chunks.slice(chunks.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            chunks.position(Math.min(chunks.limit(), chunks.position() + length + (length & 1)));
        }
    }

    private void chunk(int type, ByteBuffer data) {
        switch (type) {
            case 0x58385056 -> grow(1 + three(data, 4), 1 + three(data, 7)); // VP8X
            case 0x20385056 -> grow(data.getShort(6) & 0x3FFF, data.getShort(8) & 0x3FFF); // VP8
            case 0x4C385056 -> grow(1 + (data.getInt(1) & 0x3FFF), 1 + (data.getInt(1) >>> 14 & 0x3FFF)); // VP8L
            case 0x464D4E41 -> chunks(data.slice(FRAME_HEADER, data.limit() - FRAME_HEADER)); // ANMF
            case 0x46495845 -> orientation = orientation(data); // EXIF
            default -> {}
        }
    }

    /** Some writers put the mark of JPEG's EXIF segments before it. */
    private static int orientation(ByteBuffer data) {
        boolean marked = data.remaining() > 6 && data.getInt(0) == EXIF_MARK;
        return Exif.orientation(data.position(marked ? 6 : 0));
    }

    private static int three(ByteBuffer data, int at) {
        return Short.toUnsignedInt(data.getShort(at)) | (data.get(at + 2) & 0xFF) << 16;
    }

    private void grow(int wide, int high) {
        width = Math.max(width, wide);
        height = Math.max(height, high);
    }
}
