package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolt.account.TestKeys;

class AccessTokensTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void a_token_is_read_as_it_was_issued() {
        AccessTokens tokens = tokens(TestKeys.NEW);
        AccessTokens.Claims claims = tokens.read(tokens.issue(ACCOUNT, SESSION)).await();
        assertThat(claims.accountId()).isEqualTo(ACCOUNT);
        assertThat(claims.sessionId()).isEqualTo(SESSION);
        assertThat(claims.expiresAt())
                .isBetween(Instant.now().plusSeconds(890), Instant.now().plusSeconds(901));
    }

    @Test
    void a_token_of_the_key_before_is_still_read() {
        String old = tokens(TestKeys.OLD).issue(ACCOUNT, SESSION);
        assertThat(tokens(TestKeys.NEW, TestKeys.OLD).read(old).await().accountId())
                .isEqualTo(ACCOUNT);
    }

    @Test
    void the_first_key_signs() {
        String token = tokens(TestKeys.NEW, TestKeys.OLD).issue(ACCOUNT, SESSION);
        assertThat(tokens(TestKeys.NEW).read(token).await().sessionId()).isEqualTo(SESSION);
    }

    @Test
    void a_token_of_a_foreign_key_is_refused() {
        String foreign = tokens(TestKeys.FOREIGN).issue(ACCOUNT, SESSION);
        assertThatThrownBy(
                        () -> tokens(TestKeys.NEW, TestKeys.OLD).read(foreign).await())
                .isInstanceOf(Problem.class)
                .hasMessage("token");
    }

    @Test
    void a_setting_that_is_no_key_is_refused_by_name() {
        assertThatThrownBy(() -> tokens("secret"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("JWT_KEYS");
    }

    private AccessTokens tokens(String... keys) {
        return new AccessTokens(
                vertx,
                new Config.Auth(
                        List.of(keys), List.of(), Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofDays(30)));
    }
}
