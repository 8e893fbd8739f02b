package rolt.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import rolt.platform.Resources;

class AssetsTest {
    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Pattern BARE_IMPORT =
            Pattern.compile("(?:from|import)\\s*\"([^\"]+)\"|import\\(\"([^\"]+)\"\\)");

    private final Assets assets = Assets.load();
    private final JsonObject imports = new JsonObject(assets.importMap()).getJsonObject("imports");

    @Test
    void the_address_changes_with_the_content_only() {
        Asset first = Asset.of("js/a.js", bytes("let a = 1"));
        assertThat(first.url()).matches("/assets/js/a-[0-9a-f]{12}\\.js");
        assertThat(Asset.of("js/a.js", bytes("let a = 1")).url()).isEqualTo(first.url());
        assertThat(Asset.of("js/a.js", bytes("let a = 2")).url()).isNotEqualTo(first.url());
    }

    @Test
    void what_is_compressed_unpacks_to_the_same() throws IOException {
        byte[] text = bytes("bàn phím ".repeat(500));
        Asset asset = Asset.of("a.css", text);
        byte[] unpacked =
                new GZIPInputStream(new ByteArrayInputStream(asset.gzip().getBytes())).readAllBytes();
        assertThat(unpacked).isEqualTo(text);
        assertThat(asset.gzip().length()).isLessThan(text.length / 10);
    }

    @Test
    void what_compression_would_lengthen_stays_plain() {
        assertThat(Asset.of("a.js", bytes("x")).gzip()).isNull();
    }

    @Test
    void every_style_script_font_and_icon_of_the_folder_is_served() throws IOException {
        String imported = Files.readString(WEB.resolve("css/app.css"));
        assertThat(files("css"))
                .allMatch(file ->
                        file.equals("css/app.css") || imported.contains("\"" + file.substring("css/".length()) + "\""));
        for (String folder : List.of("js", "icons", "fonts")) {
            assertThat(files(folder).filter(file -> !file.endsWith(".txt")))
                    .allSatisfy(file -> assertThat(assets.url(file)).startsWith("/assets/" + folder));
        }
    }

    @Test
    void every_module_finds_what_it_imports() {
        JsonObject list = new JsonObject(Resources.text("web/assets.json"));
        Set<String> known = imports.fieldNames();
        list.getJsonArray("modules").stream().map(JsonObject.class::cast).forEach(module -> {
            String path = module.getString("path");
            String script = Resources.text(module.getString("resource", "web/" + path));
            assertThat(known).as(path).containsAll(imported(path, script));
        });
    }

    @Test
    void a_file_that_is_not_listed_is_told_by_name() {
        assertThatThrownBy(() -> assets.url("js/none.js"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("js/none.js");
    }

    private static Set<String> imported(String path, String script) {
        return BARE_IMPORT
                .matcher(script)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(name -> name.startsWith(".") ? resolved(path, name) : name)
                .collect(Collectors.toSet());
    }

    private static String resolved(String path, String relative) {
        return Path.of("/assets/" + path).resolveSibling(relative).normalize().toString();
    }

    private static Stream<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(WEB.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).toList().stream();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
