package rolt.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.chat.Talk.messages;
import static rolt.chat.Talk.path;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Eventually;
import rolt.TestShop;
import rolt.media.MediaMessages.SweepPictures;
import rolt.media.Pixels;
import rolt.media.Uploading;
import rolt.platform.Caller;
import rolt.platform.Role;

/** Pictures in conversations, on two nodes. */
class ChatPicturesIT {
    private static final byte[] PICTURE = Pixels.file("png", 30, 20);
    private static final byte[] OTHER_PICTURE = Pixels.file("png", 20, 30);

    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);

    @Test
    void a_picture_with_words_is_a_message_that_is_sent_once_and_kept() {
        String code = Talk.open(customer, hai);
        String id = UUID.randomUUID().toString();
        Map<String, String> words = Map.of("text", " Phím Enter đây\r\n<b>này</b> ", "csrf", "ignored");
        JsonObject sent = send(customer, code, id, PICTURE, words).expect(200).json();
        assertThat(sent.getString("kind")).isEqualTo("PICTURE");
        assertThat(sent.getString("text")).isEqualTo("Phím Enter đây\n<b>này</b>");
        assertThat(messages(hai, code).getLast()).isEqualTo(sent);
        assertThat(send(customer.at(1), code, id, PICTURE, words).expect(200).json())
                .isEqualTo(sent);
        send(customer, code, id, PICTURE, Map.of()).expect(422);
        Answer other = send(customer, code, id, OTHER_PICTURE, words).expect(422);
        assertThat(other.json().getString("code")).isEqualTo("idempotency.other-body");
        Talk.say(customer, code, id, "Phím Enter đây").expect(422);
        assertThat(pictures(customer)).isOne();
        // Of one that was sent before pictures were told apart the words alone are known.
        shop.text("update chat.message set picture_digest = null where client_id = ?", id);
        assertThat(send(customer, code, id, OTHER_PICTURE, words).expect(200).json())
                .isEqualTo(sent);

        shop.text(
                "update media.picture set created_at = now() - interval '25 hours' where id = ?::uuid",
                sent.getString("pictureId"));
        shop.platform()
                .bus()
                .request(Caller.system("test"), "media.sweepPictures", new SweepPictures(1_000))
                .await();
        shop.client(1).get("/media/" + sent.getString("pictureId") + "/640.jpg").expect(200);
        JsonObject bare = send(hai, code, PICTURE).expect(200).json();
        assertThat(bare.getString("text")).isNull();
    }

    @Test
    void what_is_no_picture_or_too_large_is_refused_and_leaves_nothing() {
        String code = Talk.open(customer, hai);
        send(customer, code, "no picture".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .expect(400);
        send(customer, code, new byte[11 << 20]).expect(413);
        send(customer, code, "short", PICTURE, Map.of()).expect(400);
        send(customer, code, UUID.randomUUID().toString(), PICTURE, Map.of("text", "a\u202Eb"))
                .expect(400);
        Uploading.upload(customer, "POST", path(code) + "/pictures", PICTURE).expect(400);
        assertThat(messages(customer, code)).hasSize(2);
        assertThat(pictures(customer)).isZero();
    }

    @Test
    void who_may_not_write_sends_no_picture() {
        String code = Talk.open(customer, hai);
        Client lan = shop.client(0).becomeStaff(Role.TECHNICIAN);
        send(lan, code, PICTURE).expect(404);
        send(shop.client(1).becomeCustomer(), code, PICTURE).expect(404);
        send(shop.client(1), code, PICTURE).expect(401);
        Talk.handOver(hai, code, shop.text("select id from account.account where email = ?", lan.email()))
                .expect(200);
        assertThat(send(hai, code, PICTURE).expect(403).json().getString("code"))
                .isEqualTo("chat.view-only");
        send(lan, code, PICTURE).expect(200);
        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        assertThat(send(customer, code, PICTURE).expect(409).json().getString("code"))
                .isEqualTo("chat.closed");
        assertThat(pictures(hai) + pictures(customer)).isZero();
    }

    @Test
    void of_one_picture_that_is_sent_twice_at_once_one_stays() throws Exception {
        String code = Talk.open(customer, hai);
        String id = UUID.randomUUID().toString();
        List<Answer> answers = Talk.atOnce(List.of(
                () -> send(customer.at(0), code, id, PICTURE, Map.of()),
                () -> send(customer.at(1), code, id, PICTURE, Map.of())));
        // One who is still busy with the other one may be asked to wait.
        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 429);
        assertThat(messages(customer, code)).hasSize(3);
        assertThat(Eventually.ask(() -> pictures(customer), left -> left == 1)).isOne();
    }

    private static Answer send(Client person, String code, byte[] file) {
        return send(person, code, UUID.randomUUID().toString(), file, Map.of());
    }

    private static Answer send(Client person, String code, String clientId, byte[] file, Map<String, String> texts) {
        return Uploading.upload(person, "POST", path(code) + "/pictures?clientId=" + clientId, file, texts);
    }

    private long pictures(Client person) {
        return shop.number(
                "select count(*) from media.picture p join account.account a on a.id = p.owner_id where a.email = ?",
                person.email());
    }
}
