package rolt.finance;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rolt.finance.FinanceMessages.Balance;
import rolt.finance.FinanceMessages.ExplainOrder;
import rolt.finance.FinanceMessages.GetPayment;
import rolt.finance.FinanceMessages.GetRefund;
import rolt.finance.FinanceMessages.MoneyTransfer;
import rolt.finance.FinanceMessages.OrderMoney;
import rolt.finance.FinanceMessages.PaymentFile;
import rolt.finance.FinanceMessages.RefundFile;
import rolt.finance.MoneyLedger.Account;
import rolt.finance.MoneyLedger.Kind;
import rolt.finance.MoneyRepository.Charged;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** Shows where the money of orders is. */
final class FinanceService {
    private static final Set<RefundState> ON_ITS_WAY =
            EnumSet.of(RefundState.REQUESTED, RefundState.SENT, RefundState.ACCEPTED, RefundState.UNKNOWN);

    private final MoneyRepository repository;

    FinanceService(MoneyRepository repository) {
        this.repository = repository;
    }

    /** @throws Problem 404 for a reference that there is not */
    PaymentFile getPayment(GetPayment input) {
        return repository.payment(input.txnRef()).orElseThrow(() -> Problem.notFound("payment"));
    }

    /** @throws Problem 404 for a refund that there is not */
    RefundFile getRefund(GetRefund input) {
        return repository.refund(input.refundId()).orElseThrow(() -> Problem.notFound("refund"));
    }

    /** @throws Problem 404 for an order that there is not */
    OrderMoney explainOrder(Caller caller, ExplainOrder input) {
        Charged order = repository.order(input.code(), caller.language()).orElseThrow(() -> Problem.notFound("order"));
        List<PaymentFile> payments = repository.paymentsOf(order.id());
        List<RefundFile> refunds = repository.refundsOf(order.id());
        List<MoneyTransfer> transfers = repository.transfers(order.id());
        return new OrderMoney(
                order.owner(),
                order.placedAt(),
                order.charges(),
                order.goodsTotal(),
                order.shippingFee(),
                order.vat(),
                payments,
                refunds,
                transfers,
                balance(payments, refunds, transfers));
    }

    private static Balance balance(
            List<PaymentFile> payments, List<RefundFile> refunds, List<MoneyTransfer> transfers) {
        return new Balance(
                sum(transfers, Set.of(Kind.CAPTURE)),
                sum(transfers, Set.of(Kind.PAYOUT, Kind.BANK_PAYOUT)),
                credit(transfers, Account.CUSTOMER),
                refunds.stream()
                        .filter(refund -> ON_ITS_WAY.contains(refund.state()))
                        .mapToLong(RefundFile::amount)
                        .sum(),
                credit(transfers, Account.SALES),
                payments.stream()
                        .filter(PaymentFile::pays)
                        .mapToLong(payment -> payment.captured() - payment.refunded())
                        .sum());
    }

    private static long sum(List<MoneyTransfer> transfers, Set<Kind> kinds) {
        return transfers.stream()
                .filter(transfer -> kinds.contains(transfer.kind()))
                .mapToLong(MoneyTransfer::amount)
                .sum();
    }

    private static long credit(List<MoneyTransfer> transfers, Account account) {
        long credited = transfers.stream()
                .filter(transfer -> transfer.credit() == account)
                .mapToLong(MoneyTransfer::amount)
                .sum();
        long debited = transfers.stream()
                .filter(transfer -> transfer.debit() == account)
                .mapToLong(MoneyTransfer::amount)
                .sum();
        return credited - debited;
    }
}
