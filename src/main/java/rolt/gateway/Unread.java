package rolt.gateway;

import io.vertx.core.Future;

/**
 * What was written to one socket and its reader leaves lying, in characters. It fills the node's memory, and who is hung up
 * for it comes again and asks for what was missed. One answer alone is never too much: it is as long as it was asked for.
 */
final class Unread {
    /** Besides the longest frame. */
    static final int MOST = 64 << 10;

    private int all;
    /** Of the frames since everything was read. */
    private int longest;

    boolean isTooMuch() {
        return all - longest > MOST;
    }

    /** @param written when the frame has left the node, or never will */
    void add(int length, Future<Void> written) {
        all += length;
        longest = Math.max(longest, length);
        written.onComplete(done -> read(length));
    }

    private void read(int length) {
        all -= length;
        if (all == 0) {
            longest = 0;
        }
    }
}
