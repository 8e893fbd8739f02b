package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.Authenticator;
import rolt.Client;
import rolt.TestShop;

/** Who has the right password and tries codes, many at once and at both nodes. */
class GuessingCodesIT {
    private static final String WRONG = "000000";

    private final TestShop shop = TestShop.running();
    private final Client owner = shop.client(0).becomeCustomer();
    private final Authenticator app = Authenticator.setUp(owner);

    @Test
    void of_many_that_show_the_same_code_at_once_one_gets_in() throws Exception {
        String code = app.nextCode();
        List<String> challenges = Stream.generate(this::challenge).limit(4).toList();
        assertThat(atOnce(IntStream.range(0, challenges.size())
                        .<Callable<Integer>>mapToObj(i -> () -> answer(i % 2, challenges.get(i), code))
                        .toList()))
                .containsOnlyOnce(201)
                .containsOnly(201, 400);
    }

    @Test
    void of_many_recovery_codes_at_once_for_one_challenge_one_gets_in() throws Exception {
        String challenge = challenge();
        assertThat(atOnce(IntStream.range(0, 4)
                        .<Callable<Integer>>mapToObj(i -> () ->
                                answer(i % 2, challenge, app.recoveryCodes().get(i)))
                        .toList()))
                .containsOnlyOnce(201)
                .containsOnly(201, 401);
    }

    @Test
    void the_owner_is_told_once_that_somebody_with_the_password_guesses_codes() {
        for (int i = 0; i < 4; i++) {
            assertThat(answer(i % 2, challenge(), WRONG)).isEqualTo(400);
        }
        assertThat(notices()).isZero();
        assertThat(answer(0, challenge(), WRONG)).isEqualTo(400);
        assertThat(answer(1, challenge(), WRONG)).isEqualTo(400);
        assertThat(owner.mail("Somebody had your password, but no code").text())
                .contains("/en/forgot-password", "Nobody has got in");
        assertThat(notices()).isOne();
    }

    private long notices() {
        return shop.number("""
                select count(*) from platform.outbox o join account.account a
                on o.key like 'sign-in-changed/' || a.id || '/CODES_GUESSED/%' where a.email = ?""", owner.email());
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private String challenge() {
        return shop.client(0)
                .post(
                        "/api/v1/tokens",
                        new JsonObject().put("email", owner.email()).put("password", Client.PASSWORD))
                .expect(401)
                .json()
                .getJsonObject("params")
                .getString("challenge");
    }

    private int answer(int node, String challenge, String code) {
        return shop.client(node)
                .post(
                        "/api/v1/tokens/second-factor",
                        new JsonObject().put("challenge", challenge).put("code", code))
                .status();
    }
}
