package rolt.workshop;

import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.media.MediaMessages.AddPicture;
import rolt.media.MediaMessages.Picture;
import rolt.media.MediaMessages.RemovePicture;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.workshop.WorkMessages.AddWorkPhoto;
import rolt.workshop.WorkMessages.RemoveWorkPhoto;
import rolt.workshop.WorkMessages.WorkCode;
import rolt.workshop.WorkMessages.WorkFile;
import rolt.workshop.WorkMessages.WorkState;
import rolt.workshop.WorkRepository.Work;

/** What technicians photograph for the customer. */
final class WorkPhotos {
    private static final Logger LOG = LoggerFactory.getLogger(WorkPhotos.class);
    private static final int MOST = 30;

    private final Platform platform;
    private final WorkRepository repository;
    private final WorkService files;

    WorkPhotos(Platform platform, WorkService files) {
        this.platform = platform;
        this.repository = new WorkRepository(platform.database());
        this.files = files;
    }

    /** @throws Problem 409 for more than 30, and for work that is cancelled */
    WorkFile addWorkPhoto(Caller caller, AddWorkPhoto input) {
        repository.find(input.code()).orElseThrow(() -> Problem.notFound("work"));
        Picture picture = platform.bus().call(caller, "media.addPicture", new AddPicture(input.file()), Picture.class);
        platform.database().transaction(tx -> add(tx, caller, input.code(), picture.id()));
        return files.getWork(caller, new WorkCode(input.code()));
    }

    private UUID add(Transaction tx, Caller caller, String code, UUID picture) {
        Work work = repository.lock(tx, code).orElseThrow(() -> Problem.notFound("work"));
        if (work.state() == WorkState.CANCELLED) {
            throw Problem.conflict("work.wrong-step");
        }
        if (repository.countPhotos(tx, work.id()) >= MOST) {
            throw Problem.conflict("photos.enough", Map.of("limit", MOST));
        }
        repository.addPhoto(tx, work.id(), picture, caller.accountId());
        return repository.note(tx, work.id(), "PHOTO", null, caller.accountId());
    }

    /** What cannot be removed from the store at once is found by its sweep. */
    WorkFile removeWorkPhoto(Caller caller, RemoveWorkPhoto input) {
        boolean removed = platform.database().transaction(tx -> {
            Work work = repository.lock(tx, input.code()).orElseThrow(() -> Problem.notFound("work"));
            boolean found = repository.removePhoto(tx, work.id(), input.pictureId());
            if (found) {
                repository.note(tx, work.id(), "PHOTO_REMOVED", null, caller.accountId());
            }
            return found;
        });
        if (removed) {
            platform.bus()
                    .request(caller, "media.removePicture", new RemovePicture(input.pictureId()))
                    .onFailure(e -> LOG.warn("Picture {} is left to the sweep", input.pictureId(), e));
        }
        return files.getWork(caller, new WorkCode(input.code()));
    }
}
