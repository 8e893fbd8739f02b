package rolt.dev;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.net.BindException;
import rolt.platform.Json;

/** The pages of development on a loopback port of their own: the mailbox, and what is mounted beside it. */
public final class DevConsole implements AutoCloseable {
    private final Mailbox mailbox;
    private final Router router;
    private final HttpServer server;

    public DevConsole(Vertx vertx, Mailbox mailbox) {
        this.mailbox = mailbox;
        router = Router.router(vertx);
        server = vertx.createHttpServer();
        router.get("/api/mails").handler(this::listMails);
        router.get("/api/mails/:id").handler(this::getMail);
        router.delete("/api/mails").handler(this::removeMails);
        router.get("/mails").handler(page -> page.reroute("/mails/index.html"));
        router.get("/").handler(page -> page.redirect("/mails"));
        router.get("/mails/*").handler(StaticHandler.create("dev/mails").setCachingEnabled(false));
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

    private void listMails(RoutingContext request) {
        var to = request.request().getParam("to", "");
        json(
                request,
                mailbox.mails().stream()
                        .filter(mail -> to.isEmpty() || mail.to().equalsIgnoreCase(to))
                        .toList());
    }

    private void getMail(RoutingContext request) {
        var id = request.pathParam("id");
        mailbox.mails().stream()
                .filter(mail -> String.valueOf(mail.id()).equals(id))
                .findFirst()
                .ifPresentOrElse(mail -> json(request, mail), () -> request.fail(404));
    }

    private void removeMails(RoutingContext request) {
        mailbox.clear();
        request.response().setStatusCode(204).end();
    }

    private static void json(RoutingContext request, Object value) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Json.buffer(value));
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
