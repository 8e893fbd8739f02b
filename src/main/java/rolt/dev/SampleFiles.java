package rolt.dev;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.platform.Json;

/** The files of {@code dev/sample}: what the shop of a developer sells. */
final class SampleFiles {
    private static final List<String> PRODUCTS =
            List.of("services", "accessories", "artisans", "keycaps", "switches", "kits");
    private static final String PRESETS = "presets";
    /** Derived when a product is written, so a change here asks for writing again. */
    private static final String DERIVED = "/rolt/catalog/Facets.class";

    private static final YAMLMapper YAML = new YAMLMapper();

    private SampleFiles() {}

    /** Products as they stand in the files, their variants with {@code stock}. */
    static List<JsonObject> products() {
        return PRODUCTS.stream().flatMap(file -> list(file).stream()).toList();
    }

    static List<NewProduct> newProducts() {
        return products().stream()
                .map(product -> Json.record(product, NewProduct.class))
                .toList();
    }

    static List<JsonObject> presets() {
        return list(PRESETS);
    }

    /** Changes with the content of any of the files. */
    static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(
                            Stream.concat(PRODUCTS.stream(), Stream.of(PRESETS)).map(SampleFiles::path),
                            Stream.of(DERIVED))
                    .forEach(path -> digest.update(bytes(path)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static List<JsonObject> list(String file) {
        try {
            return YAML.readTree(bytes(path(file)))
                    .valueStream()
                    .map(node -> new JsonObject(node.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String path(String file) {
        return "/dev/sample/" + file + ".yaml";
    }

    private static byte[] bytes(String path) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No " + path + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
