package rolt.web.account;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;
import java.util.function.Function;
import rolt.gateway.Problems;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Web;

/**
 * Forms behind mailed links.
 *
 * @param form asks for what the link needs besides
 * @param expired says what to do when the link is of no use any more
 */
record MailedLink(Web web, BiFunction<Page, Form, JteModel> form, Function<Page, JteModel> expired) {
    private static final String EXPIRED = "link-expired";

    Future<Void> again(RoutingContext ctx, Throwable failure) {
        return Problems.problemOf(failure).code().equals(EXPIRED)
                ? web.refused(ctx, failure, problem -> web.send(ctx, expired))
                : web.again(ctx, failure, form);
    }
}
