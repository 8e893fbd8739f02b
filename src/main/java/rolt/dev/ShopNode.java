package rolt.dev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rolt.dev.services.Companion;

/** A node of the shop in a JVM of its own, which ends with this one. */
public final class ShopNode implements AutoCloseable {
    private final Companion jvm;

    private ShopNode(Companion jvm) {
        this.jvm = jvm;
    }

    /**
     * Starts a node on a migrated database and returns once it serves.
     *
     * @param name of its files in the folder: {@code .out} has what it prints, {@code .log} what it logs
     * @param settings by the names of the environment variables they stand for
     * @throws DevProblem where it does not get ready
     */
    public static ShopNode start(String name, Path folder, Map<String, String> settings) {
        var output = folder.resolve(name + ".out");
        try {
            var spec = new Companion.Spec(command(name, folder), "TERM", DevNode.READY, output);
            return new ShopNode(Companion.start(spec, settings));
        } catch (Companion.Failed e) {
            throw new DevProblem(name + " of the shop did not start; see " + output + ".", e);
        }
    }

    private static List<String> command(String name, Path folder) {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("@conf/jvm.flags", "@conf/dev.flags"));
        if (Files.exists(folder.resolve("classes.jsa"))) {
            command.add("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
        }
        command.add("-Drolt.log=" + folder.resolve(name + ".log"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DevNode.class.getName()));
        return command;
    }

    /** Ends it at once with SIGKILL, as a crash would: nothing in flight is finished. */
    public void kill() {
        ProcessHandle.of(jvm.pid()).ifPresent(ProcessHandle::destroyForcibly);
        jvm.stop();
    }

    /** Lets it finish what is in flight and ends it. */
    @Override
    public void close() {
        jvm.stop();
    }
}
