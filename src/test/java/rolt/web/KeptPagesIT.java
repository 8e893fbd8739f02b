package rolt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Shopping;
import rolt.TestShop;

/** Pages that are kept for everyone. */
class KeptPagesIT {
    private final TestShop shop = TestShop.running();
    private final Browser browser = new Browser(shop.urls.getFirst());

    @BeforeEach
    void sellSomething() {
        Shopping.newProduct(shop, 3_200_000, 5);
    }

    @Test
    void what_led_to_a_page_makes_no_page_of_its_own() {
        Seen plain = browser.get("/products?sort=price");
        Seen led = browser.get("/products?utm_source=%22bad%22&sort=price&fbclid=abc");
        assertThat(led.status()).isEqualTo(200);
        assertThat(led.html()).isEqualTo(plain.html()).doesNotContain("utm_source", "fbclid");
        assertThat(browser.get("/en/products?Sort=price&x=1").status()).isEqualTo(200);
    }

    @Test
    void a_parameter_of_the_page_is_still_checked() {
        assertThat(browser.get("/products?sort=sideways&utm_source=x").status()).isEqualTo(400);
        assertThat(browser.get("/products?priceMin=cheap").status()).isEqualTo(400);
    }
}
