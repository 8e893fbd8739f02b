package rolt.planted.platform;

import rolt.planted.payment.TooPublic;

class KnowsOrdering {
    Object know() {
        return new TooPublic();
    }
}
