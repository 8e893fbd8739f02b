package rolt.workshop;

import java.util.List;
import java.util.UUID;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.workshop.WarrantyMessages.ApproveClaim;
import rolt.workshop.WarrantyMessages.ClaimEvent;
import rolt.workshop.WarrantyMessages.ClaimId;
import rolt.workshop.WarrantyMessages.ClaimList;
import rolt.workshop.WarrantyMessages.ClaimMove;
import rolt.workshop.WarrantyMessages.ClaimState;
import rolt.workshop.WarrantyMessages.ClaimSummary;
import rolt.workshop.WarrantyMessages.ListClaims;
import rolt.workshop.WarrantyMessages.RejectClaim;
import rolt.workshop.WarrantyMessages.VoidWarranty;
import rolt.workshop.WarrantyMessages.VoidedWarranty;
import rolt.workshop.WarrantyMessages.WarrantyClaim;
import rolt.workshop.WarrantyMessages.WarrantyState;
import rolt.workshop.WarrantyRepository.Warranty;
import rolt.workshop.WorkshopMails.Claimed;

/** What staff do with warranties and claims. Warranties are locked before their claims, by whoever locks both. */
final class ClaimDesk {
    private static final int PAGE = 30;

    private final Platform platform;
    private final WarrantyService service;
    private final WarrantyRepository warranties;
    private final ClaimRepository claims;
    private final WorkshopMails mails;

    ClaimDesk(Platform platform, WarrantyService service) {
        this.platform = platform;
        this.service = service;
        this.warranties = new WarrantyRepository(platform.database());
        this.claims = new ClaimRepository(platform.database());
        this.mails = new WorkshopMails(platform);
    }

    ClaimList listClaims(Caller caller, ListClaims input) {
        int limit = input.limit() == null ? PAGE : input.limit();
        List<ClaimSummary> found = claims.list(input, limit + 1, caller.language());
        List<ClaimSummary> items = found.subList(0, Math.min(limit, found.size()));
        return new ClaimList(items, found.size() > limit ? items.getLast().id() : null);
    }

    WarrantyClaim approveClaim(Caller caller, ApproveClaim input) {
        return move(caller, new Answer(input.claimId(), input.words()), ClaimMove.APPROVE);
    }

    WarrantyClaim rejectClaim(Caller caller, RejectClaim input) {
        return move(caller, new Answer(input.claimId(), input.reason()), ClaimMove.REJECT);
    }

    WarrantyClaim completeClaim(Caller caller, ClaimId input) {
        return move(caller, new Answer(input.claimId(), null), ClaimMove.COMPLETE);
    }

    /** What staff say about a claim; @param words null where there is nothing to say */
    private record Answer(UUID claim, String words) {}

    /** What is moved already stays as it is, with the words that it got then. */
    private WarrantyClaim move(Caller caller, Answer answer, ClaimMove move) {
        platform.database().transaction(tx -> {
            Warranty warranty = lockWarrantyOf(tx, answer.claim());
            ClaimState state = claims.lock(tx, answer.claim()).orElseThrow();
            if (state != move.to()) {
                refuseWrongStep(move, state);
                move(tx, caller, answer, new Told(warranty, move.name(), move.to()));
            }
            return state;
        });
        mails.hurry();
        return service.getClaim(caller, new ClaimId(answer.claim()));
    }

    private Warranty lockWarrantyOf(Transaction tx, UUID claim) {
        UUID warranty = claims.warrantyOf(tx, claim).orElseThrow(() -> Problem.notFound("claim"));
        return warranties.lock(tx, warranty).orElseThrow(() -> Problem.notFound("claim"));
    }

    private static void refuseWrongStep(ClaimMove move, ClaimState state) {
        if (!move.possibleFrom(state)) {
            throw Problem.conflict("claim.wrong-step");
        }
    }

    /** What becomes of a claim; @param what in its history */
    private record Told(Warranty warranty, String what, ClaimState to) {}

    private void move(Transaction tx, Caller caller, Answer answer, Told told) {
        claims.move(tx, answer.claim(), told.to());
        claims.note(tx, answer.claim(), new ClaimEvent(told.what(), answer.words(), null, null), caller.accountId());
        mails.claimMoved(
                tx,
                told.warranty().customer(),
                new Claimed(answer.claim(), told.to(), told.warranty().item(), answer.words()));
    }

    /** Ends a warranty for good. A claim that nobody has answered is rejected with it; what was approved is still done. */
    VoidedWarranty voidWarranty(Caller caller, VoidWarranty input) {
        platform.database().transaction(tx -> {
            Warranty warranty = warranties.lock(tx, input.warrantyId()).orElseThrow(() -> Problem.notFound("warranty"));
            if (warranty.state() != WarrantyState.VOID) {
                warranties.makeVoid(tx, warranty.id(), caller.accountId(), input.reason());
                claims.requested(tx, warranty.id())
                        .ifPresent(claim -> move(
                                tx,
                                caller,
                                new Answer(claim, input.reason()),
                                new Told(warranty, "VOID", ClaimState.REJECTED)));
            }
            return warranty;
        });
        mails.hurry();
        return new VoidedWarranty(input.warrantyId(), WarrantyState.VOID);
    }
}
