package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @Test
    void the_shipped_file_and_the_secrets_make_a_production_node() {
        Config config = Config.of(complete());
        assertThat(config.environment()).isEqualTo(Config.Environment.PRODUCTION);
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.cluster().enabled()).isTrue();
        assertThat(config.vnpay().attemptLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.vnpay().queryInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.vnpay().logDays()).isEqualTo(62);
        assertThat(config.auth().accessLife()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.vatPercent()).isEqualTo(8);
    }

    @Test
    void a_retired_secret_is_kept_behind_the_current_one() {
        Config config = Config.of(complete().put("VNPAY_HASH_SECRET", "NEWSECRET, OLDSECRET"));
        assertThat(config.vnpay().hashSecrets()).containsExactly("NEWSECRET", "OLDSECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 99999",
        "PORT, eighty",
        "PORT, ''",
        "DATABASE_URL, mysql://x/y",
        "REDIS_URL, localhost",
        "CLUSTER, perhaps",
        "ROLT_ENV, staging",
        "VNPAY_ATTEMPT_MINUTES, 60",
        "JWT_KEYS, ''",
        "VNPAY_TMN_CODE, ''",
        "ENCRYPTION_KEYS, too-short",
        "VNPAY_QUERY_SECONDS, 0",
        "VNPAY_LOG_DAYS, forever",
        "VNPAY_HASH_SECRET, 'NEW,OLD@soon'",
        "VNPAY_HASH_SECRET, NEW@2026-12-31",
        "VNPAY_IPN_SOURCES, vnpay.vn"
    })
    void a_bad_value_is_refused_by_name(String name, String value) {
        assertThatThrownBy(() -> Config.of(complete().put(name, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "disk, S3_BUCKET, x, S3_BUCKET", "disk, S3_SECRET_KEY, x, S3_SECRET_KEY", "disk, MEDIA_DIR, '', MEDIA_DIR",
        "s3, S3_REGION, x, S3_BUCKET", "s3, S3_BUCKET, x, S3_REGION", "s3, S3_ACCESS_KEY, x, S3_SECRET_KEY",
        "s3, S3_SECRET_KEY, x, S3_ACCESS_KEY", "s3, S3_ENDPOINT, here, S3_ENDPOINT", "tape, MEDIA_DIR, x, MEDIA_STORE"
    })
    void half_a_place_for_pictures_is_refused_by_name(String store, String name, String value, String told) {
        assertThatThrownBy(() -> Config.of(complete().put("MEDIA_STORE", store).put(name, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(told);
    }

    @Test
    void pictures_may_lie_in_a_bucket_with_the_rights_of_the_machine() {
        Config config = Config.of(
                complete().put("MEDIA_STORE", "s3").put("S3_BUCKET", "pictures").put("S3_REGION", "ap-southeast-1"));
        assertThat(config.media().folder()).isNull();
        assertThat(config.media().bucket())
                .isEqualTo(new Config.Bucket("pictures", "ap-southeast-1", null, null, null));
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThatThrownBy(() -> Config.of(complete().put("PORT", "x").put("CLUSTER", "y")))
                .hasMessageContaining("PORT")
                .hasMessageContaining("CLUSTER");
    }

    @ParameterizedTest
    @CsvSource({"VNPAY_HASH_SECRET, ROLTDEVELOPMENTSECRET00000000001", "PUBLIC_URL, http://rolt.shop"})
    void production_refuses_what_only_development_may_use(String name, String value) {
        JsonObject settings = complete().put(name, value);
        assertThatThrownBy(() -> Config.of(settings)).hasMessageContaining(name);
        assertThat(Config.of(settings.put("ROLT_ENV", "development")).environment())
                .isEqualTo(Config.Environment.DEVELOPMENT);
    }

    private static JsonObject complete() {
        return file().put("PUBLIC_URL", "https://rolt.shop/")
                .put("DATABASE_URL", "postgresql://rolt:secret@db:5432/rolt")
                .put("REDIS_URL", "redis://cache:6379")
                .put("SMTP_URL", "smtp://mail:587")
                .put("VNPAY_TMN_CODE", "ROLTSHOP")
                .put("VNPAY_HASH_SECRET", "A-SECRET-OF-ITS-OWN")
                .put("JWT_KEYS", "A-KEY-OF-ITS-OWN")
                .put("ENCRYPTION_KEYS", "A-KEY-OF-ITS-OWN-OF-32-CHARACTERS");
    }

    private static JsonObject file() {
        try (InputStream in = ConfigTest.class.getResourceAsStream("/conf/config.json")) {
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
