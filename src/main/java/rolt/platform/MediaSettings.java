package rolt.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Reads where pictures are kept: a folder or a bucket, and never half of each. */
final class MediaSettings {
    private static final List<String> OF_S3 =
            List.of("S3_BUCKET", "S3_REGION", "S3_ENDPOINT", "S3_ACCESS_KEY", "S3_SECRET_KEY");

    private enum Place {
        DISK,
        S3
    }

    private MediaSettings() {}

    static Config.Media read(Settings settings) {
        String folder = settings.optional("MEDIA_DIR");
        if (settings.oneOf("MEDIA_STORE", Place.class) == Place.S3) {
            return new Config.Media(null, bucket(settings));
        }
        OF_S3.stream()
                .filter(name -> !settings.optional(name).isEmpty())
                .forEach(name -> settings.fault(name, "is of no use while MEDIA_STORE is disk", ""));
        return new Config.Media(Path.of(folder.isEmpty() ? settings.text("MEDIA_DIR") : folder), null);
    }

    private static Config.Bucket bucket(Settings settings) {
        String endpoint = settings.optional("S3_ENDPOINT");
        String accessKey = settings.optional("S3_ACCESS_KEY");
        String secretKey = settings.optional("S3_SECRET_KEY");
        if (accessKey.isEmpty() != secretKey.isEmpty()) {
            settings.fault(
                    accessKey.isEmpty() ? "S3_ACCESS_KEY" : "S3_SECRET_KEY", "is missing beside its other half", "");
        }
        return new Config.Bucket(
                settings.text("S3_BUCKET"),
                settings.text("S3_REGION"),
                endpoint.isEmpty() ? null : URI.create(settings.url("S3_ENDPOINT", "http", "https")),
                accessKey.isEmpty() ? null : accessKey,
                secretKey.isEmpty() ? null : secretKey);
    }
}
