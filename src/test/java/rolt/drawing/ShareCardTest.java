package rolt.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture of a build, drawn without fonts or a screen. */
class ShareCardTest {
    private static final String BOARD =
            BuildDrawing.of(SixtyBoard.BOARD, Map.of("caseColour", "#2f4b66"), Map.of(), "Song60");

    @Test
    void a_card_has_its_size_and_shows_case_paper_and_letters() throws IOException {
        byte[] png = new ShareCard(BOARD, "Phố Cổ", "Sông 60 · Sương Mai", "3.250.000 ₫").png();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(ShareCard.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(ShareCard.HEIGHT);
        assertThat(colours(picture, 0, 470)).as("of the board").isGreaterThan(500);
        assertThat(colours(picture, 500, 560)).as("of title and price").isGreaterThan(20);
    }

    private static long colours(BufferedImage picture, int top, int bottom) {
        return java.util.stream.IntStream.range(top * ShareCard.WIDTH, bottom * ShareCard.WIDTH)
                .map(each -> picture.getRGB(each % ShareCard.WIDTH, each / ShareCard.WIDTH))
                .distinct()
                .count();
    }

    @Test
    void every_letter_of_vietnamese_is_drawn() {
        String letters =
                "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYỳỵỷỹýàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữự₫0123456789";
        letters.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter ->
                        assertThat(Lettering.draw(letter, 0, 0, 10)).as(letter).contains(" d=\"M"));
        assertThat(Lettering.draw("ế", 0, 0, 10)).isEqualTo(Lettering.draw("ế", 0, 0, 10));
    }

    @Test
    void a_title_that_is_too_long_ends_in_an_ellipsis_within_its_room() {
        String title = "Một bàn phím có cái tên rất dài mà chẳng ai đọc hết";
        String cut = Lettering.cut(title, 46, 400);
        assertThat(cut).endsWith("…").startsWith("Một bàn");
        assertThat(Lettering.width(cut, 46)).isLessThanOrEqualTo(400);
        assertThat(Lettering.cut("Ngắn", 46, 400)).isEqualTo("Ngắn");
    }

    @Test
    void legends_become_outlines_and_keep_their_turn() {
        String svg = Lettering.outlined("<text x=\"3\" y=\"4\" transform=\"rotate(9 1 1)\">&lt;</text>");
        assertThat(svg)
                .startsWith("<g transform=\"rotate(9 1 1)\">")
                .contains("<path")
                .doesNotContain("<text");
    }
}
