package rolt.bench;

import java.util.function.Consumer;

/** Somebody's open connection to a room of two. */
interface Wire {
    /** @param id of the message, which everybody in the room hears */
    void say(String id);

    /** @param heard gets the id of each message that is said in the room, one's own too; replaces who heard before */
    void onHeard(Consumer<String> heard);
}
