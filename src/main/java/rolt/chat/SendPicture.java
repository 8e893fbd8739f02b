package rolt.chat;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.MessageRepository.Sending;
import rolt.chat.MessageRepository.Uploaded;
import rolt.media.MediaMessages.AddPicture;
import rolt.media.MediaMessages.Picture;
import rolt.media.MediaMessages.RemovePicture;
import rolt.platform.Caller;
import rolt.platform.HeavyWork;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Sha256;

/** Adds a picture to a room. Who may not write is told so before the picture is worked on. */
final class SendPicture {
    private static final Logger LOG = LoggerFactory.getLogger(SendPicture.class);

    /** As many files as a node takes into memory at once, one of which is worked on. */
    private static final int WAITING = 7;

    private final Platform platform;
    private final SendMessage messages;
    private final HeavyWork digests;

    SendPicture(Platform platform, SendMessage messages) {
        this.platform = platform;
        this.messages = messages;
        this.digests = new HeavyWork(platform.vertx(), "digests", 1, WAITING);
    }

    /**
     * Sent again under the same client's id it is the message that it was.
     *
     * @throws Problem as {@link SendMessage#send}, and as {@code media.addPicture} for what is no picture
     */
    Message sendPicture(Caller caller, ChatMessages.SendPicture input) {
        Buffer digest = Buffer.buffer(digests.run(() -> Sha256.of(input.file())));
        Optional<Message> earlier = messages.earlier(sending(caller, input, new Uploaded(null, digest)));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        messages.checkMayWrite(input.code(), caller.accountId());
        Picture picture = platform.bus().call(caller, "media.addPicture", new AddPicture(input.file()), Picture.class);
        return deliver(caller, sending(caller, input, new Uploaded(picture.id(), digest)));
    }

    private static Sending sending(Caller caller, ChatMessages.SendPicture input, Uploaded picture) {
        String words = input.text() == null ? null : input.text().strip();
        return new Sending(
                input.code(), caller.accountId(), input.clientId(), MessageKind.PICTURE, words, picture, null);
    }

    /** A picture that no message shows in the end is removed. */
    private Message deliver(Caller caller, Sending sending) {
        UUID shown = null;
        try {
            Message message = messages.deliver(sending);
            shown = message.pictureId();
            return message;
        } finally {
            if (!sending.picture().id().equals(shown)) {
                remove(caller, sending.picture().id());
            }
        }
    }

    private void remove(Caller caller, UUID picture) {
        platform.bus()
                .request(caller, "media.removePicture", new RemovePicture(picture))
                .onFailure(e -> LOG.warn("Picture {} is left to the sweep", picture, e));
    }
}
