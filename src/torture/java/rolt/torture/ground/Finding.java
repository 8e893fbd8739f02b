package rolt.torture.ground;

/** What should not be so, in a sentence. */
public final class Finding extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Finding(String sentence) {
        super(sentence);
    }

    public Finding(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
