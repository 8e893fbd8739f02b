package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.gateway.Refusals.assertProblem;
import static rolt.gateway.Refusals.faultsOf;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Client;
import rolt.Client.Answer;
import rolt.TestShop;
import rolt.platform.Role;

/** Forms that no browser would send, to an operation that takes a file. */
class UploadIT {
    private static final String PATH = "/api/v1/pictures";
    private static final String FORM = "multipart/form-data; boundary=x";
    private static final String PART =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc\r\n";

    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeStaff(Set.of(Role.CUSTOMER));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc",
                "--x\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nabc\r\n--x--\r\n",
                "--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename*=FOO''x\r\n\r\nabc\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc\r\n--x--\r\n",
                "--x--\r\n",
                "abc"
            })
    void a_form_that_is_broken_or_has_no_file_is_a_400_and_leaves_nothing(String form) throws IOException {
        assertProblem(send(FORM, form), 400);
        assertNothingLeft();
    }

    @Test
    void two_files_are_refused() throws IOException {
        Answer refused = send(FORM, PART + PART + "--x--\r\n");
        assertProblem(refused, 400);
        assertThat(faultsOf(refused)).containsExactly("file single");
        assertNothingLeft();
    }

    @Test
    void a_hundred_thousand_files_are_refused_and_leave_nothing() throws IOException {
        assertProblem(send(FORM, PART.repeat(100_000) + "--x--\r\n"), 400);
        assertNothingLeft();
    }

    @Test
    void an_unknown_charset_is_a_400() throws IOException {
        assertProblem(send(FORM + "; charset=foo", PART + "--x--\r\n"), 400);
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data-evil; boundary=x", "multipart/mixed; boundary=x", "image/png"})
    void another_type_is_refused(String type) {
        assertProblem(send(type, PART + "--x--\r\n"), 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/api/v1/tokens",
                "/api/v1/session",
                "/api/v1/accounts",
                "/api/v1/cart/lines",
                "/eventbus/1/2/xhr_send"
            })
    void who_takes_no_file_takes_no_form_of_files(String path) {
        Client visitor = shop.client(0);
        for (String type : new String[] {FORM, FORM + "; charset=foo", "multipart/form-data"}) {
            Answer refused = visitor.send(
                    visitor.request(path).header("Content-Type", type).POST(BodyPublishers.ofString("--x\r\n")));
            assertThat(refused.status()).as(type).isEqualTo(415);
        }
    }

    @Test
    void an_account_has_three_uploads_open_at_most() throws IOException {
        customer.becomeCustomer();
        String token = shop.client(0)
                .post(
                        "/api/v1/tokens",
                        new JsonObject().put("email", customer.email()).put("password", Client.PASSWORD))
                .expect(201)
                .json()
                .getString("accessToken");
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(begin(token));
        }
        assertThat(send(FORM, PART + "--x--\r\n").expect(429).json().getString("code"))
                .isEqualTo("too-often");
        for (Socket socket : open) {
            socket.getOutputStream().write("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(line(socket)).contains("400");
            socket.close();
        }
        assertThat(faultsOf(send(FORM, PART + "--x--\r\n"))).containsExactly("file picture.type");
        assertNothingLeft();
    }

    /** A form of which the end is held back, once the shop has asked for it. */
    private Socket begin(String token) throws IOException {
        URI uri = URI.create(shop.urls.getFirst());
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(20_000);
        String begun = PART.strip();
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: " + FORM + "\r\nExpect: 100-continue\r\nContent-Length: " + (begun.length() + 9)
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        assertThat(line(socket)).contains("100");
        assertThat(line(socket)).isEmpty();
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n';
                next = socket.getInputStream().read()) {
            assertThat(next).as(line.toString()).isNotNegative();
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private Answer send(String type, String form) {
        return customer.send(customer.request(PATH).header("Content-Type", type).POST(BodyPublishers.ofString(form)));
    }

    private static void assertNothingLeft() throws IOException {
        try (var files = Files.list(Path.of("target/test-shop/media/uploads"))) {
            assertThat(files).isEmpty();
        }
    }
}
