package rolt.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.Authenticator;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.TestShop;
import rolt.dev.google.GoogleSimulator.Fault;

class GoogleSignInIT {
    /** Whose mailboxes Google has seen once, and does not keep. */
    private static final String ELSEWHERE = "@elsewhere.test";

    private final TestShop shop = TestShop.running();
    private final Browser browser = new Browser(shop.urls.getFirst());
    private final String email = "gia-han-" + UUID.randomUUID() + "@gmail.test";

    @Test
    void a_new_person_gets_a_verified_account_without_a_password() {
        Seen back = signIn("/login/google", email, true);
        assertThat(back.location()).isEqualTo("/account");
        assertThat(browser.get("/account/security").html()).contains(email);
        assertThat(account("verified_at is not null and password_hash is null")).isOne();
        assertThat(account(
                        "exists (select from account.account_role r where r.account_id = a.id and role = 'CUSTOMER')"))
                .isOne();
    }

    @Test
    void the_same_person_comes_back_to_the_same_account_whatever_his_address_is_now() {
        signIn("/login/google", email, true);
        shop.text("update account.account set email = 'moved-' || email where email = ?", email);
        assertThat(signIn("/login/google", email, true).location()).isEqualTo("/account");
        assertThat(browser.get("/account/security").html()).contains("moved-" + email);
    }

    @Test
    void one_comes_back_to_where_one_was_led_away_from_in_ones_own_language() {
        assertThat(signIn("/en/login/google?next=/checkout", email, true).location())
                .isEqualTo("/en/checkout");
        for (String foreign : List.of("https://evil.example", "//evil.example", "/%5Cevil.example", "/%00")) {
            assertThat(signIn("/login/google?next=" + foreign, email, true).location())
                    .as(foreign)
                    .isEqualTo("/account");
        }
    }

    @Test
    void an_account_is_linked_whose_address_both_have_verified() {
        Client customer = shop.client(0).becomeCustomer();
        assertThat(signIn("/login/google", customer.email(), true).location()).isEqualTo("/account");
        assertThat(customer.get("/api/v1/me/sign-in").expect(200).json().encode())
                .contains("\"password\":true,\"google\":true");
        assertThat(customer.mail("A Google account was linked").text())
                .contains("Nguyễn Minh Anh", "/en/forgot-password", "unlink Google under Security");
    }

    @Test
    void an_address_that_google_has_not_verified_opens_nothing() {
        Client customer = shop.client(0).becomeCustomer();
        Seen known = signIn("/login/google", customer.email(), false);
        Seen unknown = signIn("/login/google", email, false);
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(409);
        assertThat(known.html()).contains("đăng nhập bằng mật khẩu");
        assertThat(title(known)).isEqualTo(title(unknown));
        assertThat(account("true")).isZero();
    }

    @Test
    void an_address_that_may_be_another_persons_by_now_opens_nothing() {
        String moved = UUID.randomUUID() + ELSEWHERE;
        Client customer = shop.client(0).becomeCustomer();
        shop.text("update account.account set email = ? where email = ?", moved, customer.email());
        Seen known = signIn("/login/google", moved, true);
        assertThat(known.status()).isEqualTo(409);
        assertThat(known.html()).contains("đăng nhập bằng mật khẩu");
        assertThat(signIn("/login/google", "new-" + moved, true).status()).isEqualTo(409);
        assertThat(shop.number("select count(*) from account.account where email = ?", "new-" + moved))
                .isZero();
    }

    @Test
    void an_address_that_the_shop_has_not_verified_is_not_linked() {
        Client customer = shop.client(0).becomeCustomer();
        shop.text("update account.account set verified_at = null where email = ?", customer.email());
        Seen back = signIn("/login/google", customer.email(), true);
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.html()).contains("liên kết Google trong mục Bảo mật");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void an_id_token_with_a_fault_is_refused(Fault fault) {
        shop.google.spoil(email, fault);
        assertThat(signIn("/login/google", email, true).status()).isEqualTo(422);
        assertThat(account("true")).isZero();
    }

    @Test
    void who_comes_back_must_be_who_was_sent_and_comes_back_once() {
        Seen chosen = choose(browser.get("/login/google"), email, true);
        assertThat(new Browser(shop.urls.getFirst()).follow(chosen).status()).isEqualTo(422);
        assertThat(browser.follow(chosen).status()).isEqualTo(303);
        assertThat(browser.follow(chosen).status()).isEqualTo(422);
    }

