package rolt.payment;

import java.util.UUID;
import rolt.ordering.OrderingMessages.State;

/**
 * Money that VNPAY took for an order and of which some can go back; its attempt is locked.
 *
 * @param refundable in đồng
 * @param paid whether the order is paid with it, so that a refund takes back a sale
 */
record Capture(UUID attemptId, UUID orderId, long refundable, boolean paid, OrderCustomer customer, State orderState) {}
