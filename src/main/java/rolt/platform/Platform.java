package rolt.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;

/** What every domain stands on; made once at start and handed to each verticle. */
public record Platform(
        Vertx vertx,
        Config config,
        Bus bus,
        Database database,
        Cache cache,
        RedisClient redis,
        MediaStore store,
        MeterRegistry metrics) {}
