package rolt.torture;

/**
 * A payment attempt as the customer got it.
 *
 * @param amount in đồng
 */
record Attempt(String txnRef, String orderCode, long amount, String payUrl) {}
