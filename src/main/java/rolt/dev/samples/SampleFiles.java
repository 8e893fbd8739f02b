package rolt.dev.samples;

import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.platform.Json;
import rolt.platform.Resources;
import rolt.platform.Yaml;

/** The files of {@code dev/sample}: what the shop of a developer sells. */
public final class SampleFiles {
    private static final List<String> PRODUCTS =
            List.of("services", "accessories", "artisans", "keycaps", "switches", "kits");
    private static final String PRESETS = "presets";
    /** Derived when a product is written, so a change here asks for writing again. */
    private static final String DERIVED = "rolt/catalog/Facets.class";

    private SampleFiles() {}

    /** Products as they stand in the files, their variants with {@code stock}. */
    static List<JsonObject> products() {
        return PRODUCTS.stream().flatMap(file -> list(file).stream()).toList();
    }

    public static List<NewProduct> newProducts() {
        return products().stream()
                .map(product -> Json.record(product, NewProduct.class))
                .toList();
    }

    public static List<JsonObject> presets() {
        return list(PRESETS);
    }

    /** Changes with the content of any of the files. */
    static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(
                            Stream.concat(PRODUCTS.stream(), Stream.of(PRESETS)).map(SampleFiles::path),
                            Stream.of(DERIVED))
                    .forEach(path -> digest.update(Resources.bytes(path)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static List<JsonObject> list(String file) {
        return Yaml.list(path(file));
    }

    private static String path(String file) {
        return "dev/sample/" + file + ".yaml";
    }
}
