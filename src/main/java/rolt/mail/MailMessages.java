package rolt.mail;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import rolt.mail.ChatMailMessages.ChatReplied;
import rolt.mail.ChatMailMessages.ChatTranscript;
import rolt.mail.ChatMailMessages.ChatUnattended;
import rolt.mail.ChatMailMessages.ChatsWaiting;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.platform.Json;
import rolt.platform.Language;

/** Mails as they wait in the outbox: a row of kind {@code mail} whose payload is a {@link Mail}. */
public final class MailMessages {
    private MailMessages() {}

    /** What a mail says, apart from its words. */
    public sealed interface Content {}

    /** What is said about conversations. */
    public sealed interface ChatContent extends Content
            permits ChatUnattended, ChatsWaiting, ChatReplied, ChatTranscript {}

    /**
     * A mail to be sent.
     *
     * @param template the name of the content's record, for example {@code OrderPaid}
     * @param to the address
     * @param values the content as JSON
     */
    public record Mail(String template, Language language, String to, JsonObject values) {
        public static <C extends Record & Content> Mail of(Language language, String to, C content) {
            return new Mail(content.getClass().getSimpleName(), language, to, Json.object(content));
        }
    }

    /**
     * It names nobody: the address has not shown yet that it is his who gave the name.
     *
     * @param url proves that the address can be read; good once, for 24 hours
     */
    public record VerifyAddress(String url) implements Content {}

    /** Somebody tried to register with an address that has an account. */
    public record AlreadyRegistered(String name, String url) implements Content {}

    /** @param url lets its reader choose a new password; good once, for 30 minutes */
    public record PasswordForgotten(String name, String url) implements Content {}

    /** Somebody has forgotten the password of an account that this address has not. */
    public record NoAccount(String email, String url) implements Content {}

    /** @param url for who did not do it */
    public record PasswordChanged(String name, String url) implements Content {}

    /** @param url lets the account have this address; good once, for 24 hours, for who is signed in to it */
    public record ConfirmNewAddress(String url) implements Content {}

    /** @param url for who did not ask for it */
    public record AddressChangeAsked(String name, String newEmail, String url) implements Content {}

    /** @param url takes the change back; good once, for 7 days */
    public record AddressChanged(String name, String newEmail, String url) implements Content {}

    /**
     * The roles of staff are others now.
     *
     * @param roles all that the reader has now, in the mail's language; none for who is staff no more
     * @param changedBy the administrator who did it
     * @param askAt the administrator's address
     */
    public record RolesChanged(String name, List<String> roles, String changedBy, String askAt, String url)
            implements Content {}

    /** What has changed about signing in to an account. */
    public enum SignInChange {
        SECOND_FACTOR_ON,
        SECOND_FACTOR_OFF,
        /** By an administrator. */
        SECOND_FACTOR_RESET,
        RECOVERY_CODES_RENEWED,
        RECOVERY_CODE_USED,
        /** Nothing is changed, but somebody with the right password has tried several wrong codes. */
        CODES_GUESSED,
        GOOGLE_LINKED,
        GOOGLE_UNLINKED
    }

    /** @param url for who did not do it */
    public record SignInChanged(String name, SignInChange change, String url) implements Content {}

    /** An account is gone. */
    public record AccountDeleted(String name, String url) implements Content {}

    /**
     * A paid order. All amounts in đồng, VAT included.
     *
     * @param lines with names in the mail's language
     * @param recipient where it goes, a line each: name, phone, address
     * @param url the order's page
     */
    public record OrderPaid(
            String name,
            String code,
            List<OrderLine> lines,
            long goodsTotal,
            long shippingFee,
            long total,
            long vat,
            List<String> recipient,
            String url)
            implements Content {}

    public record OrderLine(String name, int quantity, long total) {}

    /** The bench has begun with an order. */
    public record OrderInAssembly(String name, String code, String url) implements Content {}

    /**
     * A parcel is on its way.
     *
     * @param corrected whether the customer was told another number before
     * @param carrier its name, or null for one that the shop has no name of
     * @param trackingUrl where its way can be looked up, or null
     */
    public record OrderShipped(
            String name,
            String code,
            boolean corrected,
            String carrier,
            String trackingNumber,
            String trackingUrl,
            String url)
            implements Content {}

    /** A parcel has arrived. */
    public record OrderDelivered(String name, String code, String url) implements Content {}

    /**
     * An order is cancelled.
     *
     * @param reason what staff wrote about it; null where the customer cancelled it himself
     * @param refund what goes back now, in đồng; 0 where nothing was paid, or all has gone back before
     */
    public record OrderCancelled(String name, String code, String reason, boolean paid, long refund, String url)
            implements Content {}

    /**
     * VNPAY has not said yet whether a payment went through; the bank may have taken the money.
     *
     * @param order where it stands: whether its goods are kept, and whether it is paid already
     * @param amount in đồng
     * @param bank VNPAY's code of it, may be empty
     * @param url the order's page
     */
    public record PaymentUnclear(String name, String code, State order, long amount, String bank, String url)
            implements Content {}

    /**
     * Money goes back.
     *
     * @param code the order's
     * @param amount in đồng
     * @param url the order's page
     */
    public record RefundOnItsWay(String name, String code, long amount, RefundReason reason, String url)
            implements Content {}

    /** A refund that was told of is not made after all. */
    public record RefundWithdrawn(String name, String code, long amount, String url) implements Content {}

    /** Money has gone back, by the same way it came or by bank transfer. */
    public record RefundPaidOut(String name, String code, long amount, String url) implements Content {}

    /** The bench has finished all of an order's work. */
    public record WorkFinished(String name, String code, String url) implements Content {}

    /**
     * Work on what the customer owns waits until that is at the bench.
     *
     * @param work the code that stands on the parcel
     * @param parts slots of the build; none where there is no build
     * @param words of the technician who asks for it, or null
     */
    public record PartAwaited(String name, String code, String work, List<String> parts, String words, String url)
            implements Content {}

    /** The bench will be done on another day than the customer was told. */
    public record PromiseMoved(
            String name, String code, LocalDate before, LocalDate promisedOn, String reason, String url)
            implements Content {}

    /**
     * A warranty claim has come to another state.
     *
     * @param item what it is about, in the mail's language
     * @param state REQUESTED, APPROVED, REJECTED or DONE
     * @param words what staff wrote about it, or null
     * @param url where the claim is followed
     */
    public record ClaimMoved(String name, String code, String item, String state, String words, String url)
            implements Content {}

    /**
     * A worded mail. Both parts are rendered from it, so that the text part says everything the HTML part says.
     *
     * @param preview what mailboxes show beside the subject
     * @param table amounts, may be empty
     * @param notes small print below the button
     */
    public record Letter(
            Language language,
            String subject,
            String preview,
            String title,
            List<String> paragraphs,
            List<Row> table,
            Button button,
            List<String> notes) {}

    /** @param strong for the total */
    public record Row(String label, String amount, boolean strong) {}

    public record Button(String label, String url) {}
}
