package rolt.payment;

import rolt.vnpay.VnpayApi;
import rolt.vnpay.VnpayTerminal;

/**
 * The way to VNPAY's merchant API.
 *
 * @param calls where what is asked and answered is kept
 * @param queries whose turn it is to be asked about
 */
record MerchantApi(
        VnpayTerminal terminal, VnpayApi api, CallRepository calls, QueryRepository queries, QueryPace pace) {}
