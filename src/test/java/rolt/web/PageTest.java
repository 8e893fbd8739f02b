package rolt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import rolt.platform.Language;
import rolt.platform.Texts;

class PageTest {
    private final Site site = new Site(Texts.load(), Assets.load(), "https://rolt.example", "", false);

    @Test
    void english_pages_live_under_en() {
        assertThat(page("/en").language()).isEqualTo(Language.EN);
        assertThat(page("/en").path()).isEqualTo("/");
        assertThat(page("/en/products").path()).isEqualTo("/products");
        assertThat(page("/products").language()).isEqualTo(Language.VI);
        assertThat(page("/english").language()).isEqualTo(Language.VI);
    }

    @Test
    void links_stay_in_the_language_of_the_page() {
        assertThat(page("/").link("/cart")).isEqualTo("/cart");
        assertThat(page("/en/cart").link("/cart")).isEqualTo("/en/cart");
        assertThat(page("/en/cart").link("/")).isEqualTo("/en");
    }

    @Test
    void the_other_language_shows_the_same_page_with_its_query() {
        Page page = page("/en/products", "q", "màu xanh", "after", "abc");
        assertThat(page.in(Language.VI)).isEqualTo("/products?q=m%C3%A0u+xanh&after=abc");
    }

    @Test
    void changing_one_parameter_keeps_the_others_and_begins_at_the_first_page() {
        Page page = page("/products", "facet", "size:TKL", "facet", "size:ALICE", "after", "abc");
        assertThat(page.with("sort", "price")).isEqualTo("/products?facet=size%3ATKL&facet=size%3AALICE&sort=price");
        assertThat(page.with("after", "def")).endsWith("&after=def");
    }

    @Test
    void search_engines_keep_one_address_for_a_kind() {
        Page page = page("/en/products", "kind", "KIT", "sort", "price");
        assertThat(page.canonical(Language.EN)).isEqualTo("https://rolt.example/en/products?kind=KIT");
        assertThat(page.canonical(Language.VI)).isEqualTo("https://rolt.example/products?kind=KIT");
    }

    private Page page(String address, String... query) {
        MultiMap map = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < query.length; i += 2) {
            map.add(query[i], query[i + 1]);
        }
        return new Page(site, address, map);
    }
}
