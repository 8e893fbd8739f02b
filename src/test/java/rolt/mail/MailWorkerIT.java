package rolt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.account.AccountHouse;
import rolt.dev.Mailbox;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.Mail;
import rolt.platform.Language;
import rolt.platform.Outbox;

class MailWorkerIT {
    private final AccountHouse house = AccountHouse.open();

    @Test
    void a_mail_that_is_sent_twice_has_the_same_message_id() throws InterruptedException {
        String email = AccountHouse.email();
        String key = "already-registered/" + email;
        add(key, Mail.of(Language.VI, email, new AlreadyRegistered("Mai", "http://shop.test/login")));
        Mailbox.Mail first = house.mail(email);
        house.mailbox().clear();
        sendAgain(key, Mail.of(Language.VI, email, new AlreadyRegistered("Mai", "http://shop.test/login")));
        Mailbox.Mail second = house.mail(email);
        assertThat(second.messageId()).isEqualTo(first.messageId()).endsWith("@shop.test>");
        assertThat(second.html()).contains("Đăng nhập");
    }

    @Test
    void a_mail_that_cannot_be_written_is_parked_and_stops_no_other() throws InterruptedException {
        String broken = "broken/" + UUID.randomUUID();
        add(broken, new Mail("Unheard", Language.VI, "nobody@example.vn", new JsonObject()));
        String email = AccountHouse.email();
        add("well/" + email, Mail.of(Language.EN, email, new AlreadyRegistered("Mai", "http://shop.test/login")));
        assertThat(house.mail(email).subject()).isEqualTo("You already have a ROLT account");
        String error = house.onVirtualThread(() -> house.platform()
                .database()
                .find(
                        "select last_error from platform.outbox where key = $1 and due = 'infinity' and done_at is null",
                        row -> row.getString(0),
                        broken)
                .orElseThrow());
        assertThat(error).contains("Unheard");
    }

    @Test
    void the_delay_grows_up_to_four_hours() {
        assertThat(MailWorker.delay(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(MailWorker.delay(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(MailWorker.delay(12)).isEqualTo(Duration.ofHours(4));
    }

    private void add(String key, Mail mail) {
        house.onVirtualThread(() -> house.platform().database().transaction(transaction -> {
            Outbox.add(transaction, Outbox.Kind.MAIL, key, mail);
            return null;
        }));
        house.platform().bus().publish(Outbox.HINT, new JsonObject());
    }

    /** The first mail arrives before its row says so; only a row that is done can be sent again. */
    private void sendAgain(String key, Mail mail) {
        int changed = 0;
        for (int tries = 0; tries < 1_000 && changed == 0; tries++) {
            changed = house.onVirtualThread(() -> house.platform()
                    .database()
                    .run(
                            "update platform.outbox set done_at = null, due = now(), payload = $2"
                                    + " where key = $1 and done_at is not null",
                            key,
                            rolt.platform.Json.object(mail)));
        }
        assertThat(changed).isOne();
    }
}
