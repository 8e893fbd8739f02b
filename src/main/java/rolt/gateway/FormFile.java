package rolt.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rolt.platform.Problem;

/**
 * The one file of a form (RFC 7578) and its texts, read from the bytes of the form.
 *
 * @param fields by their names; what was left empty is not there
 */
record FormFile(byte[] file, Map<String, String> fields) {
    private static final String FIELD = "file";
    private static final int MOST_PARTS = 8;
    private static final int ANY_LENGTH = -1;

    /**
     * The bytes of the field {@code file} and all texts; blocks for as long as it takes to go over the form.
     *
     * @param type the Content-Type of the form, with its boundary
     * @throws Problem 400 for a form that is broken or not whole, or without exactly one file, or with a text
     *     given twice
     */
    static FormFile read(String type, byte[] form) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), head, StandardCharsets.UTF_8, MOST_PARTS, ANY_LENGTH);
            decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(form)));
            if (decoder.currentPartialHttpData() != null) {
                throw broken(null);
            }
            return new FormFile(only(decoder), fields(decoder));
        } catch (Problem problem) {
            throw problem;
        } catch (IOException | RuntimeException e) {
            // The decoder meets broken forms with exceptions of every kind.
            throw broken(e);
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    private static byte[] only(HttpPostMultipartRequestDecoder decoder) throws IOException {
        List<FileUpload> files = decoder.getBodyHttpDatas().stream()
                .filter(FileUpload.class::isInstance)
                .map(FileUpload.class::cast)
                .toList();
        if (files.size() > 1) {
            throw Problem.invalid(FIELD, "single");
        }
        if (files.isEmpty()
                || !FIELD.equals(files.getFirst().getName())
                || files.getFirst().length() == 0) {
            throw Problem.invalid(FIELD, "required");
        }
        return files.getFirst().get();
    }

    /** A form's line ends are those of HTTP; the shop's are one character. */
    private static Map<String, String> fields(HttpPostMultipartRequestDecoder decoder) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
            boolean said = part instanceof Attribute text && !text.getValue().isEmpty();
            if (said && fields.put(part.getName(), ((Attribute) part).getValue().replace("\r\n", "\n")) != null) {
                throw Problem.invalid(part.getName(), "single");
            }
        }
        return fields;
    }

    private static Problem broken(Throwable cause) {
        Problem problem = Problem.invalid("", "request");
        problem.initCause(cause);
        return problem;
    }
}
