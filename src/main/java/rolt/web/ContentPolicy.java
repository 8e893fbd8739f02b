package rolt.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import rolt.platform.Sha256;

/** The content security policy of the pages: the shop's own files, and inline only the scripts whose hash is named. */
final class ContentPolicy {
    private ContentPolicy() {}

    /** @param elsewhere where forms may lead: browsers check a form's redirects, too */
    static String of(Pages.Elsewhere elsewhere, String... inlineScripts) {
        String hashes = Arrays.stream(inlineScripts).map(ContentPolicy::hash).collect(Collectors.joining(" "));
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' " + hashes,
                "img-src 'self' data:",
                ("form-action 'self' " + elsewhere.payment() + " " + elsewhere.google()).strip(),
                "base-uri 'none'",
                "object-src 'none'",
                "frame-ancestors 'none'");
    }

    private static String hash(String script) {
        byte[] digest = Sha256.of(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
