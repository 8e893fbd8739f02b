package rolt.torture;

/** What should not be so, in a sentence. */
final class Finding extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Finding(String sentence) {
        super(sentence);
    }

    Finding(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
