package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rolt.platform.Problem;

/** Bodies that come too slowly, too long or not to their end. */
class UploadFileTest {
    private static final int LIMIT = 1_000;

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
    private HttpServer server;

    private void listen(Duration time) {
        Router router = Router.router(vertx);
        router.route().handler(ctx -> {
            ctx.request().pause();
            UploadFile file = new UploadFile(ctx, folder);
            file.receive(new UploadFile.Limits(LIMIT, time))
                    .compose(v -> file.read())
                    .map(bytes -> bytes.length + " bytes")
                    .otherwise(e -> e instanceof Problem problem ? "problem " + problem.status() : "gone")
                    .eventually(file::delete)
                    .onSuccess(outcome -> {
                        outcomes.add(outcome);
                        ctx.end(outcome);
                    });
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
    }

    @BeforeEach
    void begin() {
        listen(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void a_whole_body_is_read_and_deleted() throws Exception {
        assertThat(send("Content-Length: 5", "hello")).isEqualTo("5 bytes");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_body_without_a_length_is_cut_off_at_its_limit() throws Exception {
        String chunk = "3e8\r\n" + "x".repeat(LIMIT) + "\r\n";
        assertThat(send("Transfer-Encoding: chunked", chunk + chunk)).isEqualTo("problem 413");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_client_that_goes_away_leaves_no_file() throws Exception {
        try (Socket socket = open()) {
            write(socket, "Content-Length: 500", "half");
            awaitFile();
        }
        assertThat(outcome()).isEqualTo("gone");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_client_that_is_too_slow_is_told_and_cut_off() throws Exception {
        server.close().await();
        listen(Duration.ofMillis(300));
        try (Socket socket = open()) {
            write(socket, "Content-Length: 500", "half");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .endsWith("problem 408");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private String send(String length, String body) throws Exception {
        try (Socket socket = open()) {
            write(socket, length, body);
            return outcome();
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void write(Socket socket, String length, String body) throws IOException {
        String request = "POST / HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private String outcome() throws InterruptedException {
        return outcomes.poll(20, TimeUnit.SECONDS);
    }

    private void awaitFile() throws IOException {
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
            try (var files = Files.list(folder)) {
                if (files.findAny().isEmpty()) {
                    assertThat(watch.poll(20, TimeUnit.SECONDS)).isNotNull();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
