package rolt.dev.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import rolt.dev.DevProblem;

/** Keeps a second process, or a second service of this one, off a data folder; the system drops it with the JVM. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DevProblem with the sentence {@code whenTaken} where somebody else holds the folder */
    public static FolderLock take(Path folder, String whenTaken) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return locked(channel, whenTaken);
        } catch (AccessDeniedException e) {
            throw new DevProblem(
                    "The folder " + folder + " belongs to another user: delete it, or run as that user.", e);
        } catch (IOException e) {
            throw new DevProblem("The folder " + folder + " cannot be written: " + e, e);
        }
    }

    private static FolderLock locked(FileChannel channel, String whenTaken) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
            channel.close();
            throw new DevProblem(whenTaken);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new DevProblem(whenTaken, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
