package rolt.workshop;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.mail.MailMessages.ClaimMoved;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.PartAwaited;
import rolt.mail.MailMessages.PromiseMoved;
import rolt.mail.MailMessages.WorkFinished;
import rolt.platform.Language;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;
import rolt.workshop.OpeningRepository.Awaiting;
import rolt.workshop.WarrantyMessages.ClaimState;
import rolt.workshop.WorkMessages.MovePromise;
import rolt.workshop.WorkRepository.Customer;
import rolt.workshop.WorkRepository.Work;

/** Tells customers what ordering does not: that work begins and that it is sent are ordering's mails. */
final class WorkshopMails {
    private final Platform platform;

    WorkshopMails(Platform platform) {
        this.platform = platform;
    }

    /** @param occasion of the history, so that what was reopened is told again */
    void workFinished(Transaction tx, UUID occasion, Customer to) {
        add(tx, "work-finished/" + occasion, to, new WorkFinished(to.name(), to.orderCode(), url(to, "")));
    }

    /** Once for each work order; without it nobody would send anything. */
    void partAwaited(Transaction tx, Awaiting work) {
        Customer to = work.customer();
        add(
                tx,
                "part-awaited/" + work.code(),
                to,
                new PartAwaited(to.name(), to.orderCode(), work.code(), work.parts(), null, url(to, "")));
    }

    /** What a technician wants to have from the customer; @param words what it is, or null */
    void partAskedFor(Transaction tx, UUID occasion, Work work, String words) {
        Customer to = work.customer();
        add(
                tx,
                "part-awaited/" + occasion,
                to,
                new PartAwaited(to.name(), to.orderCode(), work.code(), List.of(), words, url(to, "")));
    }

    /** @param occasion of the history, so that each move is told */
    void promiseMoved(Transaction tx, UUID occasion, Work work, MovePromise moved) {
        Customer to = work.customer();
        LocalDate before = work.promisedOn();
        add(
                tx,
                "promise-moved/" + occasion,
                to,
                new PromiseMoved(to.name(), to.orderCode(), before, moved.promisedOn(), moved.reason(), url(to, "")));
    }

    /** A claim of the warranty on something; @param words what staff wrote, or null */
    record Claimed(UUID claim, ClaimState state, String item, String words) {}

    void claimMoved(Transaction tx, Customer to, Claimed claim) {
        add(
                tx,
                "claim-" + claim.state() + "/" + claim.claim(),
                to,
                new ClaimMoved(
                        to.name(),
                        to.orderCode(),
                        claim.item(),
                        claim.state().name(),
                        claim.words(),
                        url(to, "/warranty")));
    }

    /** After the commit: the mails go out at once. */
    void hurry() {
        platform.bus().publish(Outbox.HINT, Map.of());
    }

    private <C extends Record & Content> void add(Transaction tx, String occasion, Customer to, C content) {
        Outbox.add(tx, Outbox.Kind.MAIL, occasion, Mail.of(to.language(), to.email(), content));
    }

    private String url(Customer to, String page) {
        String prefix = to.language() == Language.EN ? "/en" : "";
        return platform.config().http().publicUrl() + prefix + "/orders/" + to.orderCode() + page;
    }
}
