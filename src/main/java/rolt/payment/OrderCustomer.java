package rolt.payment;

import rolt.platform.Language;

/**
 * Whom to tell of an order's money.
 *
 * @param code the order's
 * @param name the recipient's
 */
record OrderCustomer(String code, String name, String email, Language language) {}
