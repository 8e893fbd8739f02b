package rolt.dev.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rolt.dev.DevProblem;

class EmbeddedPostgresIT {
    @TempDir
    Path folder;

    @Test
    void its_data_is_there_after_a_restart() throws SQLException {
        try (var postgres = server()) {
            write(postgres.start().url());
            var port = postgres.port();
            postgres.stop();
            assertThat(read(postgres.start().url())).isEqualTo("Bàn phím cơ");
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    void it_recovers_from_the_sudden_death_of_its_postmaster() throws SQLException {
        try (var postgres = server().durable(true).start()) {
            write(postgres.url());
            var postmaster = ProcessHandle.of(postgres.pid()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            postgres.stop();
            assertThat(read(postgres.start().url())).isEqualTo("Bàn phím cơ");
        }
    }

    @Test
    void a_fresh_one_has_forgotten_everything() throws SQLException {
        try (var postgres = server().start()) {
            write(postgres.url());
            postgres.stop();
            postgres.fresh().start();
            assertThatThrownBy(() -> read(postgres.url())).hasMessageContaining("does not exist");
        }
    }

    @Test
    void a_database_of_its_own_can_be_had() throws SQLException {
        try (var postgres = server().start()) {
            write(postgres.createDatabase("other"));
            assertThat(read(postgres.url("other"))).isEqualTo("Bàn phím cơ");
            assertThatThrownBy(() -> read(postgres.url())).hasMessageContaining("does not exist");
        }
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_in_a_sentence() {
        try (var first = server().start();
                var second = server()) {
            assertThat(first.url()).startsWith("postgresql://rolt:");
            assertThatThrownBy(second::start).isInstanceOf(DevProblem.class).hasMessageContaining("already uses");
        }
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var postgres = server().port(other.getLocalPort())) {
            assertThatThrownBy(postgres::start)
                    .hasMessage("Port " + other.getLocalPort() + " for PostgreSQL is taken.");
        }
    }

    private EmbeddedPostgres server() {
        return EmbeddedPostgres.in(folder.resolve("postgres")).durable(false);
    }

    private static void write(String url) throws SQLException {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute("create table note as select 'Bàn phím cơ' as text");
        }
    }

    private static String read(String url) throws SQLException {
        try (var connection = connect(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from note")) {
            rows.next();
            return rows.getString("text");
        }
    }

    private static Connection connect(String url) throws SQLException {
        var uri = URI.create(url);
        var user = uri.getUserInfo().split(":");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getAuthority().split("@")[1] + uri.getPath(), user[0], user[1]);
    }
}
