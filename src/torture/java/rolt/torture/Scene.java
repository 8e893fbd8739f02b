package rolt.torture;

/**
 * What a batch plays with.
 *
 * @param staff the token of somebody with every role
 */
record Scene(Shop shop, Calls calls, Vnpay vnpay, Backstage backstage, Sql sql, String staff, Tally tally) {}
