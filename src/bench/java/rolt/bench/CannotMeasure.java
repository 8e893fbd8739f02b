package rolt.bench;

/** What keeps a measurement from being taken, in a sentence a person can act on. */
final class CannotMeasure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotMeasure(String sentence) {
        super(sentence);
    }

    CannotMeasure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
