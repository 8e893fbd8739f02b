package rolt.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must be so before anything is started, so that a start fails at once and in words, or not at all. */
final class Requirements {
    private static final long MEGABYTE = 1L << 20;
    private static final long NEEDED = 300 * MEGABYTE;

    private final DevOptions options;

    Requirements(DevOptions options) {
        this.options = options;
    }

    /** @throws DevProblem naming the first that does not hold */
    void check(Path folder) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < NEEDED) {
            throw new DevProblem("There are only " + free / MEGABYTE + " MB left on the disk of "
                    + folder.toAbsolutePath() + "; ROLT wants " + NEEDED / MEGABYTE + " MB.");
        }
        for (var node = 0; node < options.nodes(); node++) {
            checkPort(options.shopPort() + node, "PORT");
            checkPort(options.managementPort() + node, "MANAGEMENT_PORT");
        }
        checkPort(options.consolePort(), "DEV_PORT");
    }

    private static void checkPort(int port, String setting) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assert socket.isBound();
        } catch (IOException e) {
            throw new DevProblem(
                    "Port " + port + " is taken: stop what listens there, or choose another one with " + setting + "="
                            + (port + 10) + " ./rolt dev.",
                    e);
        }
    }
}
