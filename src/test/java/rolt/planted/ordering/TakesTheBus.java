package rolt.planted.ordering;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;

class TakesTheBus {
    EventBus take(Vertx vertx) {
        return vertx.eventBus();
    }
}
