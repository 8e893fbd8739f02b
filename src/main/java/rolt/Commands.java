package rolt;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import rolt.account.AccountMessages.CreateAdmin;
import rolt.account.AccountMessages.CreatedAdmin;
import rolt.account.AccountMessages.HeldRole;
import rolt.account.AccountMessages.InitRoles;
import rolt.account.AccountMessages.Roles;
import rolt.account.AdministrationVerticle;
import rolt.gateway.Problems;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Migrations;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.platform.Texts;

/** What the jar does for its operator besides running a node. Each brings the database to this version first. */
final class Commands {
    static final String USAGE = """
            Commands of ROLT, for the database in DATABASE_URL:
              init-roles                           checks and restores the roles, and tells how many hold each
              create-admin --email E --name N      makes an administrator; the password is read from standard input,
                                                   or from ROLT_ADMIN_PASSWORD
            Without a command a node of the shop is started.""";

    private final Config.Postgres postgres;
    private final Supplier<String> password;
    private final PrintStream out;

    /** @param password asked when it is needed; null where none was given */
    Commands(Config.Postgres postgres, Supplier<String> password, PrintStream out) {
        this.postgres = postgres;
        this.password = password;
        this.out = out;
    }

    /** @throws CommandRefused with one sentence for the operator */
    void run(String... words) {
        switch (words[0]) {
            case "init-roles" -> initRoles(options(words));
            case "create-admin" -> createAdmin(options(words));
            default -> throw new CommandRefused("There is no command " + words[0] + ".\n" + USAGE);
        }
    }

    private static Map<String, String> options(String... words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < words.length; i += 2) {
            if (!words[i].startsWith("--") || i + 1 == words.length) {
                throw new CommandRefused("The option " + words[i] + " has no value or no name.\n" + USAGE);
            }
            options.put(words[i].substring(2), words[i + 1]);
        }
        return options;
    }

    private void initRoles(Map<String, String> options) {
        refuseUnknown(options);
        Roles roles = ask("account.initRoles", new InitRoles(), Roles.class);
        if (!roles.unknown().isEmpty()) {
            throw new CommandRefused("This version of ROLT does not know the role " + String.join(", ", roles.unknown())
                    + ", which the database has: run the newer version.");
        }
        out.println("The roles are there" + (roles.restored() == 0 ? ":" : ", " + roles.restored() + " restored:"));
        roles.items().forEach(role -> out.printf("  %-17s%-18s%,d%n", role.code(), role.name(), role.accounts()));
        if (roles.items().stream().anyMatch(Commands::isVacantAdmin)) {
            out.println("Nobody is an administrator yet: make one with create-admin.");
        }
    }

    private static boolean isVacantAdmin(HeldRole role) {
        return role.code().equals(Role.ADMIN.name()) && role.accounts() == 0;
    }

    private void createAdmin(Map<String, String> options) {
        String email = take(options, "email");
        String name = take(options, "name");
        refuseUnknown(options);
        CreateAdmin input = new CreateAdmin(email, name, neededPassword());
        CreatedAdmin admin = ask("account.createAdmin", input, CreatedAdmin.class);
        if (admin.fresh()) {
            out.println(admin.email() + " has a verified account now and is an administrator.");
        } else if (admin.wasAdmin()) {
            out.println(admin.email() + " is an administrator already; nothing was changed, the password neither.");
        } else {
            out.println(admin.email() + " is an administrator now; the account was there and keeps its password.");
        }
    }

    private static String take(Map<String, String> options, String name) {
        String value = options.remove(name);
        if (value == null) {
            throw new CommandRefused("create-admin needs --" + name + ".\n" + USAGE);
        }
        return value;
    }

    private static void refuseUnknown(Map<String, String> options) {
        if (!options.isEmpty()) {
            throw new CommandRefused(
                    "There is no option --" + String.join(", --", options.keySet()) + " here.\n" + USAGE);
        }
    }

    private String neededPassword() {
        String given = password.get();
        if (given == null || given.isEmpty()) {
            throw new CommandRefused("There is no password: give it on standard input or in ROLT_ADMIN_PASSWORD.");
        }
        return given;
    }

    private <T> T ask(String address, Record input, Class<T> answer) {
        try {
            Migrations.run(postgres.url());
            return askMigrated(address, input, answer);
        } catch (Problem problem) {
            throw new CommandRefused(sentence(problem), problem);
        } catch (IllegalStateException e) {
            throw new CommandRefused(e.getMessage().lines().findFirst().orElse("The migration failed."), e);
        }
    }

    private <T> T askMigrated(String address, Record input, Class<T> answer) {
        Vertx vertx = Vertx.vertx();
        Database database = Database.open(vertx, postgres);
        try {
            Bus bus = new Bus(vertx);
            DeploymentOptions options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
            vertx.deployVerticle(new AdministrationVerticle(bus, database), options)
                    .await();
            Caller operator = Caller.system("command-" + UUID.randomUUID());
            return Json.record(bus.request(operator, address, input).await(), answer);
        } finally {
            database.close();
            vertx.close().await();
        }
    }

    private static String sentence(Problem problem) {
        Problems problems = new Problems(Texts.load());
        return problem.violations().isEmpty()
                ? problems.title(problem, Language.EN)
                : problem.violations().stream()
                        .map(fault -> "The " + fault.field() + " " + problems.message(fault, Language.EN) + ".")
                        .collect(Collectors.joining(" "));
    }
}
