package rolt.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Pictures in a folder, which all nodes of the shop must share. */
final class DiskStore implements MediaStore {
    /** Begun files lie beside the finished ones, on the same file system: only there is a move atomic. */
    private static final String BEGUN = "begun";

    private final Vertx vertx;
    private final Path folder;

    private DiskStore(Vertx vertx, Path folder) {
        this.vertx = vertx;
        this.folder = folder;
    }

    static DiskStore open(Vertx vertx, Path folder) {
        try {
            Path begun = Files.createDirectories(begun(folder));
            Files.delete(Files.createTempFile(begun, "writable", ""));
        } catch (IOException e) {
            throw new ConfigException(List.of("MEDIA_DIR cannot be written: " + e));
        }
        return new DiskStore(vertx, folder.toAbsolutePath());
    }

    static Path begun(Path folder) {
        return folder.toAbsolutePath().resolve(BEGUN);
    }

    @Override
    public Future<Optional<Kept>> find(String name) {
        Path file = folder.resolve(name);
        return onWorker(() -> Files.isRegularFile(file) ? Optional.of(new Kept.OnDisk(file)) : Optional.empty());
    }

    @Override
    public Future<Void> write(String name, byte[] bytes) {
        return onWorker(() -> {
            Path begun = begun(folder).resolve(UUID.randomUUID().toString());
            try {
                writeThrough(begun, bytes);
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
                sync(file.getParent());
            } finally {
                Files.deleteIfExists(begun);
            }
            return null;
        });
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** A move is safe only once the folder itself is written. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Future<Void> delete(String name) {
        return onWorker(() -> {
            Files.deleteIfExists(folder.resolve(name));
            return null;
        });
    }

    private <T> Future<T> onWorker(Callable<T> work) {
        return vertx.executeBlocking(work, false).recover(e -> {
            Problem problem = Problem.unavailable(PART);
            problem.initCause(e);
            return Future.failedFuture(problem);
        });
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
