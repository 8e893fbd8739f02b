package rolt.dev.mailbox;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import rolt.platform.Json;

/** The mailbox on the console: its page, and the same mails as JSON. */
public final class MailRoutes {
    private final Mailbox mailbox;

    public MailRoutes(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    public void mount(Router router) {
        router.get("/api/mails").handler(this::list);
        router.get("/api/mails/:id").handler(this::get);
        router.delete("/api/mails").handler(this::clear);
        router.get("/").handler(page -> page.redirect("/mails/"));
        router.get("/mails/*").handler(StaticHandler.create("dev/mails").setCachingEnabled(false));
    }

    private void list(RoutingContext request) {
        var to = request.request().getParam("to", "");
        json(
                request,
                mailbox.mails().stream()
                        .filter(mail -> to.isEmpty() || mail.to().equalsIgnoreCase(to))
                        .toList());
    }

    private void get(RoutingContext request) {
        var id = request.pathParam("id");
        mailbox.mails().stream()
                .filter(mail -> String.valueOf(mail.id()).equals(id))
                .findFirst()
                .ifPresentOrElse(mail -> json(request, mail), () -> request.fail(404));
    }

    private void clear(RoutingContext request) {
        mailbox.clear();
        request.response().setStatusCode(204).end();
    }

    private static void json(RoutingContext request, Object value) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Json.buffer(value));
    }
}
