package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.platform.MediaStore.Kept;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Both stores keep what they are given: a folder, and a bucket of a server that speaks S3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaStoreIT {
    private static final String BUCKET = "rolt-pictures";

    private static final S3ProxyExtension S3 =
            S3ProxyExtension.builder().withCredentials("key", "secret").build();

    private final Vertx vertx = Vertx.vertx();
    private final Path folder =
            Path.of("target", "media-store", UUID.randomUUID().toString());
    private MediaStore disk;
    private MediaStore bucket;

    @BeforeAll
    void open() throws Exception {
        S3.beforeEach(null);
        try (S3AsyncClient owner = S3AsyncClient.builder()
                .endpointOverride(S3.getUri())
                .region(Region.AP_SOUTHEAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build()) {
            owner.createBucket(create -> create.bucket(BUCKET)).join();
        }
        disk = MediaStore.open(vertx, new Config.Media(folder, null));
        bucket = MediaStore.open(vertx, new Config.Media(null, bucket(S3.getUri())));
    }

    private static Config.Bucket bucket(URI endpoint) {
        return new Config.Bucket(BUCKET, "ap-southeast-1", endpoint, "key", "secret");
    }

    @AfterAll
    void close() {
        disk.close();
        bucket.close();
        vertx.close().await();
        S3.afterEach(null);
    }

    Stream<MediaStore> stores() {
        return Stream.of(disk, bucket);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void what_is_kept_is_found_until_it_is_removed(MediaStore store) {
        String one = name();
        String other = name();
        byte[] large = new byte[700_000];
        large[699_999] = 7;
        store.add(Map.of(one, "one".getBytes(StandardCharsets.UTF_8), other, large));
        assertThat(read(store, one)).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
        assertThat(read(store, other)).isEqualTo(large);
        store.remove(List.of(one, other));
        assertThat(store.find(one).await()).isEmpty();
        store.remove(List.of(one, other));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void what_was_never_kept_is_not_found(MediaStore store) {
        assertThat(store.find(name()).await()).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void many_at_once_are_all_kept(MediaStore store) {
        List<String> names = IntStream.range(0, 40).mapToObj(i -> name()).toList();
        names.parallelStream().forEach(name -> store.add(Map.of(name, name.getBytes(StandardCharsets.UTF_8))));
        assertThat(names).allMatch(name -> new String(read(store, name), StandardCharsets.UTF_8).equals(name));
    }

    @Test
    void nothing_begun_is_left_in_the_folder() throws Exception {
        disk.add(Map.of(name(), new byte[10]));
        try (Stream<Path> begun = Files.list(folder.resolve("begun"))) {
            assertThat(begun).isEmpty();
        }
    }

    @Test
    void a_bucket_out_of_reach_is_told_as_problem_503() {
        MediaStore away = MediaStore.open(vertx, new Config.Media(null, bucket(URI.create("http://127.0.0.1:1"))));
        assertUnavailable(() -> away.add(Map.of(name(), new byte[1])));
        assertUnavailable(() -> away.find(name()).await());
        away.close();
    }

    @Test
    void a_folder_that_cannot_be_made_stops_the_start() throws Exception {
        Path file = Files.createDirectories(folder).resolve("a-file");
        Files.write(file, new byte[1]);
        assertThatThrownBy(() -> MediaStore.open(vertx, new Config.Media(file, null)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("MEDIA_DIR");
    }

    private static void assertUnavailable(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    private static byte[] read(MediaStore store, String name) {
        return switch (store.find(name).await().orElseThrow()) {
            case Kept.OnDisk disk -> bytes(disk.file());
            case Kept.InMemory memory -> memory.bytes().getBytes();
        };
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name() {
        return MediaStore.file(UUID.randomUUID().toString(), "160");
    }
}
