package rolt.mail;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import rolt.platform.Breaker;
import rolt.platform.Problem;

/** The mail server of {@code SMTP_URL}: {@code smtp://user:password@host:port}, or smtps. */
final class Smtp {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 4;

    /** Some servers say good-bye to who is idle for ten seconds, and the client takes that for an error. */
    private static final int IDLE_SECONDS = 5;

    private final Future<Context> eventLoop;
    private final MailClient client;
    private final Breaker breaker;

    Smtp(Vertx vertx, URI url) {
        eventLoop = eventLoop(vertx);
        client = MailClient.create(vertx, config(url));
        breaker = new Breaker(vertx, "mail", TIMEOUT, e -> !isRefusal(e));
    }

    /** On virtual threads a reply may overtake the handler it is meant for, and is dropped: the mail then waits in vain. */
    private static Future<Context> eventLoop(Vertx vertx) {
        Promise<Context> found = Promise.promise();
        Deployable place = context -> {
            found.complete(context);
            return Future.succeededFuture();
        };
        vertx.deployVerticle(place, new DeploymentOptions().setThreadingModel(ThreadingModel.EVENT_LOOP))
                .onFailure(found::tryFail);
        return found.future();
    }

    static MailConfig config(URI url) {
        boolean encrypted = url.getScheme().equals("smtps");
        MailConfig config = new MailConfig(url.getHost(), port(url, encrypted))
                .setSsl(encrypted)
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setStarttls(StartTLSOptions.OPTIONAL);
        if (url.getRawUserInfo() == null) {
            return config.setLogin(LoginOption.DISABLED);
        }
        String[] user = url.getRawUserInfo().split(":", 2);
        return config.setLogin(LoginOption.REQUIRED)
                .setStarttls(encrypted ? StartTLSOptions.DISABLED : StartTLSOptions.REQUIRED)
                .setUsername(decode(user[0]))
                .setPassword(user.length > 1 ? decode(user[1]) : "");
    }

    private static int port(URI url, boolean encrypted) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return encrypted ? 465 : 587;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Returns once the server has taken the mail. */
    void send(MailMessage message) {
        breaker.call(() -> eventLoop.compose(context -> onEventLoop(context, message)));
    }

    private Future<MailResult> onEventLoop(Context context, MailMessage message) {
        Promise<MailResult> taken = Promise.promise();
        context.runOnContext(v -> client.sendMail(message).onComplete(taken));
        return taken.future();
    }

    boolean isOut() {
        return breaker.isOpen();
    }

    /** Whether the server will never take this mail, whereas it may well take others. */
    static boolean isRefusal(Throwable e) {
        return e instanceof SMTPException smtp && smtp.isPermanent();
    }

    /** Whether nothing was wrong with the mail: the server was not asked. */
    static boolean wasNotAsked(Throwable e) {
        return e instanceof Problem problem && problem.code().equals("unavailable");
    }

    void close() {
        breaker.close();
        client.close();
    }
}
