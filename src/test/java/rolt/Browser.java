package rolt;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps cookies, sends forms, and follows redirects only when it is told to. */
public final class Browser {
    private static final Pattern FORM =
            Pattern.compile("<form[^>]* action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value)=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;

    public Browser(String url) {
        this.url = url;
    }

    /** An answer; {@code location} is empty where it leads nowhere. */
    public record Seen(int status, String location, String html) {}

    public Seen get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /** Opens where an answer leads. */
    public Seen follow(Seen seen) {
        return get(seen.location());
    }

    /** Sends the page's form with this action: what it is filled in with, and what is typed into it. */
    public Seen submit(Seen page, String action, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(fieldsOf(page.html(), action));
        fields.putAll(typed);
        return post(action, fields, "same-origin");
    }

    /** @param site as the browser says where the form stands: {@code same-origin} or {@code cross-site} */
    public Seen post(String path, Map<String, String> fields, String site) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(body)));
    }

    private URI at(String path) {
        return URI.create(path.startsWith("http") ? path : url + path);
    }

    private Seen send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            String location = answer.headers().firstValue("Location").orElse("");
            return new Seen(answer.statusCode(), location, answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> fieldsOf(String html, String action) {
        String form = FORM.matcher(html)
                .results()
                .filter(found -> found.group(1).equals(action))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form leads to " + action + " in " + html));
        Map<String, String> fields = new LinkedHashMap<>();
        INPUT.matcher(form).results().forEach(input -> {
            Map<String, String> attributes = attributes(input.group());
            if (attributes.containsKey("name")) {
                fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
            }
        });
        return fields;
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            attributes.put(
                    matcher.group(1), matcher.group(2).replace("&#34;", "\"").replace("&amp;", "&"));
        }
        return attributes;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
