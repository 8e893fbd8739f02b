package rolt.web;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import rolt.gateway.Answers;
import rolt.gateway.Bodies;
import rolt.gateway.Gateway;
import rolt.gateway.Problems;
import rolt.gateway.Requests;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;

/**
 * What the page routes share: they ask the same operations as the API does, as the same caller, and answer with HTML.
 * Every address exists twice, in Vietnamese and under {@code /en} in English.
 */
public final class Web {
    private static final String ENGLISH = "/en";
    private static final String SIGN_IN_NEEDED = "sign-in-needed";
    private static final int MOST_ASKED = 25;
    private static final long ASK_AGAIN_MILLIS = 200;
    private static final long FORM_LIMIT = 64 << 10;

    private final Gateway gateway;
    private final Pages pages;

    Web(Gateway gateway, Pages pages) {
        this.gateway = gateway;
        this.pages = pages;
    }

    public Gateway gateway() {
        return gateway;
    }

    /** What templates are given, for the address that was asked for. */
    public Page page(RoutingContext ctx) {
        return pages.page(ctx);
    }

    /** A page; what fails becomes the page of the problem. */
    public void get(Router router, String path, Function<RoutingContext, Future<Void>> handler) {
        both(path).forEach(address -> router.get(address).handler(ctx -> run(ctx, handler)));
    }

    /** What a form sends. */
    public void post(Router router, String path, Function<RoutingContext, Future<Void>> handler) {
        post(router, path, FORM_LIMIT, handler);
    }

    /** What a form sends that may be longer than usual. */
    public void post(Router router, String path, long limit, Function<RoutingContext, Future<Void>> handler) {
        both(path)
                .forEach(address -> router.post(address)
                        .handler(Bodies.upTo(limit))
                        .handler(ctx -> run(ctx, handler))
                        .failureHandler(ctx -> fail(ctx, Problems.problemOf(ctx))));
    }

    /** What a form sends with a file, for an operation that takes one. */
    public void upload(
            Router router,
            String path,
            String operation,
            BiFunction<RoutingContext, Future<Object>, Future<Void>> handler) {
        both(path)
                .forEach(address -> gateway.uploads()
                        .mount(
                                router.post(address),
                                operation,
                                (ctx, answer) -> run(ctx, asked -> handler.apply(asked, answer))));
    }

    private static List<String> both(String path) {
        return List.of(path, path.equals("/") ? ENGLISH : ENGLISH + path);
    }

    private void run(RoutingContext ctx, Function<RoutingContext, Future<Void>> handler) {
        Future.succeededFuture().compose(v -> handler.apply(ctx)).onFailure(e -> fail(ctx, e));
    }

    /** Asks an operation of the contract as the caller of this request. */
    public <T> Future<T> ask(RoutingContext ctx, String operation, JsonObject input, Class<T> answer) {
        return gateway.authentication()
                .caller(ctx)
                .compose(caller -> gateway.operations().call(caller, operation, input))
                .map(value -> Json.record(value, answer));
    }

    /** As {@link #ask}, for what needs a session to hang on: a visitor is given one. */
    public <T> Future<T> change(RoutingContext ctx, String operation, JsonObject input, Class<T> answer) {
        return gateway.authentication()
                .caller(ctx)
                .compose(this::countVisit)
                .compose(v -> gateway.authentication().visitor(ctx))
                .compose(caller -> ask(ctx, operation, input, answer));
    }

    /** A session is a row that is written, so it counts before there is one. */
    private Future<Void> countVisit(Caller caller) {
        return caller.sessionId() == null ? gateway.limits().check("write", caller) : Future.succeededFuture();
    }

    /** Asks an operation as anybody would, for a page that is kept for everyone. */
    public <T> Future<T> askAsAnyone(RoutingContext ctx, String operation, JsonObject input, Class<T> answer) {
        return gateway.operations().call(anyone(ctx), operation, input).map(value -> Json.record(value, answer));
    }

    /** Somebody unknown who reads this page's language. */
    public Caller anyone(RoutingContext ctx) {
        return new Caller(
                null,
                null,
                Set.of(),
                Requests.language(ctx),
                gateway.authentication().address(ctx),
                Requests.id(ctx));
    }

    /** A page that is the caller's own. */
    public Future<Void> send(RoutingContext ctx, Function<Page, JteModel> template) {
        ctx.response().putHeader("Cache-Control", "private, no-store");
        pages.send(ctx, template);
        return Future.succeededFuture();
    }

