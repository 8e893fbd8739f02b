package rolt.workshop;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.media.MediaMessages.AddPicture;
import rolt.media.MediaMessages.Picture;
import rolt.platform.Caller;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.platform.Transaction;
import rolt.workshop.ClaimRepository.Filed;
import rolt.workshop.WarrantyMessages.AddClaimPhoto;
import rolt.workshop.WarrantyMessages.ClaimEvent;
import rolt.workshop.WarrantyMessages.ClaimId;
import rolt.workshop.WarrantyMessages.ClaimMove;
import rolt.workshop.WarrantyMessages.ClaimState;
import rolt.workshop.WarrantyMessages.GetWarranty;
import rolt.workshop.WarrantyMessages.OrderWarranty;
import rolt.workshop.WarrantyMessages.RequestClaim;
import rolt.workshop.WarrantyMessages.WarrantyClaim;
import rolt.workshop.WarrantyMessages.WarrantyLine;
import rolt.workshop.WarrantyMessages.WarrantyState;
import rolt.workshop.WarrantyRepository.Warranted;
import rolt.workshop.WarrantyRepository.Warranty;
import rolt.workshop.WorkshopMails.Claimed;

/** What customers do about the warranty of what they bought. What staff do is {@link ClaimDesk}. */
final class WarrantyService {
    private static final int MOST_PHOTOS = 5;

    private final Platform platform;
    private final WarrantyRepository warranties;
    private final ClaimRepository claims;
    private final WorkshopMails mails;

    WarrantyService(Platform platform) {
        this.platform = platform;
        this.warranties = new WarrantyRepository(platform.database());
        this.claims = new ClaimRepository(platform.database());
        this.mails = new WorkshopMails(platform);
    }

    OrderWarranty getWarranty(Caller caller, GetWarranty input) {
        if (!warranties.isReadable(input.code(), WorkService.ownerFilter(caller))) {
            throw Problem.notFound("order");
        }
        List<WarrantyClaim> made = claims.ofOrder(input.code(), caller.language()).stream()
                .map(claim -> seenBy(caller, claim))
                .toList();
        boolean givenBack = warranties.isGivenBack(input.code());
        List<WarrantyLine> lines = warranties.lines(input.code(), caller.language()).stream()
                .map(line -> line(line, made, !givenBack))
                .toList();
        return new OrderWarranty(input.code(), givenBack, lines);
    }

    private static WarrantyLine line(Warranted line, List<WarrantyClaim> made, boolean open) {
        return new WarrantyLine(
                line.id(),
                line.position(),
                line.sku(),
                line.name(),
                line.quantity(),
                line.state(),
                line.until(),
                line.voidReason(),
                open && line.state() == WarrantyState.ACTIVE && line.unclaimed(),
                made.stream()
                        .filter(claim -> claim.warrantyId().equals(line.id()))
                        .toList());
    }

    /**
     * @throws Problem 404 for another's order, 400 for a position that it does not have, 409 before the delivery, after the last day, while a claim is open, or once
     *     all the money has gone back
     */
    WarrantyClaim requestClaim(Caller caller, RequestClaim input) {
        if (!warranties.isReadable(input.code(), caller.accountId())) {
            throw Problem.notFound("order");
        }
        Guard guard = Guard.of(caller, "workshop.requestClaim", input.idempotencyKey(), input);
        ClaimId claim = platform.database()
                .transaction(tx -> Idempotency.once(tx, guard, ClaimId.class, () -> request(tx, caller, input)))
                .answer();
        mails.hurry();
        return getClaim(caller, claim);
    }

    private ClaimId request(Transaction tx, Caller caller, RequestClaim input) {
        Warranty warranty = warranties
                .lockOwn(tx, input.code(), caller.accountId(), input.position())
                .orElseThrow(() -> notCovered(tx, input));
        if (warranties.isGivenBack(tx, input.code())) {
            throw Problem.conflict("warranty.given-back");
        }
        if (warranty.state() != WarrantyState.ACTIVE) {
            throw Problem.conflict(warranty.state() == WarrantyState.VOID ? "warranty.void" : "warranty.expired");
        }
        UUID claim = claims.add(tx, warranty.id(), input.description())
                .orElseThrow(() -> Problem.conflict("warranty.claim-open"));
        claims.note(tx, claim, new ClaimEvent("REQUEST", null, null, null), caller.accountId());
        mails.claimMoved(tx, warranty.customer(), new Claimed(claim, ClaimState.REQUESTED, warranty.item(), null));
        return new ClaimId(claim);
    }

    private Problem notCovered(Transaction tx, RequestClaim input) {
        return warranties.hasLine(tx, input.code(), input.position())
                ? Problem.conflict("warranty.not-begun")
                : Problem.invalid("position", "order-line");
    }

    /** One's own, or any for staff. */
    WarrantyClaim getClaim(Caller caller, ClaimId input) {
        return claims.find(input.claimId(), isStaff(caller) ? null : caller.accountId(), caller.language())
                .map(claim -> seenBy(caller, claim))
                .orElseThrow(() -> Problem.notFound("claim"));
    }

    /** @throws Problem 409 for more than 5, and once it is answered */
    WarrantyClaim addClaimPhoto(Caller caller, AddClaimPhoto input) {
        if (claims.find(input.claimId(), caller.accountId(), caller.language()).isEmpty()) {
            throw Problem.notFound("claim");
        }
        Picture picture = platform.bus().call(caller, "media.addPicture", new AddPicture(input.file()), Picture.class);
        platform.database().transaction(tx -> {
            ClaimState state = claims.lockOwn(tx, input.claimId(), caller.accountId())
                    .orElseThrow(() -> Problem.notFound("claim"));
            if (state != ClaimState.REQUESTED) {
                throw Problem.conflict("claim.answered");
            }
            if (claims.countPhotos(tx, input.claimId()) >= MOST_PHOTOS) {
                throw Problem.conflict("photos.enough", Map.of("limit", MOST_PHOTOS));
            }
            claims.addPhoto(tx, input.claimId(), picture.id());
            return picture;
        });
        return getClaim(caller, new ClaimId(input.claimId()));
    }

    private WarrantyClaim seenBy(Caller caller, Filed claim) {
        boolean staff = isStaff(caller);
        List<Picture> photos = claims.photos(claim.id());
        return new WarrantyClaim(
                claim.id(),
                claim.warrantyId(),
                claim.orderCode(),
                claim.customer(),
                claim.sku(),
                claim.item(),
                claim.state(),
                claim.description(),
                claim.askedAt(),
                claim.until(),
                claim.warranty(),
                claim.voidReason(),
                claim.state() == ClaimState.REQUESTED && photos.size() < MOST_PHOTOS,
                photos,
                staff
                        ? claim.events()
                        : claim.events().stream().map(WarrantyService::unsigned).toList(),
                staff ? moves(claim.state()) : List.of());
    }

    private static List<ClaimMove> moves(ClaimState state) {
        return Arrays.stream(ClaimMove.values())
                .filter(move -> move.possibleFrom(state))
                .toList();
    }

    private static ClaimEvent unsigned(ClaimEvent event) {
        return new ClaimEvent(event.what(), event.words(), null, event.at());
    }

    private static boolean isStaff(Caller caller) {
        return caller.hasAny(Role.SUPPORT, Role.TECHNICIAN, Role.ADMIN);
    }
}
