package rolt.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.catalog.CatalogMessages.Facet;
import rolt.catalog.CatalogMessages.FacetChoice;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.catalog.CatalogMessages.Variant;

/** Records as the catalogue would answer them. */
final class SampleShop {
    private static final String KIT_SUMMARY = "Vỏ nhôm CNC, gasket mount, mạch hot-swap; gõ êm và trầm.";
    private static final String CAPS_SUMMARY = "PBT dày 1,5 mm, in thăng hoa, profile Cherry.";

    static final List<ProductItem> KITS = List.of(
            kit("song-lam-65", "Sông Lam Works", "Sông Lam 65", 4_250_000, true),
            kit("gio-mua-75", "Gió Mùa", "Gió Mùa 75", 5_900_000, true),
            kit("ha-thanh-tkl", "Phố Cũ", "Hà Thành TKL", 7_450_000, false),
            kit("bach-tuyet-60", "Sông Lam Works", "Bạch Tuyết 60 WKL", 3_150_000, true),
            kit("truong-son-alice", "Trường Sơn", "Trường Sơn Alice", 6_800_000, true),
            kit("cuu-long-1800", "Phố Cũ", "Cửu Long 1800", 8_990_000, true));

    static final List<ProductItem> SWITCHES = List.of(
            item(Kind.SWITCH, "me-den", "Hạt Mè", "Mè Đen Linear", 125_000, true, ""),
            item(Kind.SWITCH, "ca-phe-sua", "Hạt Mè", "Cà Phê Sữa Tactile", 140_000, true, ""),
            item(Kind.SWITCH, "mua-rao", "Gió Mùa", "Mưa Rào Clicky", 95_000, true, ""),
            item(Kind.SWITCH, "sen-trang", "Sen", "Sen Trắng Linear", 160_000, false, ""),
            item(Kind.SWITCH, "ngoc-bich", "Sen", "Ngọc Bích Tactile", 185_000, true, ""));

    static final List<ProductItem> KEYCAPS = List.of(
            item(Kind.KEYCAP_SET, "gom-bat-trang", "Lò Gốm", "Gốm Bát Tràng", 2_150_000, true, CAPS_SUMMARY),
            item(Kind.KEYCAP_SET, "pho-dem", "Phố Cũ", "Phố Đêm", 1_890_000, true, CAPS_SUMMARY),
            item(Kind.KEYCAP_SET, "ruong-bac-thang", "Trường Sơn", "Ruộng Bậc Thang", 2_450_000, true, CAPS_SUMMARY));

    static final ProductList LIST = new ProductList(
            KITS,
            "0198c0ffee",
            List.of(
                    new Facet(
                            "size",
                            "Cỡ bàn phím",
                            List.of(
                                    new FacetChoice("SIXTY", "60%", 3, false),
                                    new FacetChoice("SIXTY_FIVE", "65%", 4, true),
                                    new FacetChoice("TKL", "TKL", 2, false))),
                    new Facet(
                            "brand",
                            "Thương hiệu",
                            List.of(
                                    new FacetChoice("Sông Lam Works", "Sông Lam Works", 5, false),
                                    new FacetChoice("Phố Cũ", "Phố Cũ", 4, false)))),
            1_012);

    static final ProductList NOTHING = new ProductList(List.of(), null, List.of(), 0);

    static final Product PRODUCT = new Product(
            id("song-lam-65"),
            "song-lam-65",
            Kind.KIT,
            "Sông Lam Works",
            "Sông Lam 65",
            KIT_SUMMARY,
            """
            Sông Lam 65 được phay từ một khối nhôm 6063, sơn tĩnh điện hai lớp và đặt trên mười hai miếng gasket.

            Mạch hot-swap nhận mọi switch kiểu MX ba hoặc năm chân; plate PC đi kèm, plate nhôm và đồng bán riêng.""",
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
            List.of(
                    variant("SL65-KEM", "Kem", 4_250_000, 12),
                    variant("SL65-REU", "Xanh rêu", 4_250_000, 3),
                    variant("SL65-THAN", "Đen than", 4_450_000, 0)),
            Instant.parse("2026-07-01T03:00:00Z"));

    private SampleShop() {}

    private static ProductItem kit(String code, String brand, String name, long price, boolean available) {
        return item(Kind.KIT, code, brand, name, price, available, KIT_SUMMARY);
    }

    private static ProductItem item(
            Kind kind, String code, String brand, String name, long price, boolean available, String summary) {
        List<String> highlights = kind == Kind.KIT ? List.of("Hot-swap", "Gasket") : List.of();
        long dearest = kind == Kind.KIT ? price + 200_000 : price;
        return new ProductItem(id(code), code, kind, brand, name, summary, price, dearest, available, highlights);
    }

    private static Variant variant(String sku, String name, long price, int available) {
        return new Variant(id(sku), sku, name, price, available, Map.of());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
