package rolt;

/** Starts a node of the shop. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
