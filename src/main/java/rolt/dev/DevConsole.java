package rolt.dev;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.BindException;
import rolt.dev.mailbox.MailRoutes;
import rolt.dev.mailbox.Mailbox;

/** The pages of development on a loopback port of their own: the mailbox, and what is mounted beside it. */
public final class DevConsole implements AutoCloseable {
    private final Router router;
    private final HttpServer server;

    /** A console without a mailbox. */
    public DevConsole(Vertx vertx) {
        router = Router.router(vertx);
        server = vertx.createHttpServer();
    }

    public DevConsole(Vertx vertx, Mailbox mailbox) {
        this(vertx);
        var mails = new MailRoutes(mailbox);
        mails.mount(router);
    }

    /** Where another tool of development mounts its routes; it brings its own body handlers. */
    public Router router() {
        return router;
    }

    /**
     * Listens on the given port; 0 takes a free one.
     *
     * @throws DevProblem through the future where the port is taken
     */
    public Future<DevConsole> listen(int port) {
        return server.requestHandler(router)
                .listen(port, "127.0.0.1")
                .map(this)
                .recover(e -> Future.failedFuture(e instanceof BindException ? taken(port, e) : e));
    }

    private static DevProblem taken(int port, Throwable e) {
        return new DevProblem(
                "Port " + port + " for the development console is taken: set DEV_PORT to another one.", e);
    }

    /** Where the pages are: {@code http://host:port}. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public void close() {
        server.close().await();
    }
}
