package rolt.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the bytes of pictures are kept: a folder or an S3 bucket, by the settings. A name is written once and never
 * changed, so that what is read may be kept for ever. Whatever the store cannot do now is problem 503 {@code media}.
 */
public sealed interface MediaStore extends AutoCloseable permits DiskStore, S3Store {
    /** What is told to be away. */
    String PART = "media";

    /**
     * The configured store.
     *
     * @throws ConfigException where the folder cannot be written
     */
    static MediaStore open(Vertx vertx, Config.Media config) {
        return config.bucket() == null ? DiskStore.open(vertx, config.folder()) : new S3Store(vertx, config.bucket());
    }

    /** The name of a picture's file in one size; in 256 folders, evenly. */
    static String file(String picture, String size) {
        return picture.substring(picture.length() - 2) + "/" + picture + "-" + size + ".jpg";
    }

    /** Something kept: a file of this machine, or the bytes themselves. */
    sealed interface Kept {
        record OnDisk(Path file) implements Kept {}

        record InMemory(Buffer bytes) implements Kept {}
    }

    /** Finds what is kept under a name. */
    Future<Optional<Kept>> find(String name);

    /** Keeps files, and awaits that they will outlive a loss of power. */
    default void add(Map<String, byte[]> files) {
        Database.await(Future.all(files.entrySet().stream()
                .map(file -> write(file.getKey(), file.getValue()))
                .toList()));
    }

    /** Removes files, and awaits it; one that is not there is removed already. */
    default void remove(List<String> names) {
        Database.await(Future.join(names.stream().map(this::delete).toList()));
    }

    Future<Void> write(String name, byte[] bytes);

    Future<Void> delete(String name);

    @Override
    void close();
}
