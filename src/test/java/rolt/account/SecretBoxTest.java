package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final String OLD = "an old key of thirty-two characters";
    private static final String NEW = "a new key of thirty-two characters";
    private static final byte[] SECRET = Totp.newSecret();

    private final UUID account = UUID.randomUUID();
    private final byte[] sealed = new SecretBox(List.of(OLD)).seal(account, SECRET);

    @Test
    void what_an_old_key_has_sealed_opens_while_it_is_known() {
        assertThat(new SecretBox(List.of(NEW, OLD)).open(account, sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> new SecretBox(List.of(NEW)).open(account, sealed))
                .hasMessageContaining("ENCRYPTION_KEYS");
    }

    @Test
    void a_secret_opens_for_no_other_account() {
        assertThatThrownBy(() -> new SecretBox(List.of(OLD)).open(UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_secret_is_never_sealed_the_same() {
        assertThat(new SecretBox(List.of(OLD)).seal(account, SECRET)).isNotEqualTo(sealed);
    }
}
