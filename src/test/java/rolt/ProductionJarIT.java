package rolt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.dev.services.FreePort;

/** The jar that is operated: what is in it, and that it starts and stops by itself. */
class ProductionJarIT {
    private static final Path JAR = jar();

    @Test
    void it_holds_no_embedded_server_no_simulator_and_no_test_library() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .noneMatch(name -> name.startsWith("rolt/dev/") || name.startsWith("dev/"))
                    .noneMatch(name -> name.matches("(io/zonky|org/signal|com/icegreen|org/tukaani)/.*"))
                    .noneMatch(name -> name.matches("(org/junit|net/jqwik|org/assertj|com/microsoft/playwright)/.*"))
                    .noneMatch(name -> name.endsWith(".txz") || name.startsWith("redis-server"));
        }
    }

    @Test
    void it_holds_what_a_node_needs() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String entry : List.of(
                    "migrations/changelog.yaml",
                    "conf/config.json",
                    "contract/common.yaml",
                    "web/i18n/vi.json",
                    "rolt/Main.class",
                    "META-INF/resources/_static/swagger-ui-dist/5.31.1/swagger-ui-bundle.js")) {
                assertThat(jar.getEntry(entry)).as(entry).isNotNull();
            }
            assertThat(jar.getManifest().getMainAttributes().getValue("Multi-Release"))
                    .isEqualTo("true");
        }
    }

    @Test
    void it_refuses_to_start_without_settings_and_names_them() throws Exception {
        Process node = start(Map.of());
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).isEqualTo(1);
        assertThat(new String(node.getInputStream().readAllBytes()))
                .contains("DATABASE_URL", "VNPAY_HASH_SECRET", "JWT_KEYS", "PUBLIC_URL")
                .doesNotContain("\tat ");
    }

    @Test
    void it_serves_in_production_and_ends_on_sigterm() throws Exception {
        TestShop shop = TestShop.running();
        int port = FreePort.find();
        Process node = start(Map.ofEntries(
                Map.entry("PORT", String.valueOf(port)),
                Map.entry("HOST", "127.0.0.1"),
                Map.entry("MANAGEMENT_PORT", "0"),
                Map.entry("CLUSTER", "false"),
                Map.entry("PUBLIC_URL", "https://rolt.example"),
                Map.entry("DATABASE_URL", shop.postgres.url()),
                Map.entry("REDIS_URL", shop.redis.url()),
                Map.entry("MEDIA_DIR", "target/production-media"),
                Map.entry("SMTP_URL", shop.mailbox.url()),
                Map.entry("VNPAY_TMN_CODE", "ROLTPROD"),
                Map.entry("VNPAY_HASH_SECRET", "ASECRETOFITSOWN0000000000000001"),
                Map.entry("JWT_KEYS", shop.signingKey),
                Map.entry("ENCRYPTION_KEYS", "AKEYOFITSOWN00000000000000000001")));
        try {
            awaitReady(node, URI.create("http://127.0.0.1:" + port + "/health/ready"));
        } finally {
            node.destroy();
        }
        assertThat(node.waitFor(40, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitReady(Process node, URI ready) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        for (int tries = 0; node.isAlive() && tries < 300; tries++) {
            try {
                if (http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                node.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError(
                "The node is not ready: " + new String(node.getInputStream().readNBytes(10_000)));
    }

    private static Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@conf/jvm.flags",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("rolt-.*-fat\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No jar: run the tests with ./rolt test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
