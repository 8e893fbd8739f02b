package rolt.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.platform.Language;
import rolt.platform.Texts;
import rolt.web.SamplePage;

class SpecsTest {
    private static final Product KIT = new Product(
            UUID.randomUUID(),
            "song-lam-65",
            Kind.KIT,
            "Sông Lam Works",
            "Sông Lam 65",
            "",
            "",
            Map.of(
                    "formFactor",
                    "SIXTY_FIVE",
                    "hotSwap",
                    "MX_SOCKET",
                    "mounting",
                    "GASKET",
                    "caseMaterial",
                    "ALUMINIUM",
                    "connectivity",
                    List.of("USB", "BLUETOOTH"),
                    "firmware",
                    List.of("QMK", "VIA"),
                    "rgb",
                    true,
                    "weight",
                    1_450,
                    "dimensions",
                    Map.of("width", 318.5, "depth", 112, "height", 19)),
            List.of(),
            Instant.EPOCH);

    @Test
    void rows_come_in_the_buyers_order_with_words_and_units() {
        Stream<String> rows = Specs.of(SamplePage.at("/products/song-lam-65"), KIT).stream()
                .map(row -> row.label() + ": " + row.words());
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
                .allSatisfy(path -> assertThat(Texts.load().all(Language.VI)).containsKey("spec." + path));
    }
}
