package rolt.media;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.account.AccountMessages.AccountChanged;
import rolt.media.MediaMessages.AddPicture;
import rolt.media.MediaMessages.Nothing;
import rolt.media.MediaMessages.Picture;
import rolt.media.MediaMessages.RemovePicture;
import rolt.media.MediaMessages.SweepPictures;
import rolt.media.MediaMessages.SweptPictures;
import rolt.platform.Caller;
import rolt.platform.HeavyWork;
import rolt.platform.Leftovers;
import rolt.platform.MediaStore;
import rolt.platform.Problem;
import rolt.platform.Sha256;

/** Takes pictures in, and removes those that nothing uses. */
final class MediaService {
    private static final Logger LOG = LoggerFactory.getLogger(MediaService.class);
    private static final int MOST_A_DAY = 100;
    private static final int SECONDS_TO_WAIT = 5;

    private final MediaRepository pictures;
    private final MediaStore store;
    private final HeavyWork work;
    private final Leftovers leftovers;
    /** One picture of an account at a time, so that the queue is there for everyone. */
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    MediaService(MediaRepository pictures, MediaStore store, HeavyWork work, Leftovers leftovers) {
        this.pictures = pictures;
        this.store = store;
        this.work = work;
        this.leftovers = leftovers;
    }

    /**
     * Keeps an uploaded picture.
     *
     * @throws Problem 429 while another one of the same account is worked on, or after too many on one day
     */
    Picture addPicture(Caller caller, AddPicture add) {
        if (add.file() == null || add.file().length == 0) {
            throw Problem.invalid("file", "required");
        }
        if (!busy.add(caller.accountId())) {
            throw Problem.tooOften(SECONDS_TO_WAIT);
        }
        try {
            return keep(caller.accountId(), add.file());
        } finally {
            busy.remove(caller.accountId());
        }
    }

    /**
     * The row comes first, but is ready only after its files: what a crash leaves behind is found by it and swept, and
     * what fails, be it for want of memory, is taken back at once.
     */
    private Picture keep(UUID owner, byte[] file) {
        UUID id = pictures.begin(owner, MOST_A_DAY).orElseThrow(MediaService::enough);
        try {
            Renditions kept = work.run(() -> Renditions.of(file));
            store.add(kept.files().entrySet().stream()
                    .collect(Collectors.toMap(size -> size.getKey().file(id), Map.Entry::getValue)));
            if (!pictures.finish(id, Sha256.of(file), kept)) {
                throw Problem.notFound("picture");
            }
            return Picture.of(id, kept.width(), kept.height());
        } catch (Throwable e) {
            takeBack(id, e);
            throw e;
        }
    }

    private void takeBack(UUID id, Throwable reason) {
        try {
            remove(id);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
            LOG.warn("Picture {} is left to the sweep", id, e);
        }
    }

    /** Removes a picture that was replaced, unless something shows it still. */
    Nothing removePicture(Caller caller, RemovePicture picture) {
        if (!pictures.isUsed(picture.id())) {
            remove(picture.id());
        }
        return new Nothing();
    }

    /** Something of an account has changed: if it is gone, so is what it uploaded. The sweep sees to what is missed. */
    void accountChanged(AccountChanged changed) {
        pictures.listOfGone(changed.accountId()).forEach(this::remove);
        pictures.forgetCountsOfGone(changed.accountId());
    }

    /** Removes pictures that nothing shows and that were uploaded a day ago or by an account that is gone. */
    SweptPictures sweepPictures(SweepPictures sweep) {
        List<UUID> unused = pictures.claimOrphans(sweep.limit());
        unused.forEach(this::remove);
        pictures.forgetCounts();
        leftovers.sweep();
        return new SweptPictures(unused.size());
    }

    /** The row goes last, so that it can be tried again. */
    private void remove(UUID id) {
        List<String> files =
                Arrays.stream(Size.values()).map(size -> size.file(id)).toList();
        store.remove(files);
        pictures.remove(id);
    }

    private static Problem enough() {
        return new Problem(new Problem.Detail(429, "pictures.enough", Map.of("limit", MOST_A_DAY), List.of()));
    }
}
