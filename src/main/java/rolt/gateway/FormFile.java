package rolt.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import rolt.platform.Problem;

/** The one file of a form (RFC 7578), read from the bytes of the form. */
final class FormFile {
    private static final String FIELD = "file";
    private static final int MOST_PARTS = 8;
    private static final int ANY_LENGTH = -1;

    private FormFile() {}

    /**
     * The bytes of the field {@code file}; blocks for as long as it takes to go over the form.
     *
     * @param type the Content-Type of the form, with its boundary
     * @throws Problem 400 for a form that is broken or not whole, or without exactly one file
     */
    static byte[] read(String type, byte[] form) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), head, StandardCharsets.UTF_8, MOST_PARTS, ANY_LENGTH);
            decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(form)));
            return only(decoder);
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
        if (decoder.currentPartialHttpData() != null) {
            throw broken(null);
        }
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

    private static Problem broken(Throwable cause) {
        Problem problem = Problem.invalid("", "request");
        problem.initCause(cause);
        return problem;
    }
}
