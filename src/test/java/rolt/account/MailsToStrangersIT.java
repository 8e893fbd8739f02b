package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.account.AccountHouse.PASSWORD;
import static rolt.account.AccountHouse.caller;
import static rolt.account.AccountHouse.email;
import static rolt.account.AccountHouse.visitor;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Register;
import rolt.account.AccountMessages.Session;
import rolt.account.EmailMessages.ChangeEmail;

/** Nobody can flood an address that is not his, nor speak to it through the shop. */
class MailsToStrangersIT {
    private final AccountHouse house = AccountHouse.open();
    private final String victim = email();

    @Test
    void registering_a_strangers_address_mails_it_three_times_an_hour_and_ten_times_a_day()
            throws InterruptedException {
        register(5);
        assertThat(registrations()).isEqualTo(3);
        for (int hour = 0; hour < 5; hour++) {
            anHourPasses();
            register(5);
        }
        assertThat(registrations()).isEqualTo(10);
        assertThat(house.mail(victim, "Xác nhận").text())
                .startsWith("Chào bạn,")
                .doesNotContain("Minh Anh");
    }

    @Test
    void many_registrations_at_once_are_no_way_around_it() {
        var asked = IntStream.range(0, 8)
                .mapToObj(i -> house.platform().bus().request(visitor(), "account.register", registration()))
                .toList();
        io.vertx.core.Future.all(asked).await();
        assertThat(registrations()).isEqualTo(3);
    }

    @Test
    void a_change_to_a_strangers_address_mails_it_three_times_an_hour() throws InterruptedException {
        Session session = house.logIn(house.account(), PASSWORD);
        change(session, victim, 5);
        assertThat(asked("ConfirmNewAddress", victim)).isEqualTo(3);
        assertThat(house.mail(victim, "Xác nhận").text())
                .startsWith("Chào bạn,")
                .doesNotContain("Minh Anh");
    }

    @Test
    void the_owner_of_an_address_is_told_once_an_hour_that_others_want_it() throws InterruptedException {
        String owned = house.account();
        change(house.logIn(house.account(), PASSWORD), owned, 2);
        house.register(owned, PASSWORD);
        assertThat(house.database()
                        .list(
                                "select id from platform.outbox where position($1 in key) > 0",
                                row -> 1,
                                "already-registered/" + new Token(owned).fingerprint()))
                .hasSizeBetween(1, 2);
    }

    private Register registration() {
        return new Register(victim, PASSWORD, "Minh Anh", null);
    }

    private void register(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(house.ask(visitor(), "account.register", registration(), MailSent.class))
                    .isEqualTo(new MailSent(victim));
        }
    }

    private void change(Session session, String wanted, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(house.ask(
                            caller(session), "account.changeEmail", new ChangeEmail(wanted, PASSWORD), MailSent.class))
                    .isEqualTo(new MailSent(wanted));
        }
    }

    private int registrations() {
        return house.database()
                .list("select 1 from account.registration where email = $1", row -> 1, victim)
                .size();
    }

    private int asked(String template, String email) {
        List<Integer> asked = house.database()
                .list(
                        "select cardinality(asked_at) from account.stranger_mail where template = $1 and email = $2",
                        row -> row.getInteger(0),
                        template,
                        email);
        return asked.getFirst();
    }

    private void anHourPasses() {
        house.update(
                "update account.stranger_mail set asked_at ="
                        + " array(select at - interval '61 minutes' from unnest(asked_at) with ordinality as a (at, n)"
                        + " order by n) where email = $1",
                victim);
    }
}
