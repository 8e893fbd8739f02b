package rolt.media;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.media.Uploading.change;
import static rolt.media.Uploading.id;
import static rolt.media.Uploading.rows;
import static rolt.media.Uploading.upload;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.media.MediaMessages.SweepPictures;
import rolt.platform.Caller;

/** What is removed because nobody needs it any more. */
class SweepIT {
    private static final TestShop SHOP = TestShop.running();

    @Test
    void what_nothing_uses_is_swept_after_a_day_with_its_files() {
        Client customer = SHOP.client(0).becomeCustomer();
        byte[] file = Pixels.file("png", 30, 20);
        JsonObject used = change(customer, file).expect(200).json();
        JsonObject fresh =
                upload(customer, "POST", "/api/v1/pictures", file).expect(201).json();
        JsonObject orphan =
                upload(customer, "POST", "/api/v1/pictures", file).expect(201).json();
        for (JsonObject old : new JsonObject[] {used, orphan}) {
            SHOP.number(
                    "update media.picture set created_at = now() - interval '25 hours' where id = ?",
                    UUID.fromString(old.getString("id")));
        }
        sweep();
        SHOP.client(0).get(used.getString("large")).expect(200);
        SHOP.client(0).get(fresh.getString("large")).expect(200);
        SHOP.client(0).get(orphan.getString("large")).expect(404);
        assertThat(rows(customer)).isEqualTo(2);
    }

    @Test
    void what_a_killed_node_left_is_swept() throws Exception {
        for (String folder : new String[] {"uploads", "begun"}) {
            Path old = Files.writeString(Path.of("target/test-shop/media", folder, UUID.randomUUID() + ""), "half");
            Path fresh = Files.writeString(old.resolveSibling(UUID.randomUUID() + ""), "half");
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
            sweep();
            assertThat(old).doesNotExist();
            assertThat(fresh).exists();
            Files.delete(fresh);
        }
    }

    private static void sweep() {
        SHOP.platform()
                .bus()
                .request(Caller.system("test"), "media.sweepPictures", new SweepPictures(1_000))
                .await();
    }
}
