package rolt.payment;

import rolt.platform.Language;

/**
 * Whom to tell of an order's money.
 *
 * @param code the order's
 * @param name the recipient's
 */
record OrderCustomer(String code, String name, String email, Language language) {
    /** The page of the order in his language. @param shop where the shop is reached, without a slash at the end */
    String url(String shop) {
        return shop + (language == Language.EN ? "/en" : "") + "/orders/" + code;
    }
}
