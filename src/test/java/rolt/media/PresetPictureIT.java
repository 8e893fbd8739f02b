package rolt.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Client;
import rolt.FullShelves;
import rolt.TestShop;
import rolt.media.MediaMessages.RemovePicture;
import rolt.platform.Caller;
import rolt.platform.Role;

/** A preset's picture is an uploaded one like any other, and kept for as long as it is shown. */
@ExtendWith(FullShelves.class)
class PresetPictureIT {
    private final TestShop shop = TestShop.running();

    @Test
    void a_preset_shows_an_uploaded_picture_until_it_is_removed() {
        Client designer = shop.client(0).becomeStaff(Role.CONTENT_DESIGNER);
        JsonObject words = new JsonObject().put("vi", "Có ảnh").put("en", "With a picture");
        JsonObject selection =
                new JsonObject().put("kitSku", "SONG60-BLACK").put("keycapSkus", new JsonArray().add("GBT-BASE"));
        String preset = "/api/v1/staff/presets/"
                + designer.post(
                                "/api/v1/staff/presets",
                                new JsonObject()
                                        .put("title", words)
                                        .put("text", words)
                                        .put("selection", selection))
                        .expect(201)
                        .json()
                        .getString("id");

        String first = show(designer, preset);
        String second = show(designer.at(1), preset);
        assertThat(shop.number("select count(*) from media.picture where id = ?::uuid", first))
                .isZero();
        shop.platform()
                .bus()
                .request(Caller.system("test"), "media.removePicture", new RemovePicture(UUID.fromString(second)))
                .await();
        assertThat(shop.number("select count(*) from media.picture where id = ?::uuid", second))
                .isOne();

        designer.delete(preset + "/picture").expect(200);
        assertThat(shop.number("select count(*) from media.picture where id = ?::uuid", second))
                .isZero();
        designer.delete(preset).expect(204);
    }

    private static String show(Client designer, String preset) {
        String picture = Uploading.upload(designer, "POST", "/api/v1/pictures", Pixels.file("png", 60, 40))
                .expect(201)
                .json()
                .getString("id");
        JsonObject shown = designer.put(preset + "/picture", new JsonObject().put("pictureId", picture))
                .expect(200)
                .json();
        assertThat(shown.getJsonObject("picture").getString("large")).contains(picture);
        return picture;
    }
}
