package rolt.dev.mailbox;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.dev.mailbox.Mailbox.Mail;

/** Makes a mail readable: decodes its headers and finds its plain and HTML parts, however deep they are. */
final class MailReader {
    private MailReader() {}

    static Mail read(long id, MimeMessage message, String recipient) throws MessagingException {
        return new Mail(
                id,
                from(message),
                recipient,
                Objects.requireNonNullElse(message.getSubject(), ""),
                part(message, "text/html"),
                part(message, "text/plain"),
                Objects.requireNonNullElse(message.getMessageID(), ""),
                Instant.now(),
                headers(message));
    }

    private static String from(MimeMessage message) throws MessagingException {
        return Stream.ofNullable(message.getFrom())
                .flatMap(Stream::of)
                .map(MailReader::readable)
                .collect(Collectors.joining(", "));
    }

    private static String readable(Address address) {
        return address instanceof InternetAddress it && it.getPersonal() != null
                ? it.getPersonal() + " <" + it.getAddress() + ">"
                : address.toString();
    }

    private static String part(Part part, String type) throws MessagingException {
        try {
            if (part.isMimeType("multipart/*")) {
                return firstOf((Multipart) part.getContent(), type);
            }
            return part.isMimeType(type) && !Part.ATTACHMENT.equals(part.getDisposition())
                    ? (String) part.getContent()
                    : "";
        } catch (IOException e) {
            throw new MessagingException("The mail cannot be read", e);
        }
    }

    private static String firstOf(Multipart parts, String type) throws MessagingException {
        for (var i = 0; i < parts.getCount(); i++) {
            var found = part(parts.getBodyPart(i), type);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static String headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(MailReader::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Header header) {
        return header.getName() + ": " + header.getValue();
    }
}
