package rolt.chat;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.MessageRepository.Sending;
import rolt.media.MediaMessages.AddPicture;
import rolt.media.MediaMessages.Picture;
import rolt.media.MediaMessages.RemovePicture;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** Adds a picture to a room. Who may not write is told so before the picture is worked on. */
final class SendPicture {
    private static final Logger LOG = LoggerFactory.getLogger(SendPicture.class);

    private final Platform platform;
    private final SendMessage messages;

    SendPicture(Platform platform, SendMessage messages) {
        this.platform = platform;
        this.messages = messages;
    }

    /**
     * Sent again under the same client's id it is the message that it was.
     *
     * @throws Problem as {@link SendMessage#send}, and as {@code media.addPicture} for what is no picture
     */
    Message sendPicture(Caller caller, ChatMessages.SendPicture input) {
        Sending wordsAlone = sending(caller, input, null);
        Optional<Message> earlier = messages.earlier(wordsAlone);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        messages.checkMayWrite(input.code(), caller.accountId());
        Picture picture = platform.bus().call(caller, "media.addPicture", new AddPicture(input.file()), Picture.class);
        return deliver(caller, sending(caller, input, picture.id()));
    }

    private static Sending sending(Caller caller, ChatMessages.SendPicture input, UUID picture) {
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
            if (!sending.pictureId().equals(shown)) {
                remove(caller, sending.pictureId());
            }
        }
    }

    private void remove(Caller caller, UUID picture) {
        platform.bus()
                .request(caller, "media.removePicture", new RemovePicture(picture))
                .onFailure(e -> LOG.warn("Picture {} is left to the sweep", picture, e));
    }
}
