package rolt.planted.ordering;

import io.vertx.core.Future;

class AwaitsByItself {
    Object await() {
        return Future.succeededFuture("now").await();
    }
}
