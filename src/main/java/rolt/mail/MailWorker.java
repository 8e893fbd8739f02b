package rolt.mail;

import io.micrometer.core.instrument.Counter;
import io.vertx.ext.mail.MailMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailRepository.Claimed;
import rolt.platform.Config;
import rolt.platform.Platform;

/**
 * Sends what waits in the outbox. A mail is done when the mail server has taken it; after a crash between the two it is
 * sent once more, with the same Message-ID, by which mailboxes know it for the same.
 */
final class MailWorker {
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final int BATCH = 20;
    private static final int MAX_ATTEMPTS = 12;
    private static final Duration LEASE = Duration.ofMinutes(12);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration MAX_DELAY = Duration.ofHours(4);

    private final MailRepository mails;
    private final Smtp smtp;
    private final String from;
    private final String host;
    private final LetterTemplates templates = new LetterTemplates();
    private final Counter sent;
    private final Counter parked;
    private boolean working;
    private boolean calledAgain;

    MailWorker(MailRepository mails, Smtp smtp, Platform platform) {
        Config config = platform.config();
        this.mails = mails;
        this.smtp = smtp;
        this.sent = platform.metrics().counter("rolt.mails", "outcome", "sent");
        this.parked = platform.metrics().counter("rolt.mails", "outcome", "parked");
        this.from = config.smtp().from();
        this.host = URI.create(config.http().publicUrl()).getHost();
    }

    /** Works until nothing is due; a call while it works makes it look once more. */
    void work() {
        calledAgain = true;
        if (working) {
            return;
        }
        working = true;
        try {
            while (calledAgain && !smtp.isOut()) {
                calledAgain = false;
                List<Claimed> claimed = mails.claim(BATCH, LEASE);
                claimed.forEach(this::send);
                calledAgain |= claimed.size() == BATCH;
            }
        } finally {
            working = false;
        }
    }

    private void send(Claimed claimed) {
        try {
            smtp.send(message(claimed));
            mails.done(claimed.id());
            sent.increment();
        } catch (Exception e) {
            failed(claimed, e);
        }
    }

    private MailMessage message(Claimed claimed) {
        Mail mail = claimed.mail();
        Letter letter = Letters.of(mail);
        MailMessage message = new MailMessage(from, mail.to(), letter.subject(), templates.text(letter));
        message.setHtml(templates.html(letter));
        message.addHeader("Message-ID", "<" + messageId(claimed.key()) + "@" + host + ">");
        message.addHeader("Auto-Submitted", "auto-generated");
        message.addHeader("Content-Language", letter.language().tag());
        return message;
    }

    private static UUID messageId(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private void failed(Claimed claimed, Exception e) {
        String error = String.valueOf(e.getMessage());
        if (Smtp.wasNotAsked(e)) {
            mails.release(claimed.id());
        } else if (Smtp.isRefusal(e) || e instanceof IllegalArgumentException || claimed.attempts() >= MAX_ATTEMPTS) {
            LOG.error("Mail {} is parked after {} attempts", claimed.key(), claimed.attempts(), e);
            mails.park(claimed.id(), error);
            parked.increment();
        } else {
            LOG.warn("Mail {} was not sent", claimed.key(), e);
            mails.postpone(claimed.id(), delay(claimed.attempts()), error);
        }
    }

    /** 30 s, 1 min, 2 min ... at most 4 h: twelve attempts outlast an outage of half a day. */
    static Duration delay(int attempts) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 20));
        return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
    }
}
