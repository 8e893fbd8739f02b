package rolt;

/** A command that could not be done; the message is the sentence for the operator. */
final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandRefused(String sentence) {
        super(sentence);
    }

    CommandRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
