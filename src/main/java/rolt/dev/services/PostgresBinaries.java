package rolt.dev.services;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import rolt.dev.DevProblem;

/** The programs of PostgreSQL, unpacked once from their jar into a folder named by the archive's checksum. */
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** @param parent the folder that gets or already has the unpacked one */
    static PostgresBinaries in(Path parent) {
        try {
            var archive = archive();
            var jarEntry = ((JarURLConnection) archive.openConnection()).getJarEntry();
            var home = parent.resolve("postgres-%08x".formatted(jarEntry.getCrc()));
            if (!Files.exists(home)) {
                unpack(archive, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new DevProblem("PostgreSQL cannot be unpacked into " + parent + ": " + e.getMessage(), e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "/postgres-" + system + "-" + machine + ".txz";
        var archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new DevProblem("There is no embedded PostgreSQL for this machine (" + name + " is not on the class"
                    + " path): start one of your own and set DATABASE_URL.");
        }
        return archive;
    }

    /** Unpacks beside and renames, so that two processes may do it at once and neither sees half of it. */
    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var beside = Files.createTempDirectory(home.getParent(), "unpacking");
        Files.setAttribute(beside, "unix:mode", 0755);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, beside);
            }
        }
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(beside);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            Files.setAttribute(target, "unix:mode", 0755);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        Files.setAttribute(target, "unix:mode", entry.getMode() & 0777);
    }
}
