package rolt.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.platform.Resources;

/**
 * The style sheet, scripts, fonts and icons, made ready at boot: what {@code web/assets.json} lists is read from the
 * class path, hashed into its address and compressed, so that a request only sends a buffer and a browser asks once.
 */
public final class Assets {
    private static final Pattern IMPORT = Pattern.compile("@import \"([^\"]+)\";");
    private static final Pattern URL = Pattern.compile("url\\(\"\\.\\./([^\"]+)\"\\)");
    private static final Pattern COMMENT_OR_INDENT = Pattern.compile("(?s)/\\*.*?\\*/|(?<=\n)\\s+");
    private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$");

    private final Map<String, Asset> byPath = new HashMap<>();
    private final Map<String, Asset> byUrl = new HashMap<>();
    private final String importMap;

    private Assets(JsonObject list) {
        list.getJsonArray("files").forEach(path -> add((String) path, Resources.bytes("web/" + path)));
        add("app.css", bytes(style("app.css")));
        JsonObject imports = new JsonObject();
        list.getJsonArray("modules").forEach(module -> addModule((JsonObject) module, imports));
        this.importMap = new JsonObject().put("imports", imports).encode();
    }

    /** Reads and compresses everything: some hundred milliseconds, for the boot and not for an event loop. */
    public static Assets load() {
        return new Assets(new JsonObject(Resources.text("web/assets.json")));
    }

    private void addModule(JsonObject module, JsonObject imports) {
        String path = module.getString("path");
        String script = Resources.text(module.getString("resource", "web/" + path));
        Asset asset = add(path, bytes(SOURCE_MAP.matcher(script).replaceAll("")));
        // Modules import one another by relative address: the map leads from it to the hashed one.
        imports.put("/assets/" + path, asset.url());
        module.getJsonArray("names", new JsonArray()).forEach(name -> imports.put((String) name, asset.url()));
    }

    private Asset add(String path, byte[] content) {
        Asset asset = Asset.of(path, content);
        byPath.put(path, asset);
        byUrl.put(asset.url(), asset);
        return asset;
    }

    private String style(String file) {
        String css = Resources.text("web/css/" + file);
        css = IMPORT.matcher(css).replaceAll(found -> Matcher.quoteReplacement(style(found.group(1))));
        css = URL.matcher(css).replaceAll(found -> "url(\"" + url(found.group(1)) + "\")");
        return COMMENT_OR_INDENT.matcher(css).replaceAll("");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Where a file is served.
     *
     * @param path as in {@code web/assets.json}; the style sheet is {@code app.css}
     */
    public String url(String path) {
        Asset asset = byPath.get(path);
        if (asset == null) {
            throw new NoSuchElementException("web/assets.json does not list " + path);
        }
        return asset.url();
    }

    /** The JSON of the import map by which ES modules find one another. */
    public String importMap() {
        return importMap;
    }

    /** Answers {@code /assets/*}. */
    public void serve(RoutingContext context) {
        Asset asset = byUrl.get(context.request().path());
        if (asset == null) {
            context.fail(404);
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .putHeader(HttpHeaders.ETAG, asset.etag())
                .putHeader(HttpHeaders.VARY, "accept-encoding");
        if (asset.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type()).putHeader("x-content-type-options", "nosniff");
        send(context, asset);
    }

    private static void send(RoutingContext context, Asset asset) {
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (asset.gzip() == null || accepted == null || !accepted.contains("gzip")) {
            context.end(asset.plain());
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        context.end(asset.gzip());
    }
}
