package rolt.dev.services;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import rolt.dev.DevProblem;

/**
 * As whom PostgreSQL runs. It refuses root and users that have no name, so they start it in a user namespace, where
 * their files stay their own; where the system forbids that (Docker does by default), root starts it as nobody.
 */
record PostgresAccount(List<String> prefix, int uid) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> IN_NAMESPACE = List.of("unshare", "--user");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /** @throws DevProblem where there is no way */
    static PostgresAccount find() {
        var own = (int) new UnixSystem().getUid();
        if (own != ROOT && Command.run(List.of("id", "-un")).succeeded()) {
            return new PostgresAccount(List.of(), own);
        }
        if (works(IN_NAMESPACE)) {
            return new PostgresAccount(IN_NAMESPACE, own);
        }
        if (own == ROOT && works(AS_NOBODY)) {
            return new PostgresAccount(AS_NOBODY, NOBODY);
        }
        throw new DevProblem("PostgreSQL runs neither as root nor as a user without a name, and neither unshare nor"
                + " setpriv helps here: start as an ordinary user, or set DATABASE_URL.");
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        return Command.run(command).succeeded();
    }

    List<String> command(Path program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The wanted folder, or one in /var/tmp where this account may not even walk up to the wanted one (/root). */
    Path reachable(Path wanted) throws IOException {
        if (uid != NOBODY || isOpen(wanted.getParent())) {
            return wanted;
        }
        return Path.of("/var/tmp", "rolt-%08x".formatted(wanted.hashCode()));
    }

    private static boolean isOpen(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var part = folder; part != null; part = part.getParent()) {
            if (!Files.getPosixFilePermissions(part).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** Makes the folder and all in it this account's own. */
    void own(Path folder) throws IOException {
        if (new UnixSystem().getUid() == ROOT && (int) Files.getAttribute(folder, "unix:uid") != uid) {
            Folders.give(folder, uid);
        }
    }
}
