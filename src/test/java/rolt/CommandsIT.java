package rolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.platform.Config;

/** The commands of the jar, on databases of their own. */
class CommandsIT {
    private static final String PASSWORD = "mot-mat-khau-rat-dai";

    private final TestShop shop = TestShop.running();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final String email = "quan-tri-" + UUID.randomUUID() + "@example.com";

    @Test
    void create_admin_works_on_an_empty_database_and_again() {
        Config.Postgres database = newDatabase();
        createAdmin(database, PASSWORD);
        assertThat(told()).isEqualTo(email + " has a verified account now and is an administrator.\n");
        createAdmin(database, "another-password");
        assertThat(told()).contains("is an administrator already; nothing was changed");
        commands(database, null).run("init-roles");
        assertThat(told()).startsWith("The roles are there:").containsPattern("ADMIN +Administrator +1\n");
    }

    @Test
    void init_roles_restores_what_was_changed_and_misses_an_administrator() {
        Config.Postgres database = newDatabase();
        commands(database, null).run("init-roles");
        assertThat(told()).contains("The roles are there:", "Nobody is an administrator yet");
        sql(database, "delete from account.role where code = 'FINANCE'");
        sql(database, "update account.role set name_vi = 'Sếp' where code = 'ADMIN'");
        commands(database, null).run("init-roles");
        assertThat(told()).startsWith("The roles are there, 2 restored:").contains("FINANCE");
        sql(database, "insert into account.role values ('PILOT', 9, 'Phi công', 'Pilot', '', '')");
        assertThatThrownBy(() -> commands(database, null).run("init-roles"))
                .hasMessageContaining("does not know the role PILOT");
    }

    @Test
    void the_new_administrator_logs_in_with_the_password() {
        Config.Postgres database = new Config.Postgres(shop.postgres.url(), 2);
        createAdmin(database, PASSWORD);
        shop.client(0).logIn(email, PASSWORD).get("/api/v1/roles").expect(200);
    }

    @Test
    void an_account_that_is_there_keeps_its_password_and_is_recorded() {
        Client person = shop.client(0).becomeCustomer();
        Config.Postgres database = new Config.Postgres(shop.postgres.url(), 2);
        commands(database, PASSWORD).run("create-admin", "--email", person.email(), "--name", "Ai Đó");
        assertThat(told()).contains("is an administrator now; the account was there and keeps its password");
        shop.client(1)
                .logIn(person.email(), Client.PASSWORD)
                .get("/api/v1/roles")
                .expect(200);
        assertThat(shop.text(
                        "select after from account.role_change c join account.account a on a.id = c.account_id"
                                + " where email = ? and actor_id is null and request_id like 'command-%'",
                        person.email()))
                .isEqualTo("{ADMIN}");
    }

    @Test
    void each_refusal_is_one_sentence() {
        Config.Postgres database = new Config.Postgres(shop.postgres.url(), 2);
        assertRefused(() -> createAdmin(database, "ngắn"), "The password must have at least 8 characters.");
        assertRefused(() -> createAdmin(database, null), "There is no password: give it on standard input");
        assertRefused(
                () -> commands(database, PASSWORD).run("create-admin", "--email", "khong-ai", "--name", "X"),
                "The email must be an e-mail address.");
        assertRefused(() -> commands(database, PASSWORD).run("create-admin", "--name", "X"), "needs --email.");
        assertRefused(() -> commands(database, PASSWORD).run("init-roles", "--all", "x"), "no option --all here.");
        assertRefused(() -> commands(database, PASSWORD).run("dance"), "There is no command dance.");
        Config.Postgres nowhere = new Config.Postgres("postgresql://rolt:rolt@127.0.0.1:1/rolt", 2);
        assertRefused(() -> createAdmin(nowhere, PASSWORD), "The database cannot be reached: ");
    }

    private static void assertRefused(Runnable command, String sentence) {
        assertThatThrownBy(command::run).isInstanceOf(CommandRefused.class).hasMessageContaining(sentence);
    }

    private void createAdmin(Config.Postgres database, String password) {
        commands(database, password).run("create-admin", "--email", email, "--name", "Bùi Đức Long");
    }

    private Commands commands(Config.Postgres database, String password) {
        told.reset();
        return new Commands(database, () -> password, new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private Config.Postgres newDatabase() {
        String name = "commands_" + UUID.randomUUID().toString().replace("-", "");
        shop.text("create database " + name);
        return new Config.Postgres(shop.postgres.url().replaceAll("/[^/]*$", "/" + name), 2);
    }

    private static void sql(Config.Postgres database, String statement) {
        TestShop.textFrom(database.url(), statement);
    }
}
