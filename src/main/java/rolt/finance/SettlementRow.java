package rolt.finance;

/**
 * A row of a settlement file.
 *
 * @param line in the file, from 1
 * @param refund whether it is one, otherwise a payment
 * @param transactionNo VNPAY's number of the payment or of the refund
 * @param amount in hundredths of a đồng, positive
 * @param status two digits, 00 for what is done
 */
record SettlementRow(int line, boolean refund, String txnRef, String transactionNo, long amount, String status) {
    boolean done() {
        return status.equals("00");
    }

    long dong() {
        return amount / 100;
    }
}
