package rolt.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.MailConfig;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SmtpTest {
    @Test
    void an_idle_connection_is_ended_before_a_server_tires_of_it() {
        MailConfig config = Smtp.config(URI.create("smtp://localhost:2525"));
        assertThat(config.isKeepAlive()).isTrue();
        assertThat(config.getKeepAliveTimeoutUnit().toSeconds(config.getKeepAliveTimeout()))
                .isLessThan(10);
    }
}
