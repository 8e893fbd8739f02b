package rolt.dev;

/** Something that keeps the development services from running, in one sentence a person can act on. */
public final class DevProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DevProblem(String sentence) {
        super(sentence);
    }

    public DevProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
