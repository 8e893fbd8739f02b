package rolt.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rolt.media.MediaMessages.Picture;

/** What is asked and answered about warranties. Texts are in the caller's language, days are Vietnam's. */
public final class WarrantyMessages {
    private WarrantyMessages() {}

    /** Where the warranty of a line of an order stands today. */
    public enum WarrantyState {
        ACTIVE,
        EXPIRED,
        VOID
    }

    /** Where a claim stands. */
    public enum ClaimState {
        REQUESTED,
        APPROVED,
        REJECTED,
        DONE;

        /** Whether it waits for somebody; a line has at most one such claim. */
        public boolean isOpen() {
            return this == REQUESTED || this == APPROVED;
        }
    }

    /** The state table of a claim: from where, to where. No request carries a state. */
    public enum ClaimMove {
        APPROVE(Set.of(ClaimState.REQUESTED), ClaimState.APPROVED),
        REJECT(Set.of(ClaimState.REQUESTED), ClaimState.REJECTED),
        COMPLETE(Set.of(ClaimState.APPROVED), ClaimState.DONE);

        private final Set<ClaimState> from;
        private final ClaimState to;

        ClaimMove(Set<ClaimState> from, ClaimState to) {
            this.from = from;
            this.to = to;
        }

        public boolean possibleFrom(ClaimState state) {
            return from.contains(state);
        }

        public ClaimState to() {
            return to;
        }
    }

    /** {@code workshop.getWarranty}: the warranty of each line of an order. */
    public record GetWarranty(String code) {}

    /** Empty until the order is delivered; @param givenBack whether all its money has gone back, so that nothing is claimed */
    public record OrderWarranty(String code, boolean givenBack, List<WarrantyLine> items) {}

    /**
     * @param position of the line in its order
     * @param until the last day
     * @param voidReason null unless it is void
     * @param claimable whether a claim can be made now
     */
    public record WarrantyLine(
            UUID warrantyId,
            int position,
            String sku,
            String name,
            int quantity,
            WarrantyState state,
            LocalDate until,
            String voidReason,
            boolean claimable,
            List<WarrantyClaim> claims) {}

    /** {@code workshop.requestClaim} */
    public record RequestClaim(String code, int position, String description, String idempotencyKey) {}

    /** {@code workshop.getClaim} */
    public record ClaimId(UUID claimId) {}

    /** {@code workshop.addClaimPhoto} */
    public record AddClaimPhoto(UUID claimId, byte[] file) {}

    /**
     * A claim with what belongs to it.
     *
     * @param item what it is about
     * @param photographable whether the customer may add a photo
     * @param moves what staff may do with it; none for the customer
     */
    public record WarrantyClaim(
            UUID id,
            UUID warrantyId,
            String orderCode,
            String customer,
            String sku,
            String item,
            ClaimState state,
            String description,
            Instant askedAt,
            LocalDate until,
            WarrantyState warranty,
            String voidReason,
            boolean photographable,
            List<Picture> photos,
            List<ClaimEvent> events,
            List<ClaimMove> moves) {}

    /**
     * @param what REQUEST, a move, or VOID for a claim that ended with its warranty
     * @param words the customer reads them; or null
     * @param actor told to staff only; null as well for an account that is gone
     */
    public record ClaimEvent(String what, String words, String actor, Instant at) {}

    /** {@code workshop.listClaims}: oldest first; @param state null for all that wait for somebody */
    public record ListClaims(ClaimState state, Integer limit, UUID after) {}

    public record ClaimList(List<ClaimSummary> items, UUID next) {}

    public record ClaimSummary(
            UUID id, String orderCode, String customer, String item, ClaimState state, Instant askedAt, int photos) {}

    /** {@code workshop.approveClaim}; @param words the customer reads them */
    public record ApproveClaim(UUID claimId, String words) {}

    /** {@code workshop.rejectClaim}; @param reason the customer reads it */
    public record RejectClaim(UUID claimId, String reason) {}

    /** {@code workshop.voidWarranty}; @param reason the customer reads it */
    public record VoidWarranty(UUID warrantyId, String reason) {}

    public record VoidedWarranty(UUID warrantyId, WarrantyState warranty) {}
}
