package rolt.payment;

import java.util.Set;
import rolt.payment.PaymentMessages.RefundState;
import rolt.vnpay.VnpayReply;
import rolt.vnpay.VnpayReply.Genuine;
import rolt.vnpay.VnpayReply.Refused;

/**
 * What VNPAY's answer does to a refund: the rules as pure functions. Whatever leaves a doubt makes it UNKNOWN, because
 * a refund that is sent twice is paid twice.
 *
 * @param transactionNo VNPAY's number of the refund; null as long as it is not known
 * @param responseCode what VNPAY answered; null where nothing can be believed
 */
record RefundProgress(RefundState state, String transactionNo, String responseCode) {
    private static final String DONE = "00";
    private static final String NOT_PAID_OUT = "09";
    /** Codes that say that the request was looked at and turned down; 08, 16, 94, 98 and 99 leave it open. */
    private static final Set<String> TURNED_DOWN = Set.of("02", "03", "04", "13", "91", "93", "95", "97");

    private static final Set<String> REFUND_TYPES = Set.of("02", "03");

    /** After it was sent: 00 means accepted, not paid out. */
    static RefundProgress ofSending(VnpayReply reply) {
        return switch (reply) {
            case Genuine told ->
                new RefundProgress(
                        told.transactionStatus().equals(NOT_PAID_OUT) ? RefundState.REFUSED : RefundState.ACCEPTED,
                        number(told),
                        DONE);
            case Refused refused ->
                new RefundProgress(
                        refused.signed() && TURNED_DOWN.contains(refused.code())
                                ? RefundState.REFUSED
                                : RefundState.UNKNOWN,
                        null,
                        refused.code());
            default -> new RefundProgress(RefundState.UNKNOWN, null, null);
        };
    }

    /** After VNPAY was asked how far it is; what does not tell of this refund changes nothing. */
    static RefundProgress ofQuery(StoredRefund refund, VnpayReply reply) {
        if (reply instanceof Genuine told && isAbout(refund, told)) {
            RefundState state = switch (told.transactionStatus()) {
                case DONE -> RefundState.PAID_OUT;
                case NOT_PAID_OUT -> RefundState.REFUSED;
                default -> RefundState.ACCEPTED;
            };
            return new RefundProgress(state, number(told), DONE);
        }
        return new RefundProgress(refund.state(), refund.transactionNo(), null);
    }

    private static boolean isAbout(StoredRefund refund, Genuine told) {
        String number = number(told);
        if (number == null || !REFUND_TYPES.contains(told.transactionType())) {
            return false;
        }
        boolean same = refund.transactionNo() == null
                ? !number.equals(refund.payment().transactionNo())
                        && !refund.otherNumbers().contains(number)
                : number.equals(refund.transactionNo());
        return same && told.amount() == Math.multiplyExact(refund.amount(), 100L);
    }

    private static String number(Genuine told) {
        String number = told.transactionNo();
        return number.isEmpty() || number.equals("0") ? null : number;
    }
}
