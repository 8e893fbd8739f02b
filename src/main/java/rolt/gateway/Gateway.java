package rolt.gateway;

import rolt.platform.Platform;

/** What the gateway's routes share; made once for all event loops of the node. */
public record Gateway(
        Platform platform, Operations operations, Authentication authentication, RateLimits limits, Problems problems) {

    public static Gateway of(Platform platform, Contract contract, Problems problems) {
        RateLimits limits =
                new RateLimits(platform.redis(), platform.config().http().rateFactor());
        return new Gateway(
                platform,
                new Operations(contract, platform.bus(), limits),
                new Authentication(platform, limits),
                limits,
                problems);
    }
}
