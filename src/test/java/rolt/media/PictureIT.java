package rolt.media;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.media.Uploading.change;
import static rolt.media.Uploading.id;
import static rolt.media.Uploading.me;
import static rolt.media.Uploading.rows;
import static rolt.media.Uploading.upload;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.Client;
import rolt.Client.Answer;
import rolt.TestShop;

/** Uploads over HTTP against two nodes, and what becomes of them. */
class PictureIT {
    private static final TestShop SHOP = TestShop.running();

    @Test
    void a_picture_is_uploaded_at_one_node_and_served_by_the_other() {
        Client customer = SHOP.client(0).becomeCustomer();
        JsonObject picture = upload(customer, "POST", "/api/v1/pictures", Pixels.turned(80, 40, 6))
                .expect(201)
                .json();
        assertThat(picture.getInteger("width")).isEqualTo(40);
        Answer served = SHOP.client(1).get(picture.getString("large")).expect(200);
        assertThat(served.http().headers().map())
                .containsEntry("content-type", java.util.List.of("image/jpeg"))
                .containsEntry("cache-control", java.util.List.of("public, max-age=31536000, immutable"))
                .containsEntry("x-content-type-options", java.util.List.of("nosniff"))
                .containsKey("etag");
        String etag = served.http().headers().firstValue("etag").orElseThrow();
        Client anyone = SHOP.client(0);
        anyone.send(anyone.request(picture.getString("large"))
                        .header("If-None-Match", etag)
                        .GET())
                .expect(304);
        Answer head =
                anyone.send(anyone.request(picture.getString("large")).HEAD()).expect(200);
        assertThat(head.http().headers().firstValue("etag")).contains(etag);
        SHOP.client(0).get(picture.getString("small")).expect(200);
        SHOP.client(0).get(picture.getString("medium")).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/media/../../etc/passwd",
        "/media/%2e%2e/x.jpg",
        "/media/01998f6e-2c1b-7d3a-9a61-5f0c1e2d3b4a/160.jpg",
        "/media/01998f6e-2c1b-7d3a-9a61-5f0c1e2d3b4a/161.jpg",
        "/media/uploads"
    })
    void nothing_else_is_served(String path) {
        SHOP.client(0).get(path).expect(404);
    }

    @Test
    void the_picture_of_an_account_is_shown_replaced_and_removed() {
        Client customer = SHOP.client(0).becomeCustomer();
        assertThat(me(customer).containsKey("picture")).isFalse();
        JsonObject first =
                change(customer, Pixels.file("png", 300, 200)).expect(200).json();
        assertThat(me(customer).getJsonObject("picture")).isEqualTo(first);
        JsonObject second =
                change(customer.at(1), Pixels.file("gif", 30, 20)).expect(200).json();
        assertThat(me(customer).getJsonObject("picture")).isEqualTo(second);
        SHOP.client(0).get(first.getString("large")).expect(404);
        customer.delete("/api/v1/me/picture").expect(204);
        customer.delete("/api/v1/me/picture").expect(204);
        assertThat(me(customer).containsKey("picture")).isFalse();
        SHOP.client(0).get(second.getString("small")).expect(404);
        assertThat(rows(customer)).isZero();
    }

    @Test
    void a_stranger_uploads_nothing_and_changes_no_ones_picture() {
        Client customer = SHOP.client(0).becomeCustomer();
        JsonObject picture =
                change(customer, Pixels.file("png", 30, 20)).expect(200).json();
        byte[] file = Pixels.file("png", 30, 20);
        Answer refused =
                upload(SHOP.client(0), "PUT", "/api/v1/me/picture", file).expect(401);
        assertThat(refused.json().getString("code")).isEqualTo("sign-in-needed");
        Client other = SHOP.client(1).becomeCustomer();
        other.delete("/api/v1/me/picture").expect(204);
        change(other, file).expect(200);
        assertThat(me(customer).getJsonObject("picture")).isEqualTo(picture);
    }

    @Test
    void a_file_of_more_than_ten_megabytes_is_refused_by_name() {
        Client customer = SHOP.client(0).becomeCustomer();
        Answer refused = change(customer, new byte[11 << 20]).expect(413);
        assertThat(violation(refused)).isEqualTo("file megabytes");
        assertThat(violation(change(customer, new byte[(10 << 20) + 1]).expect(413)))
                .isEqualTo("file megabytes");
        assertThat(rows(customer)).isZero();
    }

    @Test
    void what_only_calls_itself_a_picture_is_refused_and_leaves_nothing() {
        Client customer = SHOP.client(0).becomeCustomer();
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8);
        assertThat(violation(change(customer, svg).expect(400))).isEqualTo("file picture.type");
        assertThat(violation(change(customer, Pixels.claiming(16_000, 16_000)).expect(400)))
                .isEqualTo("file picture.pixels");
        byte[] cut = java.util.Arrays.copyOf(Pixels.file("jpeg", 300, 200), 900);
        assertThat(violation(change(customer, cut).expect(400))).isEqualTo("file picture.broken");
        assertThat(violation(change(customer, new byte[0]).expect(400))).isEqualTo("file required");
        customer.send(customer.request("/api/v1/me/picture").PUT(BodyPublishers.ofString("{}")))
                .expect(415);
        assertThat(rows(customer)).isZero();
    }

    @Test
    void parallel_uploads_leave_one_picture_and_no_file_of_the_others() {
        Client customer = SHOP.client(0).becomeCustomer();
        byte[] file = Pixels.file("jpeg", 2_000, 1_500);
        Set<Integer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> change(customer.at(i % 2), file).status())
                .collect(Collectors.toSet());
        assertThat(answers).isSubsetOf(200, 429).contains(200);
        String shown = me(customer).getJsonObject("picture").getString("id");
        assertThat(SHOP.text("select string_agg(id::text, ' ') from media.picture where owner_id = ?", id(customer)))
                .isEqualTo(shown);
    }

    @Test
    void a_day_has_its_number_of_uploads() {
        Client customer = SHOP.client(0).becomeCustomer();
        byte[] file = Pixels.file("png", 3, 2);
        change(customer, file).expect(200);
        SHOP.number("update media.upload_count set uploads = 100 where account_id = ?", id(customer));
        assertThat(change(customer, file).expect(429).json().getString("code")).isEqualTo("pictures.enough");
    }

    @Test
    void a_store_that_cannot_be_written_is_told_and_leaves_no_row() throws Exception {
        Client customer = SHOP.client(0).becomeCustomer();
        Path begun = Path.of("target/test-shop/media/begun");
        Path away = begun.resolveSibling("away");
        Files.move(begun, away);
        try {
            Answer refused = change(customer, Pixels.file("png", 30, 20)).expect(503);
            assertThat(refused.json().getString("code")).isEqualTo("unavailable");
        } finally {
            Files.move(away, begun);
        }
        assertThat(rows(customer)).isZero();
        change(customer, Pixels.file("png", 30, 20)).expect(200);
    }

    @Test
    void one_picture_of_an_account_is_worked_on_at_a_time() {
        Client customer = SHOP.client(0).becomeCustomer();
        byte[] file = Pixels.file("png", 4_000, 4_000);
        Set<Integer> answers = IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> change(customer, file).status())
                .collect(Collectors.toSet());
        assertThat(answers).containsExactlyInAnyOrder(200, 429);
    }

    @Test
    void no_upload_is_left_behind() throws Exception {
        Client customer = SHOP.client(0).becomeCustomer();
        change(customer, Pixels.file("png", new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB)))
                .expect(200);
        change(customer, new byte[11 << 20]).expect(413);
        try (var files = Files.list(Path.of("target/test-shop/media/uploads"))) {
            assertThat(files).isEmpty();
        }
    }

    private static String violation(Answer refused) {
        JsonObject violation = refused.json().getJsonArray("violations").getJsonObject(0);
        return violation.getString("field") + " " + violation.getString("rule");
    }
}
