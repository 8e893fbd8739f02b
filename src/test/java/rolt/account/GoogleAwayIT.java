package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rolt.TestDomains;
import rolt.account.GoogleMessages.BeginGoogle;
import rolt.dev.services.FreePort;
import rolt.platform.Problem;

class GoogleAwayIT {
    private static final BeginGoogle ASKED = new BeginGoogle("", null);

    @Test
    void a_google_that_is_away_is_told_at_the_sign_in_and_not_at_the_start() {
        TestDomains house = house(Map.of(
                "GOOGLE_ISSUER", "http://127.0.0.1:" + FreePort.find(),
                "GOOGLE_CLIENT_ID", "rolt",
                "GOOGLE_CLIENT_SECRET", "secret"));
        for (int i = 0; i < 7; i++) {
            Problem problem = house.refusal(AccountHouse.visitor(), "account.beginGoogle", ASKED);
            assertThat(problem.status() + " " + problem.code()).isEqualTo("503 google-unavailable");
        }
    }

    @Test
    void without_settings_there_is_no_such_page() {
        Problem problem = house(Map.of()).refusal(AccountHouse.visitor(), "account.beginGoogle", ASKED);
        assertThat(problem.status()).isEqualTo(404);
    }

    private static TestDomains house(Map<String, String> settings) {
        return new TestDomains(settings, List.of(AccountVerticle::new)) {};
    }
}
