package rolt.payment;

import java.util.List;
import java.util.Map;
import rolt.payment.PaymentMessages.CustomerReturned;
import rolt.payment.PaymentMessages.Return;
import rolt.platform.Bus;
import rolt.vnpay.VnpayNotification;
import rolt.vnpay.VnpayNotification.Outcome;
import rolt.vnpay.VnpaySignature;

/** Reads what the browser brought back from VNPAY. It never writes: the notification or a query settles. */
final class ReadReturn {
    /** Where it is told that a customer came back. */
    static final String RETURNED = "payment.customerReturned";

    private static final Return NOT_GENUINE = new Return(null, "UNKNOWN");

    private final Bus bus;
    private final PaymentRepository repository;
    private final VnpaySignature signature;

    ReadReturn(Bus bus, PaymentRepository repository, VnpaySignature signature) {
        this.bus = bus;
        this.repository = repository;
        this.signature = signature;
    }

    Return readReturn(PaymentMessages.ReadReturn input) {
        Map<String, List<String>> parameters = PaymentMessages.byName(input.parameters());
        if (!signature.verify(parameters)) {
            return NOT_GENUINE;
        }
        VnpayNotification told = VnpayNotification.of(parameters);
        if (told.outcome() != Outcome.FAILED) {
            bus.publish(RETURNED, new CustomerReturned(told.txnRef()));
        }
        return repository
                .orderCode(told.txnRef())
                .map(code -> new Return(code, told.outcome().name()))
                .orElse(NOT_GENUINE);
    }
}
