package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import rolt.platform.Caller;

/** Provisional. */
public final class Authentication {
    public Future<Caller> caller(RoutingContext ctx) {
        return Future.succeededFuture(
                new Caller(null, null, Set.of(), Requests.language(ctx), address(ctx), Requests.id(ctx)));
    }

    Future<Caller> redeem(String ticket) {
        return Future.failedFuture(rolt.platform.Problem.unauthorized("ticket"));
    }

    public String address(RoutingContext ctx) {
        return ctx.request().remoteAddress().hostAddress();
    }
}
