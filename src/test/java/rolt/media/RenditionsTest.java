package rolt.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.platform.Problem;

class RenditionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void a_picture_becomes_three_jpegs(String format) {
        Renditions kept = Renditions.of(Pixels.file(format, 2_000, 1_000));
        assertThat(kept.width()).isEqualTo(1_600);
        assertThat(kept.height()).isEqualTo(800);
        assertSize(kept, Size.LARGE, 1_600, 800);
        assertSize(kept, Size.MEDIUM, 640, 320);
        assertSize(kept, Size.SMALL, 160, 80);
        assertThat(kept.files().values()).allMatch(file -> Format.of(file).orElseThrow() == Format.JPEG);
    }

    @Test
    void a_small_picture_is_never_enlarged() {
        Renditions kept = Renditions.of(Pixels.file("png", 200, 100));
        assertSize(kept, Size.LARGE, 200, 100);
        assertSize(kept, Size.MEDIUM, 200, 100);
        assertSize(kept, Size.SMALL, 160, 80);
        assertSize(Renditions.of(Pixels.file("png", 1, 1)), Size.SMALL, 1, 1);
    }

    @Property(tries = 30)
    void the_longest_edge_fits_and_the_shape_stays(
            @ForAll @IntRange(min = 1, max = 900) int width, @ForAll @IntRange(min = 1, max = 900) int height) {
        BufferedImage fit = Scaling.fit(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), 160);
        assertThat(Math.max(fit.getWidth(), fit.getHeight())).isEqualTo(Math.min(160, Math.max(width, height)));
        double factor = Math.min(1, 160.0 / Math.max(width, height));
        assertThat((double) fit.getWidth()).isCloseTo(Math.max(1, width * factor), within(0.51));
        assertThat((double) fit.getHeight()).isCloseTo(Math.max(1, height * factor), within(0.51));
    }

    @ParameterizedTest
    @CsvSource({"lossy.webp, 60, 40", "lossless.webp, 40, 60"})
    void webp_is_read(String name, int width, int height) {
        assertSize(Renditions.of(Pixels.sample(name)), Size.LARGE, width, height);
    }

    @Test
    void what_is_transparent_becomes_white() {
        assertColour(Renditions.of(Pixels.sample("lossless.webp")), 20, 30, Color.WHITE);
        byte[] png = Pixels.file("png", new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB));
        assertColour(Renditions.of(png), 25, 25, Color.WHITE);
        byte[] gif = Pixels.file("gif", new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB));
        assertColour(Renditions.of(gif), 25, 25, Color.WHITE);
    }

    /** Where the red quarter of the upper left comes to lie, and the green one of the upper right. */
    @ParameterizedTest
    @CsvSource({
        "1, 10, 10, 70, 10", "2, 70, 10, 10, 10", "3, 70, 30, 10, 30", "4, 10, 30, 70, 30",
        "5, 10, 10, 10, 70", "6, 30, 10, 30, 70", "7, 30, 70, 30, 10", "8, 10, 70, 10, 10"
    })
    void a_picture_stands_upright(int orientation, int redX, int redY, int greenX, int greenY) {
        Renditions kept = Renditions.of(Pixels.turned(80, 40, orientation));
        assertThat(kept.width()).isEqualTo(orientation < 5 ? 80 : 40);
        assertColour(kept, redX, redY, Color.RED);
        assertColour(kept, greenX, greenY, Color.GREEN);
    }

    @Test
    void a_turned_png_stands_upright_too() {
        byte[] png = Pixels.withChunk(Pixels.file("png", 80, 40), "eXIf", Pixels.exif(6));
        assertColour(Renditions.of(png), 30, 10, Color.RED);
    }

    @Test
    void nothing_of_the_file_is_kept_but_the_picture() {
        Renditions kept = Renditions.of(Pixels.turned(80, 40, 6));
        for (byte[] file : kept.files().values()) {
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Minh Anh", "ICC_PROFILE");
            assertThat(isProgressive(file)).isTrue();
        }
    }

    @Test
    void colours_of_another_profile_are_converted() {
        BufferedImage grey = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(new Color(55, 55, 55));
        graphics.fillRect(0, 0, 40, 40);
        graphics.dispose();
        byte[] png = Pixels.withChunk(Pixels.file("png", grey), "iCCP", Pixels.linearProfile());
        // A linear 55/255 is a medium grey in sRGB.
        assertColour(Renditions.of(png), 20, 20, new Color(128, 128, 128));
    }

    @Test
    void grey_with_transparency_keeps_its_tone() {
        Renditions kept = Renditions.of(Pixels.greyWithAlpha(128));
        assertColour(kept, 10, 10, new Color(128, 128, 128));
    }

    @Test
    void a_picture_of_many_pixels_is_decoded_in_bounded_memory() {
        assertThat(Decoder.step(12_000_000)).isEqualTo(1);
        assertThat(Decoder.step(12_000_001)).isEqualTo(2);
        assertThat(Decoder.step(40_000_000)).isEqualTo(2);
        Renditions kept =
                Renditions.of(Pixels.file("png", new BufferedImage(8_000, 4_900, BufferedImage.TYPE_BYTE_BINARY)));
        assertSize(kept, Size.LARGE, 1_600, 980);
    }

    @Test
    void a_file_with_a_broken_middle_is_refused_or_read_but_never_fails_otherwise() {
        for (byte[] file : new byte[][] {
            Pixels.file("jpeg", 60, 40),
            Pixels.file("png", 60, 40),
            Pixels.file("gif", 60, 40),
            Pixels.sample("lossy.webp"),
            Pixels.sample("lossless.webp")
        }) {
            for (int at = 0; at < file.length; at += 13) {
                byte[] broken = file.clone();
                broken[at] ^= 0x5A;
                try {
                    assertThat(Renditions.of(broken).files()).hasSize(3);
                } catch (Problem problem) {
                    assertThat(problem.status()).isEqualTo(400);
                }
            }
        }
    }

    private static void assertSize(Renditions kept, Size size, int width, int height) {
        BufferedImage picture = Pixels.read(kept.files().get(size));
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    private static void assertColour(Renditions kept, int x, int y, Color expected) {
        Color found = new Color(Pixels.read(kept.files().get(Size.LARGE)).getRGB(x, y));
        assertThat(found.getRed()).as("red of %s", found).isCloseTo(expected.getRed(), within(6));
        assertThat(found.getGreen()).as("green of %s", found).isCloseTo(expected.getGreen(), within(6));
        assertThat(found.getBlue()).as("blue of %s", found).isCloseTo(expected.getBlue(), within(6));
    }

    private static boolean isProgressive(byte[] jpeg) {
        return new String(jpeg, StandardCharsets.ISO_8859_1).contains("\u00ff\u00c2");
    }
}
