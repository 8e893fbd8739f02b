package rolt.account;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.account.AccountMessages.ChangePicture;
import rolt.account.AccountMessages.Nothing;
import rolt.media.MediaMessages;
import rolt.media.MediaMessages.AddPicture;
import rolt.media.MediaMessages.Picture;
import rolt.media.MediaMessages.RemovePicture;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** The picture of an account. */
final class OwnPicture {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPicture.class);

    private final Bus bus;
    private final AccountRepository accounts;

    OwnPicture(Bus bus, AccountRepository accounts) {
        this.bus = bus;
        this.accounts = accounts;
    }

    Picture change(Caller caller, ChangePicture change) {
        Picture picture = bus.call(caller, "media.addPicture", new AddPicture(change.file()), Picture.class);
        show(caller, picture.id());
        return picture;
    }

    Nothing remove(Caller caller, Nothing nothing) {
        show(caller, null);
        return new Nothing();
    }

    private void show(Caller caller, UUID picture) {
        Optional<UUID> before = accounts.changePicture(caller.accountId(), picture);
        before.ifPresent(id -> discard(caller, id));
    }

    /** What cannot be removed at once is found by the sweep: nobody has to wait or try again for it. */
    private void discard(Caller caller, UUID picture) {
        try {
            bus.call(caller, "media.removePicture", new RemovePicture(picture), MediaMessages.Nothing.class);
        } catch (Problem problem) {
            LOG.warn("Picture {} is left to the sweep", picture, problem);
        }
    }
}