    @Test
    void another_state_is_refused() {
        Seen chosen = choose(browser.get("/login/google"), email, true);
        assertThat(browser.get(chosen.location().replaceAll("state=[^&]+", "state=another"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void who_thinks_better_of_it_is_back_at_the_login() {
        browser.get("/login/google");
        assertThat(browser.get("/login/google/return?error=access_denied").location())
                .isEqualTo("/login");
    }

    @Test
    void a_second_factor_is_asked_for_after_google_too() {
        Client customer = shop.client(0).becomeCustomer();
        Authenticator app = Authenticator.setUp(customer);
        Seen back = signIn("/login/google?next=/orders", customer.email(), true);
        assertThat(back.location()).isEqualTo("/login/code?next=%2Forders");
        assertThat(browser.get("/account").location()).startsWith("/login");
        Seen form = browser.follow(back);
        assertThat(browser.submit(form, "/login/code", Map.of("code", "000000")).status())
                .isEqualTo(400);
        assertThat(browser.submit(form, "/login/code", Map.of("code", app.nextCode()))
                        .location())
                .isEqualTo("/orders");
        assertThat(browser.get("/account").status()).isEqualTo(200);
    }

    @Test
    void an_account_is_linked_and_unlinked_by_its_owner_with_the_password() {
        Client customer = shop.client(0).becomeCustomer();
        logIn(customer);
        Seen page = browser.get("/account/security/google");
        String action = "/account/security/google";
        assertThat(browser.submit(page, action, Map.of("password", "not the password"))
                        .status())
                .isEqualTo(400);
        Seen sent = browser.submit(page, action, Map.of("password", Client.PASSWORD));
        Seen back = browser.follow(choose(sent, email, false));
        assertThat(back.location()).isEqualTo("/account/security?done=google-on");
        assertThat(customer.mail("A Google account was linked").text()).contains("/en/forgot-password");
        JsonObject linked = export(customer).getJsonObject("google");
        assertThat(linked.getString("subject")).isNotBlank();
        assertThat(linked.getInstant("since")).isBefore(Instant.now());
        Browser other = new Browser(shop.urls.getLast());
        assertThat(other.follow(choose(other, other.get("/login/google"), email, false))
                        .location())
                .isEqualTo("/account");

        Seen form = browser.get("/account/security/google");
        assertThat(browser.submit(form, action + "/off", Map.of("password", Client.PASSWORD))
                        .location())
                .isEqualTo("/account/security?done=google-off");
        assertThat(customer.mail("Your Google account was unlinked").text()).contains("link Google again");
        assertThat(export(customer).containsKey("google")).isFalse();
        assertThat(signIn("/login/google", email, false).status()).isEqualTo(409);
    }

    @Test
    void what_belongs_to_somebody_else_already_is_not_linked() {
        signIn("/login/google", email, true);
        Client customer = shop.client(0).becomeCustomer();
        Browser another = new Browser(shop.urls.getFirst());
        another.submit(another.get("/login"), "/login", Map.of("email", customer.email(), "password", Client.PASSWORD));
        Seen sent = another.submit(
                another.get("/account/security/google"),
                "/account/security/google",
                Map.of("password", Client.PASSWORD));
        assertThat(another.follow(choose(another, sent, email, true)).status()).isEqualTo(409);
    }

    @Test
    void without_a_password_google_stays_linked() {
        signIn("/login/google", email, true);
        assertThat(browser.get("/account/security/google").html()).contains("/forgot-password");
        assertThat(browser.post("/account/security/google/off", Map.of("password", "anything"), "same-origin")
                        .status())
                .isEqualTo(409);
    }

    private static JsonObject export(Client customer) {
        return customer.post("/api/v1/me/export", new JsonObject().put("password", Client.PASSWORD))
                .expect(200)
                .json();
    }

    private static String title(Seen page) {
        return page.html().replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1");
    }

    private void logIn(Client customer) {
        browser.submit(browser.get("/login"), "/login", Map.of("email", customer.email(), "password", Client.PASSWORD));
    }

    private Seen signIn(String path, String address, boolean verified) {
        return browser.follow(choose(browser.get(path), address, verified));
    }

    private Seen choose(Seen sent, String address, boolean verified) {
        return choose(browser, sent, address, verified);
    }

    /** At Google: says who one is. */
    private static Seen choose(Browser browser, Seen sent, String address, boolean verified) {
        assertThat(sent.status()).as(sent.html()).isEqualTo(303);
        Map<String, String> fields = new HashMap<>();
        for (String pair : sent.location().split("[?]")[1].split("&")) {
            String[] field = pair.split("=", 2);
            fields.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8));
        }
        fields.putAll(Map.of("email", address, "name", "Đỗ Gia Hân", "verified", String.valueOf(verified)));
        fields.put("hosted", String.valueOf(!address.endsWith(ELSEWHERE)));
        assertThat(browser.get(sent.location()).status()).isEqualTo(200);
        return browser.post(sent.location().split("[?]")[0], fields, "same-origin");
    }

    private long account(String condition) {
        return shop.number("select count(*) from account.account a where email = ? and " + condition, email);
    }
}
