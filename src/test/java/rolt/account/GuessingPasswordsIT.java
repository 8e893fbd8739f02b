package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.account.AccountHouse.PASSWORD;
import static rolt.account.AccountHouse.email;
import static rolt.account.AccountHouse.visitor;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.Session;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** Whoever guesses has to wait, wherever he comes from, and the owner of the account has not. */
class GuessingPasswordsIT {
    private final AccountHouse house = AccountHouse.open();

    @Test
    void after_five_failures_the_next_has_to_wait_and_never_longer_than_a_minute() throws InterruptedException {
        String email = house.account();
        Caller guesser = visitor();
        guess(guesser, email, 6);
        Problem early = refusal(guesser, email, PASSWORD);
        assertThat(early.status()).isEqualTo(429);
        assertThat((Integer) early.params().get("seconds")).isBetween(1, 60);
        let70SecondsPass(email);
        assertThat(logIn(guesser, email)).isNotNull();
        assertThat(refusal(guesser, email, "wrong again").status()).isEqualTo(401);
    }

    @Test
    void a_stranger_who_keeps_guessing_does_not_keep_the_owner_out() throws InterruptedException {
        String email = house.account();
        Caller stranger = visitor();
        guess(stranger, email, 6);
        house.prolongDelay(email);
        guess(stranger, email, 60);
        assertThat(refusal(stranger, email, PASSWORD).status()).isEqualTo(429);
        assertThat(logIn(visitor(), email)).isNotNull();
    }

    @Test
    void guesses_from_many_networks_are_slowed_but_not_where_the_owner_has_signed_in() throws InterruptedException {
        String email = house.account();
        Caller owner = visitor();
        logIn(owner, email);
        IntStream.range(0, 31).forEach(i -> guess(visitor(), email, 1));
        house.prolongDelay(email);
        assertThat(refusal(visitor(), email, PASSWORD).status()).isEqualTo(429);
        assertThat(logIn(owner, email)).isNotNull();
        house.update(
                "update account.session s set last_seen_at = now() - interval '31 days' from account.account a"
                        + " where a.id = s.account_id and a.email = $1",
                email);
        assertThat(refusal(owner, email, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void what_is_refused_because_of_the_network_does_not_count_against_the_account() throws InterruptedException {
        String email = house.account();
        Caller guesser = visitor();
        guess(guesser, email, 1);
        house.update(
                "update account.login_attempt set failures = 200, last_at = clock_timestamp() + interval '1 minute'"
                        + " where key = $1",
                "network/" + guesser.network());
        guess(guesser, email, 9);
        assertThat(house.database()
                        .list(
                                "select failures from account.login_attempt where position($1 in key) > 0",
                                row -> row.getInteger(0),
                                email))
                .containsExactly(1, 1);
    }

    @Test
    void an_unknown_account_has_to_wait_like_a_known_one() {
        String email = email();
        Caller guesser = visitor();
        guess(guesser, email, 6);
        house.prolongDelay(email);
        assertThat(refusal(guesser, email, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void many_guesses_at_once_are_not_all_tried() throws InterruptedException {
        String email = house.account();
        Caller guesser = visitor();
        List<Future<Integer>> guesses = IntStream.range(0, 20)
                .mapToObj(i -> house.platform()
                        .bus()
                        .request(guesser, "account.createToken", new Credentials(email, "guess number " + i))
                        .map(200)
                        .otherwise(e -> ((Problem) e).status()))
                .toList();
        Future.join(guesses).await();
        assertThat(guesses.stream().filter(guess -> guess.result() == 401)).hasSizeBetween(5, 8);
        assertThat(guesses.stream().filter(guess -> guess.result() == 429)).hasSizeGreaterThan(11);
    }

    private void guess(Caller guesser, String email, int times) {
        IntStream.range(0, times).forEach(i -> refusal(guesser, email, "wrong password " + i));
    }

    private Session logIn(Caller caller, String email) {
        return house.ask(caller, "account.createSession", new Credentials(email, PASSWORD), Session.class);
    }

    private Problem refusal(Caller caller, String email, String password) {
        return house.refusal(caller, "account.createSession", new Credentials(email, password));
    }

    private void let70SecondsPass(String email) {
        house.update(
                "update account.login_attempt set last_at = last_at - interval '70 seconds'"
                        + " where position($1 in key) > 0",
                email);
    }
}
