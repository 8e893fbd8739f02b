package rolt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.Eventually;
import rolt.account.AccountHouse;
import rolt.dev.mailbox.Mailbox;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.Mail;
import rolt.platform.Json;
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
        String sql =
                "select last_error from platform.outbox" + " where key = $1 and due = 'infinity' and done_at is null";
        Optional<String> error =
                Eventually.ask(() -> house.database().find(sql, row -> row.getString(0), broken), Optional::isPresent);
        assertThat(error.orElseThrow()).contains("Unheard");
    }

    @Test
    void the_delay_grows_up_to_four_hours() {
        assertThat(MailWorker.delay(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(MailWorker.delay(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(MailWorker.delay(12)).isEqualTo(Duration.ofHours(4));
    }

    private void add(String key, Mail mail) {
        house.database().transaction(transaction -> {
            Outbox.add(transaction, Outbox.Kind.MAIL, key, mail);
            return null;
        });
        house.platform().bus().publish(Outbox.HINT, new JsonObject());
    }

    /** Only a row that is done can be sent again. */
    private void sendAgain(String key, Mail mail) {
        String sql = "update platform.outbox set done_at = null, due = now(), payload = $2"
                + " where key = $1 and done_at is not null";
        Eventually.ask(() -> house.database().run(sql, key, Json.object(mail)), changed -> changed == 1);
    }
}
