package rolt;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.function.Function;
import rolt.account.AccountVerticle;
import rolt.builder.BuilderVerticle;
import rolt.cart.CartVerticle;
import rolt.catalog.CatalogVerticle;
import rolt.chat.ChatVerticle;
import rolt.finance.FinanceVerticle;
import rolt.gateway.Contract;
import rolt.gateway.Gateway;
import rolt.gateway.GatewayVerticle;
import rolt.gateway.Problems;
import rolt.gateway.TcpBridgeVerticle;
import rolt.mail.MailVerticle;
import rolt.media.MediaVerticle;
import rolt.ordering.OrderingVerticle;
import rolt.payment.PaymentVerticle;
import rolt.people.PeopleVerticle;
import rolt.platform.Config;
import rolt.platform.ConfigException;
import rolt.platform.Migrations;
import rolt.platform.Platform;
import rolt.platform.SweepVerticle;
import rolt.platform.Texts;
import rolt.stock.StockVerticle;
import rolt.web.WebRoutes;
import rolt.workshop.WorkshopVerticle;

/** Starts a node of the shop: settings, schema, platform, domains, gateway, in this order. */
public final class Main {
    /** In the order of their start. */
    private static final Map<String, Function<Platform, Deployable>> DOMAINS = inOrder();

    private Main() {}

    private static Map<String, Function<Platform, Deployable>> inOrder() {
        Map<String, Function<Platform, Deployable>> domains = new LinkedHashMap<>();
        domains.put("account", AccountVerticle::new);
        domains.put("media", MediaVerticle::new);
        domains.put("mail", MailVerticle::new);
        domains.put("catalog", CatalogVerticle::new);
        domains.put("builder", BuilderVerticle::new);
        domains.put("stock", StockVerticle::new);
        domains.put("cart", CartVerticle::new);
        domains.put("ordering", OrderingVerticle::new);
        domains.put("workshop", WorkshopVerticle::new);
        domains.put("chat", ChatVerticle::new);
        domains.put("payment", PaymentVerticle::new);
        domains.put("finance", FinanceVerticle::new);
        domains.put("people", PeopleVerticle::new);
        return domains;
    }

    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(command(args));
        }
        try {
            Node node = start(ConfigFiles.load()).await();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> node.stop().await()));
        } catch (ConfigException e) {
            System.err.println("ROLT cannot start. Settings:\n" + e.getMessage());
            System.exit(1);
        }
    }

    private static int command(String... words) {
        try {
            new Commands(ConfigFiles.database(), Main::password, System.out).run(words);
            return 0;
        } catch (CommandRefused e) {
            System.err.println(e.getMessage());
        } catch (ConfigException e) {
            System.err.println("The command needs a database: " + e.getMessage().strip() + ".");
        }
        return 1;
    }

    /** Never from the arguments, which everybody on the machine can read. */
    private static String password() {
        String given = System.getenv("ROLT_ADMIN_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? null : new String(typed);
        }
        Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8);
        return lines.hasNextLine() ? lines.nextLine() : null;
    }

    /** Migrates the database, then starts a node; blocks during the migration. */
    public static Future<Node> start(Config config) {
        refuseUnknownDomains(config.cluster().domains());
        Migrations.run(config.postgres().url());
        return serve(config);
    }

    /** Starts a node on a database that has been migrated. */
    public static Future<Node> serve(Config config) {
        Contract contract = Contract.load();
        return Node.open(config)
                .compose(node -> domains(node)
                        .compose(v -> node.deployManagement())
                        .compose(v -> gateway(node, contract))
                        .map(node)
                        .onFailure(e -> node.stop()));
    }

    private static Future<Void> domains(Node node) {
        Future<Void> deployed = node.deploy(new SweepVerticle(node.platform()));
        for (Map.Entry<String, Function<Platform, Deployable>> domain : DOMAINS.entrySet()) {
            deployed = deployed.compose(
                    v -> node.host(domain.getKey(), () -> domain.getValue().apply(node.platform())));
        }
        return deployed;
    }

    /** A misspelt domain would be hosted nowhere, and nobody told. */
    private static void refuseUnknownDomains(List<String> hosted) {
        List<String> unknown =
                hosted.stream().filter(domain -> !DOMAINS.containsKey(domain)).toList();
        if (!unknown.isEmpty()) {
            throw new ConfigException(List.of("DOMAINS names " + String.join(", ", unknown) + "; there are "
                    + String.join(", ", DOMAINS.keySet())));
        }
    }

    private static Future<Void> gateway(Node node, Contract contract) {
        Platform platform = node.platform();
        Texts texts = Texts.load();
        Gateway gateway = Gateway.of(platform, contract, new Problems(texts));
        WebRoutes web = new WebRoutes(gateway, texts);
        return contract.openApi(platform.vertx())
                .compose(openApi -> node.deployOnEveryLoop(
                        () -> new GatewayVerticle(gateway, contract, openApi, List.of(web::mount))))
                .compose(v -> platform.config().tcpBridge().port() == 0
                        ? Future.succeededFuture()
                        : node.deployOnOneLoop(new TcpBridgeVerticle(gateway)));
    }
}
