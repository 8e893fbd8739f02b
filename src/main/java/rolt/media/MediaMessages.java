package rolt.media;

import java.util.UUID;

/** What the media domain is asked and answers. */
public final class MediaMessages {
    private MediaMessages() {}

    /** @param file the bytes as they were uploaded */
    public record AddPicture(byte[] file) {}

    /** Nothing shows the picture any longer. */
    public record RemovePicture(UUID id) {}

    /** @param limit how many at most */
    public record SweepPictures(int limit) {}

    /** How many were removed. */
    public record SweptPictures(int pictures) {}

    public record Nothing() {}

    /**
     * A picture, with the addresses of its sizes on the shop's host. What stands there never changes.
     *
     * @param width of the large size in pixels, as is {@code height}
     * @param small 160 pixels on the longer edge; medium has 640, large 1,600, or what the picture has itself
     */
    public record Picture(UUID id, int width, int height, String small, String medium, String large) {
        public static Picture of(UUID id, int width, int height) {
            return new Picture(id, width, height, url(id, 160), url(id, 640), url(id, 1_600));
        }

        private static String url(UUID id, int size) {
            return "/media/" + id + "/" + size + ".jpg";
        }
    }
}
