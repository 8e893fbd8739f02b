package rolt.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.platform.Problem;

/** Files made to deceive or to exhaust. */
class HostilePicturesTest {
    @Test
    void a_claim_of_enormous_size_is_refused_before_anything_is_decoded() {
        assertRefused(Pixels.claiming(16_000, 16_000), "picture.pixels");
        assertRefused(Pixels.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE), "picture.edge");
        assertRefused(Pixels.claiming(0, 10), "picture.broken");
        assertRefused(Pixels.claiming(-10, 10), "picture.broken");
        byte[] gif = Pixels.file("gif", 10, 10);
        int frame = new String(gif, StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0");
        Arrays.fill(gif, frame + 5, frame + 9, (byte) 0xFF);
        assertRefused(gif, "picture.edge");
        byte[] webp = Pixels.sample("lossy.webp");
        Arrays.fill(webp, 26, 30, (byte) 0xFF);
        assertRefused(webp, "picture.edge");
    }

    @ParameterizedTest
    @CsvSource({"33000000, 1", "1, 33000000", "16384, 1", "1, 16384"})
    void an_endless_row_or_column_is_refused(int width, int height) {
        assertRefused(Pixels.claiming(width, height), "picture.edge");
    }

    @Test
    void a_jpeg_with_two_frames_is_refused() {
        byte[] jpeg = Pixels.file("jpeg", 300, 200);
        int frame = Pixels.text(jpeg).indexOf("\u00ff\u00c0");
        byte[] enormous = Arrays.copyOfRange(jpeg, frame, frame + 19);
        Arrays.fill(enormous, 5, 9, (byte) 0x60);
        assertRefused(Pixels.inserted(jpeg, frame, enormous), "picture.broken");
    }

    @Test
    void a_jpeg_with_a_frame_behind_its_scan_is_refused() {
        byte[] jpeg = Pixels.file("jpeg", 300, 200);
        int frame = Pixels.text(jpeg).indexOf("\u00ff\u00c0");
        byte[] tiny = Arrays.copyOfRange(jpeg, frame, frame + 19);
        System.arraycopy(new byte[] {0, 1, 0, 1}, 0, tiny, 5, 4);
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0x60);
        assertRefused(Pixels.inserted(jpeg, jpeg.length - 2, tiny), "picture.broken");
    }

    @Test
    void a_png_has_one_header_and_one_profile() {
        byte[] png = Pixels.file("png", 60, 40);
        assertRefused(Pixels.withChunk(png, "IHDR", Arrays.copyOfRange(png, 16, 29)), "picture.broken");
        byte[] profile = Pixels.linearProfile();
        assertRefused(Pixels.withChunk(Pixels.withChunk(png, "iCCP", profile), "iCCP", profile), "picture.broken");
    }

    @Test
    void a_profile_that_inflates_to_megabytes_is_left_out() {
        byte[] large = Pixels.profileChunk(new byte[2 << 20]);
        assertThat(PictureHeader.of(Pixels.withChunk(Pixels.file("png", 60, 40), "iCCP", large))
                        .profile())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "abst", "nmcl"})
    void a_profile_that_is_for_no_screen_is_left_out(String sort) {
        byte[] profile = Pixels.linear();
        System.arraycopy(sort.getBytes(StandardCharsets.US_ASCII), 0, profile, 12, 4);
        byte[] png = Pixels.withChunk(Pixels.file("png", 60, 40), "iCCP", Pixels.profileChunk(profile));
        assertThat(Renditions.of(png).width()).isEqualTo(60);
    }

    @Test
    void a_profile_without_tables_is_left_out() {
        byte[] bare = Arrays.copyOf(Pixels.linear(), 132);
        Arrays.fill(bare, 0, 4, (byte) 0);
        bare[3] = (byte) 132;
        Arrays.fill(bare, 128, 132, (byte) 0);
        byte[] png = Pixels.withChunk(Pixels.file("png", 60, 40), "iCCP", Pixels.profileChunk(bare));
        assertThat(Renditions.of(png).width()).isEqualTo(60);
    }

    @Test
    void thousands_of_scans_are_refused() {
        byte[] jpeg = Pixels.file("jpeg", 10, 10);
        int scan = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
        byte[] header = Arrays.copyOfRange(jpeg, scan, scan + 14);
        for (int i = 0; i < 200; i++) {
            jpeg = Pixels.inserted(jpeg, scan, header);
        }
        assertRefused(jpeg, "picture.broken");
    }

    @Test
    void colours_of_the_printing_press_are_refused() {
        byte[] jpeg = Pixels.file("jpeg", 10, 10);
        jpeg[new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0") + 9] = 4;
        assertRefused(jpeg, "picture.colours");
    }

    @Test
    void a_file_that_is_cut_off_is_refused() {
        for (byte[] file : new byte[][] {
            Pixels.file("jpeg", 300, 200),
            Pixels.file("png", 300, 200),
            Pixels.file("gif", 300, 200),
            Pixels.sample("lossy.webp")
        }) {
            IntStream.of(12, 30, file.length / 2, file.length - 20)
                    .forEach(length -> assertRefused(Arrays.copyOf(file, length), "picture.broken"));
        }
    }

    @Test
    void a_broken_png_is_known_by_its_checksum() {
        byte[] png = Pixels.file("png", 60, 40);
        png[png.length - 30] ^= 1;
        assertRefused(png, "picture.broken");
    }

    @Test
    void a_name_or_a_type_deceives_nobody() {
        for (String text : new String[] {"<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "", "GIF8"}) {
            assertRefused(text.getBytes(StandardCharsets.UTF_8), "picture.type");
        }
        byte[] heic = "\0\0\0\030ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(heic, "picture.type");
    }

    private static void assertRefused(byte[] file, String rule) {
        assertThatThrownBy(() -> Renditions.of(file)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.violations())
                    .extracting(Problem.Violation::field)
                    .containsExactly("file");
            assertThat(problem.violations()).extracting(Problem.Violation::rule).containsExactly(rule);
        });
    }
}
