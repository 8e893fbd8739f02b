package rolt.torture;

/**
 * Who places one order.
 *
 * @param token proves to the shop who it is, for a quarter of an hour
 */
record Customer(String email, String token) {}
