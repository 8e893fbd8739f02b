package rolt.dev.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import rolt.dev.DevProblem;

/** A mail server on the loopback interface that delivers nothing and keeps the last mails to be read. */
public final class Mailbox implements AutoCloseable {
    private static final int KEPT = 500;

    private final GreenMail server;
    private final GreenMailUser everybody;
    private final int kept;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long received;

    /**
     * A mail as one recipient got it.
     *
     * @param id counts from 1 in the order of arrival
     * @param to the address it was delivered to, whatever its header says
     * @param html the HTML part, empty where there is none
     * @param text the plain part, empty where there is none
     * @param headers all header lines as they came
     */
    public record Mail(
            long id,
            String from,
            String to,
            String subject,
            String html,
            String text,
            String messageId,
            Instant receivedAt,
            String headers) {}

    private Mailbox(GreenMail server, int kept) throws UserException {
        this.server = server;
        this.kept = kept;
        everybody = server.getUserManager().createUser("everybody@rolt.local", "everybody", "");
        server.getUserManager().setMessageDeliveryHandler(this::receive);
    }

    /** Starts on a free port. */
    public static Mailbox start() {
        return start(0);
    }

    /**
     * Starts on the given port; 0 takes a free one.
     *
     * @throws DevProblem where the port is taken
     */
    public static Mailbox start(int port) {
        return start(port, KEPT);
    }

    static Mailbox start(int port, int kept) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            server.start();
            return new Mailbox(server, kept);
        } catch (IllegalStateException | UserException e) {
            throw new DevProblem("The mailbox cannot listen on port " + port + ".", e);
        }
    }

    private GreenMailUser receive(MovingMessage message, MailAddress recipient) throws MessagingException {
        synchronized (mails) {
            mails.addFirst(MailReader.read(++received, message.getMessage(), recipient.getEmail()));
            if (mails.size() > kept) {
                mails.removeLast();
                forgetDelivered();
            }
            mails.notifyAll();
        }
        return everybody;
    }

    /** The mail server keeps a copy of its own, which nobody reads. */
    private void forgetDelivered() throws MessagingException {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new MessagingException("not purged", e);
        }
    }

    /** Where to send mail: {@code smtp://host:port}. */
    public String url() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort();
    }

    /** The last 500 mails, the newest first. */
    public List<Mail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** The newest mail that fits, waiting for one to arrive where there is none yet. */
    public Optional<Mail> await(Predicate<Mail> wanted, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        synchronized (mails) {
            while (true) {
                var found = mails.stream().filter(wanted).findFirst();
                var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                mails.wait(left);
            }
        }
    }

    public void clear() {
        synchronized (mails) {
            mails.clear();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
