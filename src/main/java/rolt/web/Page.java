package rolt.web;

import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rolt.platform.Dates;
import rolt.platform.Language;
import rolt.platform.Money;

/** What every template is given: the words, addresses and formats of one page in one language. */
public final class Page {
    private static final String ENGLISH = "/en";

    private final Site site;
    private final Language language;
    private final String path;
    private final MultiMap query;

    Page(Site site, String address, MultiMap query) {
        boolean english = address.equals(ENGLISH) || address.startsWith(ENGLISH + "/");
        this.site = site;
        this.language = english ? Language.EN : Language.VI;
        String rest = english ? address.substring(ENGLISH.length()) : address;
        this.path = rest.isEmpty() ? "/" : rest;
        this.query = query;
    }

    public Language language() {
        return language;
    }

    /** The address without the language's prefix and without the query. */
    public String path() {
        return path;
    }

    /** A parameter of the address, empty where it is not given. */
    public String query(String name) {
        String value = query.get(name);
        return value == null ? "" : value;
    }

    /**
     * A text of the shop.
     *
     * @param parameters names and values in turn: {@code "count", 3}
     */
    public String text(String key, Object... parameters) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put((String) parameters[i], parameters[i + 1]);
        }
        return site.texts().get(language, key, named);
    }

    /** A text that not every code of the data has. */
    public Optional<String> find(String key, Map<String, Object> parameters) {
        return site.texts().find(language, key, parameters);
    }

    public String price(long dong) {
        return Money.format(dong, language);
    }

    public String number(long value) {
        return Money.number(value, language);
    }

    /** A day as a reader in Vietnam has it. */
    public String day(Instant moment) {
        return Dates.day(moment, language);
    }

    /** A day of the calendar. */
    public String day(LocalDate day) {
        return Dates.day(day, language);
    }

    /** A moment to the minute, as a clock in Vietnam shows it. */
    public String minute(Instant moment) {
        return Dates.minute(moment, language);
    }

    /** The address of another page in this page's language. */
    public String link(String target) {
        return in(language, target);
    }

    /** This page with one parameter of its address changed; an empty value removes it. */
    public String with(String name, String value) {
        MultiMap changed = MultiMap.caseInsensitiveMultiMap().addAll(query).remove("after");
        changed = value.isEmpty() ? changed.remove(name) : changed.set(name, value);
        return link(path) + encode(changed);
    }

    /** This page in another language. */
    public String in(Language other) {
        return in(other, path) + encode(query);
    }

    /** The full address that search engines shall keep for this page; of the query only the kind belongs to it. */
    public String canonical(Language other) {
        String kind = query("kind");
        return site.origin() + in(other, path) + (kind.isEmpty() ? "" : "?kind=" + encode(kind));
    }

    /** The full address of another page in this page's language. */
    public String absolute(String target) {
        return site.origin() + link(target);
    }

    /** The address of a page in a language. */
    public static String in(Language language, String target) {
        if (language == Language.VI) {
            return target;
        }
        return target.equals("/") ? ENGLISH : ENGLISH + target;
    }

    private static String encode(MultiMap query) {
        String encoded = query.entries().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return encoded.isEmpty() ? "" : "?" + encoded;
    }

    /** A value as it stands in a query. */
    public String encoded(String value) {
        return encode(value);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where an asset is served, its hash in the name. */
    public String asset(String name) {
        return site.assets().url(name);
    }

    /** The drawing of a product, by its code, or of a variant, by its SKU. */
    public String picture(String name) {
        return "/pictures/" + name + ".svg";
    }

    public String importMap() {
        return site.assets().importMap();
    }

    /** Whether one can sign in with Google. */
    public boolean offersGoogle() {
        return site.google();
    }

    /** The script that must run before the first paint. */
    public String earlyScript() {
        return site.earlyScript();
    }
}
