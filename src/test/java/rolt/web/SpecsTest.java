package rolt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.catalog.CatalogMessages.Kind;
import rolt.platform.Language;
import rolt.platform.Texts;

class SpecsTest {
    private final Texts texts = Texts.load();
    private final Page page = new Page(
            new Site(texts, Assets.load(), "", "", false), "/products/song-lam-65", MultiMap.caseInsensitiveMultiMap());

    @Test
    void rows_come_in_the_buyers_order_with_words_and_units() {
        Stream<String> rows = Specs.of(page, SampleShop.PRODUCT).stream().map(row -> row.label() + ": " + row.words());
        assertThat(rows)
                .containsExactly(
                        "Cỡ bàn phím: 65%",
                        "Gắn switch: Hot-swap MX",
                        "Kiểu gắn plate: Gasket",
                        "Vỏ: Nhôm",
                        "Kết nối: USB-C, Bluetooth",
                        "Firmware: QMK, VIA",
                        "Khối lượng: 1.450 g",
                        "Kích thước: 318,5 × 112 × 19 mm");
    }

    @ParameterizedTest
    @EnumSource
    void every_row_of_a_kind_has_a_label(Kind kind) {
        assertThat(Specs.SHOWN.get(kind))
                .allSatisfy(path -> assertThat(texts.all(Language.VI)).containsKey("spec." + path));
    }
}
