package rolt.dev.samples;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import rolt.dev.DevProblem;
import rolt.platform.Database;

/** Fills a migrated database with the sample products, their stock and the presets; what is there is brought up to date. */
public final class SampleData {
    private SampleData() {}

    /** Loads the files where they have changed since they were last loaded. */
    public static void load(String databaseUrl, String redisUrl) {
        String hash = SampleFiles.hash();
        if (hash.equals(loaded(databaseUrl))) {
            return;
        }
        try (SeedNode node = new SeedNode(databaseUrl, redisUrl)) {
            List<JsonObject> products = SampleFiles.products();
            node.add(SampleFiles.newProducts());
            node.countStock(products.stream()
                    .flatMap(product -> product.getJsonArray("variants").stream())
                    .map(JsonObject.class::cast)
                    .toList());
            addPresets(node.database());
            remember(node.database(), hash);
        }
    }

    private static void addPresets(Database database) {
        List<JsonObject> presets =
                SampleFiles.presets().stream().map(SampleData::preset).toList();
        database.run("""
                insert into builder.build (code, title_vi, title_en, text_vi, text_en, selection, preset, published, position)
                select code, title->>'vi', title->>'en', text->>'vi', text->>'en',
                    selection || jsonb_build_object('kitSku', coalesce(kit->>'sku', (
                        select v.sku from catalog.variant v join catalog.product p on p.id = v.product_id
                        where p.code = kit->>'code' order by v.position limit 1))),
                    true, true, row_number() over ()
                from jsonb_to_recordset($1::jsonb) as given (code text, title jsonb, text jsonb, kit jsonb, selection jsonb)
                on conflict (code) do update set (title_vi, title_en, text_vi, text_en, selection) =
                    (excluded.title_vi, excluded.title_en, excluded.text_vi, excluded.text_en, excluded.selection)
                """, new JsonArray(presets));
    }

    /** The files name parts as people do; the builder stores a selection, with the SKU of the kit added by Postgres. */
    private static JsonObject preset(JsonObject written) {
        return new JsonObject()
                .put("code", written.getString("code"))
                .put("title", written.getJsonObject("title"))
                .put("text", written.getJsonObject("text"))
                .put("kit", written.getJsonObject("kit"))
                .put(
                        "selection",
                        new JsonObject()
                                .put("choices", written.getJsonArray("choices", new JsonArray()))
                                .put("switches", picks(new JsonArray().add(written.getString("switch"))))
                                .put("keycapSkus", written.getJsonArray("keycaps"))
                                .put("accessories", picks(written.getJsonArray("accessories")))
                                .put("services", picks(written.getJsonArray("services"))));
    }

    private static JsonArray picks(JsonArray skus) {
        return new JsonArray(
                skus.stream().map(sku -> new JsonObject().put("sku", sku)).toList());
    }

    private static void remember(Database database, String hash) {
        database.run("create schema if not exists dev");
        database.run("create table if not exists dev.loaded (name text primary key, hash text not null)");
        database.run(
                "insert into dev.loaded values ('sample', $1) on conflict (name) do update set hash = excluded.hash",
                hash);
    }

    /** Asked over JDBC, so that a start with nothing to do needs no Vert.x. */
    private static String loaded(String databaseUrl) {
        try (Connection connection = connect(URI.create(databaseUrl));
                Statement statement = connection.createStatement()) {
            ResultSet table = statement.executeQuery("select to_regclass('dev.loaded') is not null");
            table.next();
            if (!table.getBoolean(1)) {
                return "";
            }
            ResultSet hash = statement.executeQuery("select hash from dev.loaded where name = 'sample'");
            return hash.next() ? hash.getString(1) : "";
        } catch (SQLException e) {
            throw new DevProblem("The sample data cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static Connection connect(URI url) throws SQLException {
        String[] user = url.getUserInfo().split(":", 2);
        String address = "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath();
        return DriverManager.getConnection(address, user[0], user.length > 1 ? user[1] : "");
    }
}
