package rolt.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import rolt.platform.Sha256;

/**
 * A file as browsers get it, hashed and compressed once.
 *
 * @param url where it is served: its path with the hash of its content before the extension
 * @param gzip null where compression gains nothing
 */
record Asset(String url, String type, String etag, Buffer plain, Buffer gzip) {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    static Asset of(String path, byte[] content) {
        int dot = path.lastIndexOf('.');
        String extension = path.substring(dot + 1);
        String hash = HexFormat.of().formatHex(Sha256.of(content)).substring(0, 12);
        String url = "/assets/" + path.substring(0, dot) + "-" + hash + "." + extension;
        byte[] gzip = gzip(content);
        return new Asset(
                url,
                TYPES.get(extension),
                "\"" + hash + "\"",
                Buffer.buffer(content),
                gzip.length < content.length ? Buffer.buffer(gzip) : null);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
