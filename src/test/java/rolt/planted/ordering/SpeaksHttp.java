package rolt.planted.ordering;

import io.vertx.ext.web.RoutingContext;

class SpeaksHttp {
    void speak(RoutingContext ctx) {
        ctx.end("hello");
    }
}
