package rolt.payment;

import java.util.List;
import java.util.Map;
import rolt.payment.PaymentMessages.Return;

/** Reads what the browser brought back from VNPAY. It never writes: the notification alone settles. */
final class ReadReturn {
    private static final Return NOT_GENUINE = new Return(null, "UNKNOWN");

    private final PaymentRepository repository;
    private final VnpaySignature signature;

    ReadReturn(PaymentRepository repository, VnpaySignature signature) {
        this.repository = repository;
        this.signature = signature;
    }

    Return readReturn(PaymentMessages.ReadReturn input) {
        Map<String, List<String>> parameters = PaymentMessages.byName(input.parameters());
        if (!signature.verify(parameters)) {
            return NOT_GENUINE;
        }
        VnpayNotification told = VnpayNotification.of(parameters);
        return repository
                .orderCode(told.txnRef())
                .map(code -> new Return(code, told.outcome().name()))
                .orElse(NOT_GENUINE);
    }
}
