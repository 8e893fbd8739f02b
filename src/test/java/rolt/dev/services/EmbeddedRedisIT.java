package rolt.dev.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class EmbeddedRedisIT {
    @TempDir
    Path folder;

    @Test
    void it_answers_and_comes_back_on_the_same_port(Vertx vertx) {
        try (var redis = EmbeddedRedis.in(folder).start()) {
            assertThat(ping(vertx, redis.url())).isEqualTo("PONG");
            var address = redis.url();
            redis.stop();
            assertThatThrownBy(() -> ping(vertx, address)).hasMessageContaining("refused");
            redis.start();
            assertThat(redis.url()).isEqualTo(address);
            assertThat(ping(vertx, address)).isEqualTo("PONG");
        }
    }

    @Test
    void one_that_outlived_its_guard_is_replaced() {
        try (var first = EmbeddedRedis.in(folder).start();
                var second = EmbeddedRedis.in(folder)) {
            var orphan = ProcessHandle.of(first.pid()).orElseThrow();
            second.start();
            assertThat(orphan.isAlive()).isFalse();
            assertThat(second.pid()).isNotEqualTo(orphan.pid());
        }
    }

    @Test
    void a_taken_port_is_named() {
        try (var first = EmbeddedRedis.in(folder).start();
                var second = EmbeddedRedis.in(folder.resolve("second")).port(first.port())) {
            assertThatThrownBy(second::start).hasMessage("Port " + first.port() + " for Redis is taken.");
        }
    }

    private static String ping(Vertx vertx, String url) {
        var client = Redis.createClient(vertx, url);
        return client.send(Request.cmd(Command.PING))
                .eventually(client::close)
                .map(Object::toString)
                .await();
    }
}
