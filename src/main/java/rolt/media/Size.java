package rolt.media;

import java.util.UUID;
import rolt.platform.MediaStore;

/** The sizes in which a picture is kept; a smaller picture is never enlarged. */
enum Size {
    SMALL(160),
    MEDIUM(640),
    LARGE(1_600);

    private final int edge;

    Size(int edge) {
        this.edge = edge;
    }

    /** The longest edge in pixels. */
    int edge() {
        return edge;
    }

    /** What the picture's file of this size is called in the store. */
    String file(UUID picture) {
        return MediaStore.file(picture.toString(), Integer.toString(edge));
    }
}
