package rolt.gateway;

import rolt.platform.Platform;

/** What the gateway's routes share; made once for all event loops of the node. */
public record Gateway(
        Platform platform,
        Operations operations,
        Uploads uploads,
        Authentication authentication,
        RateLimits limits,
        OpenSockets sockets,
        Problems problems) {

    public static Gateway of(Platform platform, Contract contract, Problems problems) {
        RateLimits limits =
                new RateLimits(platform.redis(), platform.config().http().rateFactor());
        Operations operations = new Operations(contract, platform.bus(), limits);
        Authentication authentication = new Authentication(platform, limits);
        Uploads uploads = new Uploads(
                operations, authentication, platform.bus(), platform.config().media());
        OpenSockets sockets = new OpenSockets(platform.vertx(), platform.redis());
        return new Gateway(platform, operations, uploads, authentication, limits, sockets, problems);
    }
}
