package rolt.platform;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Files at which nobody works any more: a process ended before it could delete or finish them. */
public final class Leftovers {
    /** Far longer than any file is worked on. */
    private static final Duration OLD = Duration.ofHours(1);

    private final Vertx vertx;
    private final List<Path> folders;

    /** Of uploads while they arrive, and of pictures while they are written. */
    public Leftovers(Vertx vertx, Config.Media media) {
        this.vertx = vertx;
        this.folders = media.folder() == null
                ? List.of(media.uploads())
                : List.of(media.uploads(), DiskStore.begun(media.folder()));
    }

    /** Deletes what is older than an hour, and awaits it. */
    public void sweep() {
        Database.await(vertx.executeBlocking(
                () -> {
                    for (Path folder : folders) {
                        deleteOld(folder);
                    }
                    return null;
                },
                false));
    }

    private static void deleteOld(Path folder) throws IOException {
        long before = Instant.now().minus(OLD).toEpochMilli();
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            // One that has just been deleted counts as old, which does no harm.
            List<Path> old =
                    files.filter(file -> file.toFile().lastModified() < before).toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }
}
