package rolt.platform;

import io.vertx.core.Vertx;
import rolt.TestShop;

/** The shop's database through connections that belong to one test alone. */
final class OwnDatabase implements AutoCloseable {
    final Vertx vertx = Vertx.vertx();
    final Database database;

    OwnDatabase(int connections) {
        database = Database.open(
                vertx, new Config.Postgres(TestShop.running().postgres.url(), connections));
    }

    /** Undeploys first, so that whoever still works has what to work with. */
    @Override
    public void close() {
        vertx.close().await();
        database.close();
    }
}
