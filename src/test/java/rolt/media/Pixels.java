package rolt.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Picture files for the tests, among them some that no program would write. */
public final class Pixels {
    private static final int QUARTER = 2;

    private Pixels() {}

    /** Red, green (top), blue, white (bottom) quarters, so that a turn can be seen. */
    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colours.length; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(
                    i % QUARTER * width / QUARTER, i / QUARTER * height / QUARTER, width / QUARTER, height / QUARTER);
        }
        graphics.dispose();
        return picture;
    }

    public static byte[] file(String format, int width, int height) {
        return file(format, quarters(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] file(String format, BufferedImage picture) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG whose EXIF says how it is to be turned, and where it was taken. */
    static byte[] turned(int width, int height, int orientation) {
        byte[] exif = exif(orientation);
        ByteBuffer segment = ByteBuffer.allocate(10 + exif.length);
        segment.putShort((short) 0xFFE1).putShort((short) (8 + exif.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        return inserted(file("jpeg", width, height), 2, segment.array());
    }

    /** A TIFF directory of the orientation and a secret. */
    static byte[] exif(int orientation) {
        byte[] secret = "taken at home by Minh Anh".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(26 + secret.length)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(secret)
                .array();
    }

    /** A PNG with a further chunk behind its header. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        return inserted(png, 33, chunk(type, data));
    }

    static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    /** A PNG of 20 x 20 grey pixels that could be transparent, but are not. */
    static byte[] greyWithAlpha(int tone) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(20).putInt(20);
        header.put((byte) 8).put((byte) 4).put(new byte[3]);
        byte[] rows = new byte[20 * 41];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) (i % 41 == 0 ? 0 : i % 41 % 2 == 1 ? tone : 255);
        }
        return png(header.array(), deflated(rows));
    }

    /** The chunk of a colour profile in which values are linear to light. */
    static byte[] linearProfile() {
        return profileChunk(linear());
    }

    static byte[] linear() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    }

    static byte[] profileChunk(byte[] profile) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("linear\0\0".getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(deflated(profile));
        return chunk.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] buffer = new byte[bytes.length + 100];
        int length = deflater.deflate(buffer);
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }

    /** A PNG of hardly any bytes that claims to be enormous. */
    static byte[] claiming(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2).put(new byte[3]);
        return png(header.array(), new byte[10]);
    }

    private static byte[] png(byte[] header, byte[] data) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(file("png", 1, 1), 0, 8);
        png.writeBytes(chunk("IHDR", header));
        png.writeBytes(chunk("IDAT", data));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/media", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes as characters, to look for some among them. */
    static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    static byte[] inserted(byte[] file, int at, byte[] what) {
        return ByteBuffer.allocate(file.length + what.length)
                .put(file, 0, at)
                .put(what)
                .put(file, at, file.length - at)
                .array();
    }
}
