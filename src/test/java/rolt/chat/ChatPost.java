package rolt.chat;

import java.time.Duration;
import java.util.List;
import rolt.TestShop;
import rolt.dev.mailbox.Mailbox.Mail;

/** What came by mail about rooms of the chat. */
final class ChatPost {
    private final TestShop shop;

    ChatPost(TestShop shop) {
        this.shop = shop;
    }

    /** The first with all these words. */
    Mail mailAbout(String... words) {
        try {
            return shop.mailbox
                    .await(mail -> List.of(words).stream().allMatch(mail.text()::contains), Duration.ofSeconds(30))
                    .orElseThrow(() -> new AssertionError("No mail about " + List.of(words)));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** How many there are, by the beginning of their key. */
    long mails(String key) {
        return shop.number("select count(*) from platform.outbox where key = ? or key like ?", key, key + "/%");
    }
}
