package rolt;

import io.vertx.core.Future;
import java.util.List;
import rolt.account.AccountVerticle;
import rolt.builder.BuilderVerticle;
import rolt.cart.CartVerticle;
import rolt.catalog.CatalogVerticle;
import rolt.gateway.Contract;
import rolt.gateway.Gateway;
import rolt.gateway.GatewayVerticle;
import rolt.gateway.Problems;
import rolt.mail.MailVerticle;
import rolt.ordering.OrderingVerticle;
import rolt.payment.PaymentVerticle;
import rolt.platform.Config;
import rolt.platform.ConfigException;
import rolt.platform.Migrations;
import rolt.platform.Platform;
import rolt.platform.SweepVerticle;
import rolt.platform.Texts;
import rolt.web.WebRoutes;

/** Starts a node of the shop: settings, schema, platform, domains, gateway, in this order. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try {
            Node node = start(ConfigFiles.load()).await();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> node.stop().await()));
        } catch (ConfigException e) {
            System.err.println("ROLT cannot start. Settings:\n" + e.getMessage());
            System.exit(1);
        }
    }

    /** Migrates the database, then starts a node; blocks during the migration. */
    public static Future<Node> start(Config config) {
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
        Platform platform = node.platform();
        return node.deploy(new SweepVerticle(platform))
                .compose(v -> node.host("account", new AccountVerticle(platform)))
                .compose(v -> node.host("mail", new MailVerticle(platform)))
                .compose(v -> node.host("catalog", new CatalogVerticle(platform)))
                .compose(v -> node.host("builder", new BuilderVerticle(platform)))
                .compose(v -> node.host("cart", new CartVerticle(platform)))
                .compose(v -> node.host("ordering", new OrderingVerticle(platform)))
                .compose(v -> node.host("payment", new PaymentVerticle(platform)));
    }

    private static Future<Void> gateway(Node node, Contract contract) {
        Platform platform = node.platform();
        Texts texts = Texts.load();
        Gateway gateway = Gateway.of(platform, contract, new Problems(texts));
        WebRoutes web = new WebRoutes(gateway, texts);
        return contract.openApi(platform.vertx())
                .compose(openApi -> node.deployOnEveryLoop(
                        () -> new GatewayVerticle(gateway, contract, openApi, List.of(web::mount))));
    }
}
