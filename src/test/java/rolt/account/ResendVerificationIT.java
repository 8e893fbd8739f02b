package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.account.AccountHouse.PASSWORD;
import static rolt.account.AccountHouse.email;
import static rolt.account.AccountHouse.visitor;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.ResendVerification;
import rolt.account.AccountMessages.Verified;
import rolt.account.AccountMessages.VerifyEmail;

/** A second verification mail, where there is one to send, and the same trouble where there is none. */
class ResendVerificationIT {
    private final AccountHouse house = AccountHouse.open();

    @Test
    void the_verification_mail_is_not_sent_twice_within_a_minute() throws InterruptedException {
        String email = email();
        house.register(email, PASSWORD);
        String token = house.mailedToken(email);
        ResendVerification resend = new ResendVerification(email);
        assertThat(house.ask(visitor(), "account.resendVerification", resend, MailSent.class)
                        .email())
                .isEqualTo(email);
        assertThat(queuedMails(email)).isEqualTo(1);
        age(email);
        house.ask(visitor(), "account.resendVerification", resend, MailSent.class);
        assertThat(queuedMails(email)).isEqualTo(2);
        house.ask(visitor(), "account.verifyEmail", new VerifyEmail(token, PASSWORD), Verified.class);
    }

    @Test
    void resending_to_an_unknown_address_answers_the_same() {
        String email = email();
        assertThat(house.ask(visitor(), "account.resendVerification", new ResendVerification(email), MailSent.class))
                .isEqualTo(new MailSent(email));
    }

    @Test
    void resending_to_an_unknown_address_writes_as_much_as_to_a_known_one() throws InterruptedException {
        String known = email();
        house.register(known, PASSWORD);
        house.mail(known);
        age(known);
        List<Long> both =
                Stream.of(known, email()).map(this::rowsWrittenByResending).toList();
        assertThat(both).containsExactly(3L, 3L);
    }

    private long rowsWrittenByResending(String email) {
        long before = rows();
        house.ask(visitor(), "account.resendVerification", new ResendVerification(email), MailSent.class);
        Long counted = house.database()
                .find(
                        "select count(*) from account.stranger_mail where email = $1 and asked_at[1] > now() - interval"
                                + " '1 minute'",
                        row -> row.getLong(0),
                        email)
                .orElseThrow();
        return rows() - before + counted;
    }

    private long rows() {
        return house.database()
                .find(
                        "select (select count(*) from account.registration) + (select count(*) from platform.outbox)",
                        row -> row.getLong(0))
                .orElseThrow();
    }

    private long queuedMails(String email) {
        return house.database()
                .find(
                        "select count(*) from account.registration r join platform.outbox o"
                                + " on o.key = 'verify-address/' || left(encode(r.token_hash, 'hex'), 16)"
                                + " where r.email = $1",
                        row -> row.getLong(0),
                        email)
                .orElseThrow();
    }

    private void age(String email) {
        house.update(
                "update account.registration set created_at = now() - interval '2 minutes' where email = $1", email);
    }
}
