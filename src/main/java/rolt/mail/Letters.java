package rolt.mail;

import java.util.Arrays;
import java.util.stream.Stream;
import rolt.mail.MailMessages.AccountDeleted;
import rolt.mail.MailMessages.AddressChangeAsked;
import rolt.mail.MailMessages.AddressChanged;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.ChatContent;
import rolt.mail.MailMessages.ClaimMoved;
import rolt.mail.MailMessages.ConfirmNewAddress;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.NoAccount;
import rolt.mail.MailMessages.OrderCancelled;
import rolt.mail.MailMessages.OrderDelivered;
import rolt.mail.MailMessages.OrderInAssembly;
import rolt.mail.MailMessages.OrderPaid;
import rolt.mail.MailMessages.OrderShipped;
import rolt.mail.MailMessages.PartAwaited;
import rolt.mail.MailMessages.PasswordChanged;
import rolt.mail.MailMessages.PasswordForgotten;
import rolt.mail.MailMessages.PaymentUnclear;
import rolt.mail.MailMessages.PromiseMoved;
import rolt.mail.MailMessages.RefundOnItsWay;
import rolt.mail.MailMessages.RefundPaidOut;
import rolt.mail.MailMessages.RefundWithdrawn;
import rolt.mail.MailMessages.RolesChanged;
import rolt.mail.MailMessages.SignInChanged;
import rolt.mail.MailMessages.VerifyAddress;
import rolt.mail.MailMessages.WorkFinished;
import rolt.platform.Json;

/** Finds the words of a mail in its language. */
final class Letters {
    private Letters() {}

    /** @throws IllegalArgumentException for an unknown template */
    static Letter of(Mail mail) {
        Wording wording = new Wording(mail.language());
        AccountLetters account = new AccountLetters(wording);
        OrderLetters order = new OrderLetters(wording);
        return switch (content(mail)) {
            case VerifyAddress verify -> account.verifyAddress(verify);
            case AlreadyRegistered registered -> account.alreadyRegistered(registered);
            case PasswordForgotten forgotten -> account.passwordForgotten(forgotten);
            case NoAccount nobody -> account.noAccount(nobody);
            case PasswordChanged changed -> account.passwordChanged(changed);
            case ConfirmNewAddress confirm -> account.confirmNewAddress(confirm);
            case AddressChangeAsked asked -> account.addressChangeAsked(asked);
            case AddressChanged changed -> account.addressChanged(changed);
            case SignInChanged changed -> new SignInLetters(wording).signInChanged(changed);
            case AccountDeleted deleted -> account.accountDeleted(deleted);
            case RolesChanged changed -> new StaffLetters(wording).rolesChanged(changed);
            case PaymentUnclear unclear -> new MoneyLetters(wording).paymentUnclear(unclear);
            case RefundOnItsWay refund -> new MoneyLetters(wording).refundOnItsWay(refund);
            case RefundWithdrawn refund -> new MoneyLetters(wording).refundWithdrawn(refund);
            case RefundPaidOut refund -> new MoneyLetters(wording).refundPaidOut(refund);
            case WorkFinished finished -> new WorkshopLetters(wording).workFinished(finished);
            case PartAwaited awaited -> new WorkshopLetters(wording).partAwaited(awaited);
            case PromiseMoved moved -> new WorkshopLetters(wording).promiseMoved(moved);
            case ClaimMoved claim -> new WorkshopLetters(wording).claimMoved(claim);
            case ChatContent chat -> new ChatLetters(wording).of(chat);
            case OrderPaid paid -> order.orderPaid(paid);
            case OrderInAssembly begun -> order.orderInAssembly(begun);
            case OrderShipped shipped -> order.orderShipped(shipped);
            case OrderDelivered delivered -> order.orderDelivered(delivered);
            case OrderCancelled cancelled -> order.orderCancelled(cancelled);
        };
    }

    private static Content content(Mail mail) {
        return kinds(Content.class)
                .filter(kind -> kind.getSimpleName().equals(mail.template()))
                .findFirst()
                .map(kind -> (Content) Json.record(mail.values(), kind))
                .orElseThrow(() -> new IllegalArgumentException("There is no mail " + mail.template()));
    }

    private static Stream<Class<?>> kinds(Class<?> content) {
        return content.isRecord()
                ? Stream.of(content)
                : Arrays.stream(content.getPermittedSubclasses()).flatMap(Letters::kinds);
    }
}
