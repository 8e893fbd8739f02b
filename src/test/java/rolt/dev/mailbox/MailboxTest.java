package rolt.dev.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.web.client.WebClient;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.dev.DevConsole;

@ExtendWith(VertxExtension.class)
class MailboxTest {
    private static final String SUBJECT = "Đơn hàng RK-2041 đã được thanh toán – cảm ơn bạn đã đặt bàn phím ở ROLT";

    private Vertx vertx;
    private Mailbox mailbox;
    private MailClient client;

    @BeforeEach
    void start(Vertx vertx) {
        this.vertx = vertx;
        mailbox = Mailbox.start();
        client = sender(mailbox);
    }

    private MailClient sender(Mailbox to) {
        var address = URI.create(to.url());
        return MailClient.create(
                vertx, new MailConfig().setHostname(address.getHost()).setPort(address.getPort()));
    }

    @AfterEach
    void stop() {
        client.close().await();
        mailbox.close();
    }

    @Test
    void a_mail_of_two_parts_is_read_with_its_vietnamese_subject() {
        client.sendMail(mail("lan@example.com")
                        .setText("Chào Lan, bàn phím đang được lắp.")
                        .setHtml("<p>Chào <b>Lan</b>, bàn phím đang được lắp.</p>"))
                .await();
        var mail = mailbox.mails().getFirst();
        assertThat(mail.subject()).isEqualTo(SUBJECT);
        assertThat(mail.from()).isEqualTo("Xưởng ROLT <shop@rolt.local>");
        assertThat(mail.to()).isEqualTo("lan@example.com");
        assertThat(mail.text()).isEqualTo("Chào Lan, bàn phím đang được lắp.");
        assertThat(mail.html()).isEqualTo("<p>Chào <b>Lan</b>, bàn phím đang được lắp.</p>");
        assertThat(mail.messageId()).isEqualTo("<rk-2041@rolt.local>");
        assertThat(mail.headers()).contains("MIME-Version: 1.0");
    }

    @Test
    void every_recipient_gets_one_and_the_newest_is_first() {
        client.sendMail(mail("a@example.com").setText("1")).await();
        client.sendMail(mail("b@example.com").setCc("c@example.com").setText("2"))
                .await();
        assertThat(mailbox.mails())
                .extracting(Mailbox.Mail::to)
                .containsExactlyInAnyOrder("a@example.com", "b@example.com", "c@example.com");
        assertThat(mailbox.mails().getLast().to()).isEqualTo("a@example.com");
    }

    @Test
    void only_the_last_ones_are_kept() {
        try (var small = Mailbox.start(0, 2)) {
            var sender = sender(small);
            for (var text : List.of("1", "2", "3")) {
                sender.sendMail(mail("a@example.com").setText(text)).await();
            }
            assertThat(small.mails()).extracting(Mailbox.Mail::text).containsExactly("3", "2");
        }
    }

    @Test
    void one_can_wait_for_a_mail() throws InterruptedException {
        var sent = client.sendMail(mail("lan@example.com").setText("Mã: 123456"));
        assertThat(mailbox.await(mail -> mail.to().equals("lan@example.com"), Duration.ofSeconds(20)))
                .hasValueSatisfying(mail -> assertThat(mail.text()).contains("123456"));
        assertThat(mailbox.await(mail -> mail.to().equals("nobody@example.com"), Duration.ofMillis(20)))
                .isEmpty();
        sent.await();
    }

    @Test
    void the_console_lists_finds_and_deletes() {
        client.sendMail(mail("a@example.com").setText("1")).await();
        client.sendMail(mail("b@example.com").setText("2")).await();
        try (var console = new DevConsole(vertx, mailbox).listen(0).await()) {
            var web = WebClient.create(vertx);
            var all = web.getAbs(console.url() + "/api/mails").send().await().bodyAsJsonArray();
            assertThat(all).hasSize(2);
            assertThat(all.getJsonObject(0).getString("to")).isEqualTo("b@example.com");
            var some = web.getAbs(console.url() + "/api/mails?to=A@example.com")
                    .send()
                    .await();
            assertThat(some.bodyAsJsonArray()).hasSize(1);
            var page = web.getAbs(console.url() + "/").send().await();
            assertThat(page.bodyAsString()).contains("<title>Mailbox</title>");
            assertThat(web.deleteAbs(console.url() + "/api/mails")
                            .send()
                            .await()
                            .statusCode())
                    .isEqualTo(204);
            assertThat(mailbox.mails()).isEmpty();
        }
    }

    private static MailMessage mail(String to) {
        return new MailMessage()
                .setFrom("Xưởng ROLT <shop@rolt.local>")
                .setTo(to)
                .setSubject(SUBJECT)
                .setFixedHeaders(false)
                .addHeader("Message-ID", "<rk-2041@rolt.local>");
    }
}
