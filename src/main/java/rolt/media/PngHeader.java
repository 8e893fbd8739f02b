package rolt.media;

import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** Follows the chunks of a PNG (ISO/IEC 15948) to its end and compares their checksums. */
final class PngHeader {
    private static final int MOST_PROFILE = 1 << 20;
    private static final Set<String> ONCE = Set.of("IHDR", "iCCP");
    private static final int COLOURS_OF_A_SCREEN = 3;

    private final ByteBuffer bytes;
    private int width;
    private int height;
    private int orientation = 1;
    private ICC_Profile profile;
    private final Set<String> seen = new HashSet<>();

    PngHeader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    PictureHeader read() {
        bytes.position(8);
        String type;
        do {
            int length = bytes.getInt();
            checkSum(length);
            type = ascii(bytes.slice(bytes.position(), 4));
            chunk(type, bytes.slice(bytes.position() + 4, length));
            bytes.position(bytes.position() + 4 + length + 4);
        } while (!type.equals("IEND"));
        return new PictureHeader(Format.PNG, width, height, orientation, false, profile);
    }

    private void checkSum(int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes.slice(bytes.position(), 4 + length));
        if ((int) crc.getValue() != bytes.getInt(bytes.position() + 4 + length)) {
            throw new IllegalArgumentException("checksum");
        }
    }

    private void chunk(String type, ByteBuffer data) {
        if (ONCE.contains(type) && !seen.add(type)) {
            throw new IllegalArgumentException("a second " + type);
        }
        switch (type) {
            case "IHDR" -> {
                width = data.getInt(0);
                height = data.getInt(4);
            }
            case "eXIf" -> orientation = Exif.orientation(data);
            case "iCCP" -> profile = profile(data);
            default -> {}
        }
    }

    /** A name, a zero, the method, and the profile compressed; null for one too large or of other colours. */
    private static ICC_Profile profile(ByteBuffer data) {
        byte[] chunk = new byte[data.remaining()];
        data.get(chunk);
        int begin = 0;
        while (chunk[begin] != 0) {
            begin++;
        }
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(chunk, begin + 2, chunk.length - begin - 2))) {
            byte[] inflated = in.readNBytes(MOST_PROFILE + 1);
            if (inflated.length > MOST_PROFILE) {
                return null;
            }
            ICC_Profile profile = ICC_Profile.getInstance(inflated);
            return profile.getNumComponents() == COLOURS_OF_A_SCREEN ? profile : null;
        } catch (IOException | ProfileDataException e) {
            throw new IllegalArgumentException("colour profile", e);
        }
    }

    private static String ascii(ByteBuffer four) {
        byte[] text = new byte[4];
        four.get(text);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
