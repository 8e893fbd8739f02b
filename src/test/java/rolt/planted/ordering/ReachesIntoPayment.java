package rolt.planted.ordering;

import rolt.planted.payment.TooPublic;

/** Uses another domain's class that is no message. */
class ReachesIntoPayment {
    Object reach() {
        return new TooPublic();
    }
}
