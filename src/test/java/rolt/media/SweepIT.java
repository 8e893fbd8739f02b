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
import rolt.account.AccountMessages;
import rolt.account.AccountMessages.AccountChanged;
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

    @Test
    void what_a_deleted_account_uploaded_goes_with_the_next_sweep() {
        Client customer = SHOP.client(0).becomeCustomer();
        UUID owner = id(customer);
        JsonObject shown =
                change(customer, Pixels.file("png", 30, 20)).expect(200).json();
        upload(customer, "POST", "/api/v1/pictures", Pixels.file("png", 3, 2)).expect(201);
        SHOP.number("delete from account.account where id = ?", owner);
        assertThat(uploadedBy(owner)).isEqualTo(3);
        sweep();
        assertThat(uploadedBy(owner)).isZero();
        SHOP.client(0).get(shown.getString("large")).expect(404);
    }

    @Test
    void a_hint_that_an_account_is_gone_removes_what_it_uploaded_at_once() {
        Client customer = SHOP.client(0).becomeCustomer();
        UUID owner = id(customer);
        change(customer, Pixels.file("png", 30, 20)).expect(200);
        SHOP.number("delete from account.account where id = ?", owner);
        SHOP.platform().bus().publish(AccountMessages.CHANGED, new AccountChanged(owner));
        Instant patience = Instant.now().plusSeconds(20);
        while (uploadedBy(owner) > 0 && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        assertThat(uploadedBy(owner)).isZero();
    }

    private static void sweep() {
        SHOP.platform()
                .bus()
                .request(Caller.system("test"), "media.sweepPictures", new SweepPictures(1_000))
                .await();
    }

    /** Pictures, and days on which there were some. */
    private static long uploadedBy(UUID owner) {
        return SHOP.number("""
                select (select count(*) from media.picture where owner_id = ?)
                    + (select count(*) from media.upload_count where account_id = ?)
                """, owner, owner);
    }
}