    /** A page for who is signed in, that shows nothing of his own yet. */
    public Future<Void> own(RoutingContext ctx, Function<Page, JteModel> template) {
        return gateway.authentication()
                .caller(ctx)
                .compose(caller -> caller.signedIn()
                        ? send(ctx, template)
                        : Future.failedFuture(Problem.unauthorized(SIGN_IN_NEEDED)));
    }

    /** A page that is the same for everyone: rendered once, and again when one of the tags was dropped. */
    public Future<Void> sendKept(
            RoutingContext ctx, Kept kept, Function<RoutingContext, Future<Function<Page, JteModel>>> page) {
        Cache.Slot slot = kept.slot(ctx);
        Cache.Entry ready = gateway.platform().cache().onHeap(slot.key());
        Future<Cache.Entry> entry = ready != null
                ? Future.succeededFuture(ready)
                : gateway.platform().cache().get(slot, () -> page.apply(ctx).map(template -> entry(ctx, template)));
        return entry.compose(found -> {
            pages.head(ctx.response(), page(ctx));
            return Answers.send(ctx, found, "public, no-cache");
        });
    }

    private Cache.Entry entry(RoutingContext ctx, Function<Page, JteModel> template) {
        return Answers.entry(Pages.render(template.apply(page(ctx))), "text/html; charset=utf-8");
    }

    /** Leads the browser on with GET, in the language of the page it comes from. */
    public Future<Void> redirect(RoutingContext ctx, String path) {
        return leave(ctx, page(ctx).link(path));
    }

    /** Leads the browser on with GET, to a whole address. */
    public Future<Void> leave(RoutingContext ctx, String address) {
        return ctx.response()
                .setStatusCode(303)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Location", address)
                .end();
    }

    /** A form once more: as it was filled in, what is wrong beside its fields, and the problem's status. */
    public Future<Void> again(RoutingContext ctx, Throwable failure, BiFunction<Page, Form, JteModel> template) {
        return refused(ctx, failure, problem -> {
            Form form = Form.of(ctx, faults(ctx, problem));
            return send(ctx, page -> template.apply(page, form));
        });
    }

    /** A page that goes on in spite of a problem and has its status; who must sign in first is asked to all the same. */
    public Future<Void> refused(RoutingContext ctx, Throwable failure, Function<Problem, Future<Void>> page) {
        Problem problem = Problems.problemOf(failure);
        if (ctx.response().headWritten() || problem.code().equals(SIGN_IN_NEEDED)) {
            return Future.failedFuture(problem);
        }
        ctx.response().setStatusCode(problem.status());
        return page.apply(problem);
    }

    /** What is wrong with a form, by field, in the page's language. */
    public Faults faults(RoutingContext ctx, Problem problem) {
        return Faults.of(gateway.problems(), problem, Requests.language(ctx));
    }

    /**
     * Asks again while the same key is at work: of a form sent twice the browser shows the second answer, which should
     * be that of the first.
     */
    public <T> Future<T> untilFree(RoutingContext ctx, Supplier<Future<T>> asking) {
        return untilFree(ctx, asking, MOST_ASKED);
    }

    private static <T> Future<T> untilFree(RoutingContext ctx, Supplier<Future<T>> asking, int times) {
        return asking.get().recover(e -> {
            boolean busy = e instanceof Problem problem && problem.code().equals("idempotency.in-flight");
            return busy && times > 1
                    ? ctx.vertx().timer(ASK_AGAIN_MILLIS).compose(v -> untilFree(ctx, asking, times - 1))
                    : Future.failedFuture(e);
        });
    }

    /** The problem in one sentence, in the page's language. */
    public String words(RoutingContext ctx, Problem problem) {
        return gateway.problems().title(problem, Requests.language(ctx));
    }

    /** The page for an address that nothing answers. */
    void missing(RoutingContext ctx) {
        fail(ctx, Problem.notFound("page"));
    }

    /** Who is not signed in is asked to, and comes back; anything else becomes a page that says what is wrong. */
    private void fail(RoutingContext ctx, Throwable failure) {
        if (ctx.response().ended() || ctx.response().headWritten()) {
            return;
        }
        Problem problem = Problems.problemOf(failure);
        if (problem.code().equals(SIGN_IN_NEEDED)) {
            redirect(ctx, "/login" + wayBack(ctx));
            return;
        }
        ctx.response().setStatusCode(problem.status());
        String title = words(ctx, problem);
        send(ctx, page -> Pages.TEMPLATES.problem(page, problem, title));
    }

    /** Only a page can be come back to: what a form sent is gone. */
    private String wayBack(RoutingContext ctx) {
        if (ctx.request().method() != HttpMethod.GET) {
            return "";
        }
        String query = ctx.request().query();
        return "?next=" + Page.encode(page(ctx).path() + (query == null ? "" : "?" + query));
    }
}
