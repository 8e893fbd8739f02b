/**
 * VNPAY's gateway as a merchant sees it, for development and tests: the payment pages, the notification with its
 * retries, and the merchant API; and a console to play VNPAY by hand, which is an API for tests. Strict where VNPAY is
 * strict; everything is kept in memory and bounded.
 */
package rolt.dev.vnpay;
