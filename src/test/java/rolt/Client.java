package rolt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.account.AccountMessages;
import rolt.account.AccountMessages.AccountChanged;
import rolt.dev.mailbox.Mailbox.Mail;
import rolt.platform.Role;

/** An API client, as a shopper's own program would be. */
public final class Client {
    public static final String PASSWORD = "ban-phim-go-that-em-99";

    private static final HttpClient HTTP = HttpClient.newBuilder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s?]+[?]token=[A-Za-z0-9_-]+");
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

    private final TestShop shop;
    private final String url;
    private String bearer;
    private String email;

    Client(TestShop shop, String url) {
        this.shop = shop;
        this.url = url;
    }

    public record Answer(int status, JsonObject json, HttpResponse<String> http) {
        public Answer expect(int wanted) {
            assertThat(status).as(http.body()).isEqualTo(wanted);
            return this;
        }
    }

    public String email() {
        return email;
    }

    /** The access token, for ways in other than this. */
    public String bearer() {
        return bearer;
    }

    /** The same person at another node. */
    public Client at(int node) {
        Client other = new Client(shop, shop.urls.get(node));
        other.bearer = bearer;
        other.email = email;
        return other;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Asks until the node has heard that the session is over: the other one tells it by an event. */
    public void awaitLoggedOut() {
        Eventually.ask(() -> get("/api/v1/me").status(), status -> status == 401);
    }

    public Answer post(String path, JsonObject body) {
        return send(json(path, body).POST(BodyPublishers.ofString(body.encode())));
    }

    public Answer put(String path, JsonObject body) {
        return send(json(path, body).PUT(BodyPublishers.ofString(body.encode())));
    }

    public Answer patch(String path, JsonObject body) {
        return send(json(path, body).method("PATCH", BodyPublishers.ofString(body.encode())));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, JsonObject body, String idempotencyKey) {
        return send(json(path, body)
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body.encode())));
    }

    /** Anything at all, for bad input. */
    public Answer send(HttpRequest.Builder request) {
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonObject json =
                    type.contains("json") && response.body().startsWith("{") ? new JsonObject(response.body()) : null;
            return new Answer(response.statusCode(), json, response);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path))
                .timeout(PATIENCE)
                .header("Accept-Language", "en");
    }

    private HttpRequest.Builder json(String path, JsonObject body) {
        return request(path).header("Content-Type", "application/json");
    }

    /** Registers, verifies the address by the mail, and logs in. */
    public Client becomeCustomer() {
        email = "khach-" + UUID.randomUUID() + "@example.com";
        JsonObject person =
                new JsonObject().put("email", email).put("password", PASSWORD).put("name", "Nguyễn Minh Anh");
        post("/api/v1/accounts", person).expect(202);
        JsonObject proof = new JsonObject().put("token", mailedToken()).put("password", PASSWORD);
        post("/api/v1/accounts/verification", proof).expect(200);
        return logIn(email);
    }

    /** Logs in as a customer whom another client has made. */
    public Client logIn(String address) {
        return logIn(address, PASSWORD);
    }

    public Client logIn(String address, String password) {
        email = address;
        JsonObject credentials = new JsonObject().put("email", email).put("password", password);
        bearer = post("/api/v1/tokens", credentials).expect(201).json().getString("accessToken");
        return this;
    }

    /** Somebody with a verified address and these roles, as if an administrator had given them; logged in. */
    public Client becomeStaff(Set<Role> roles) {
        email = "nhan-vien-" + UUID.randomUUID() + "@example.com";
        bearer = shop.signIn(email, roles);
        return this;
    }

    /** As {@link #becomeStaff(Set)}, with a password, and able to buy. */
    public Client becomeStaff(Role... roles) {
        becomeCustomer();
        for (Role role : roles) {
            shop.text(
                    "insert into account.account_role select id, ? from account.account where email = ?",
                    role.name(),
                    email);
        }
        String account = shop.text("select id from account.account where email = ?", email);
        shop.platform().bus().publish(AccountMessages.CHANGED, new AccountChanged(UUID.fromString(account)));
        return this;
    }

    /** Whose mails are read. */
    public Client named(String address) {
        email = address;
        return this;
    }

    public Client withBearer(String token) {
        bearer = token;
        return this;
    }

    /** The link with a token in {@link #mail} about this. */
    public String mailedLink(String subject) {
        Mail mail = mail(subject);
        Matcher matcher = LINK.matcher(mail.text());
        assertThat(matcher.find()).as(mail.text()).isTrue();
        return matcher.group();
    }

    private String mailedToken() {
        Mail mail = mail("");
        Matcher matcher = TOKEN.matcher(mail.text());
        assertThat(matcher.find()).as(mail.text()).isTrue();
        return matcher.group(1);
    }

    /** The first mail to this person whose subject contains the words; waits for it. */
    public Mail mail(String subject) {
        try {
            return shop.mailbox
                    .await(mail -> mail.to().contains(email) && mail.subject().contains(subject), PATIENCE)
                    .orElseThrow(() -> new AssertionError("No mail to " + email + " about " + subject));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
