package rolt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Shopping;
import rolt.TestShop;

/** The shop's pages, as a browser without scripts gets them. */
class PagesIT {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private final TestShop shop = TestShop.running();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en", "/products", "/en/products?kind=KIT&sort=price", "/products?q=kh%C3%B4ng"})
    void a_page_is_whole_says_its_language_and_runs_nothing_inline(String path) throws Exception {
        checkWhole(path);
    }

    @Test
    void so_is_the_page_of_a_product() throws Exception {
        String page = pageOf(Shopping.newProduct(shop, 90_000, 3));
        checkWhole(page);
        checkWhole("/en" + page + "?variant=" + page.substring(10).toUpperCase(Locale.ROOT));
    }

    private void checkWhole(String path) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().strip())
                .startsWith("<!doctype html>\n<html lang=\"" + (path.startsWith("/en") ? "en" : "vi") + "\">")
                .contains("<h1>", "</html>")
                .doesNotContain(" style=", " onclick=", "null\"");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("script-src 'self' 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("same-origin");
    }

    @Test
    void search_engines_keep_the_shelves_but_no_search_results() throws Exception {
        assertThat(get("/products?kind=KIT").body())
                .contains("rel=\"canonical\"")
                .doesNotContain("noindex");
        assertThat(get("/products?q=kit").body()).contains("noindex").doesNotContain("rel=\"canonical\"");
    }

    @Test
    void what_a_shopper_typed_is_escaped() throws Exception {
        assertThat(get("/products?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body())
                .doesNotContain("<script>alert")
                .contains("&lt;script>alert(1)");
    }

    @Test
    void what_is_sold_out_cannot_be_put_into_the_cart() throws Exception {
        String sku = Shopping.newProduct(shop, 90_000, 1);
        Shopping.count(shop, sku, 0);
        assertThat(get(pageOf(sku)).body()).contains(" disabled>Thêm vào giỏ");
        assertThat(get(pageOf(Shopping.newProduct(shop, 90_000, 1))).body())
                .contains(">Thêm vào giỏ")
                .doesNotContain(" disabled>Thêm vào giỏ");
    }

    private static String pageOf(String sku) {
        return "/products/" + sku.toLowerCase(Locale.ROOT);
    }

    @Test
    void an_asset_stays_in_the_browser_for_ever() throws Exception {
        String url = address("href=\"(/assets/app-[^\"]+\\.css)\"", get("/").body());
        HttpResponse<String> style = get(url);
        assertThat(style.headers().firstValue("content-type")).hasValue("text/css; charset=utf-8");
        assertThat(style.headers().firstValue("cache-control")).hasValue("public, max-age=31536000, immutable");
        String etag = style.headers().firstValue("etag").orElseThrow();
        assertThat(get(url, "if-none-match", etag).statusCode()).isEqualTo(304);
        assertThat(get(url, "accept-encoding", "br, gzip").headers().firstValue("content-encoding"))
                .hasValue("gzip");
    }

    @Test
    void an_asset_of_another_version_is_not_found() throws Exception {
        assertThat(get("/assets/app-000000000000.css").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(shop.urls.getFirst() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }

    private static String address(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
