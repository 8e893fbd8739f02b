package rolt.dev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The nodes of the shop: the first in this JVM, every further one in a JVM of its own on the next ports. */
final class ShopNodes {
    private final DevOptions options;
    private final Path folder;
    private final Map<String, String> services;
    private final List<Integer> clusterPorts;

    /** @param services the settings all nodes share */
    ShopNodes(DevOptions options, Path folder, Map<String, String> services) {
        this.options = options;
        this.folder = folder;
        this.services = services;
        clusterPorts = IntStream.range(0, options.nodes())
                .map(node -> FreePort.find())
                .boxed()
                .toList();
    }

    AutoCloseable start(int node) {
        return node == 0 ? Shop.start(settings(node)) : startApart(node);
    }

    private AutoCloseable startApart(int node) {
        var name = "node-" + (node + 1);
        var output = folder.resolve(name + ".out");
        try {
            var spec = new Companion.Spec(command(name), "TERM", DevNode.READY, output);
            return Companion.start(spec, settings(node))::stop;
        } catch (Companion.Failed e) {
            throw new DevProblem("Node " + (node + 1) + " of the shop did not start; see " + output + ".", e);
        }
    }

    private List<String> command(String name) {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("@conf/jvm.flags", "@conf/dev.flags"));
        if (Files.exists(folder.resolve("classes.jsa"))) {
            command.add("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
        }
        command.add("-Drolt.log=" + folder.resolve(name + ".log"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DevNode.class.getName()));
        return command;
    }

    /** The settings of a node, by the names of the environment variables they stand for. */
    Map<String, String> settings(int node) {
        var settings = new HashMap<>(services);
        settings.put("ROLT_ENV", "development");
        settings.put("PORT", String.valueOf(options.shopPort() + node));
        settings.put("MANAGEMENT_PORT", String.valueOf(options.managementPort() + node));
        settings.put("PUBLIC_URL", options.environment().getOrDefault("PUBLIC_URL", url(node)));
        if (options.nodes() > 1) {
            settings.put("CLUSTER", "true");
            settings.put("CLUSTER_HOST", "127.0.0.1");
            settings.put("CLUSTER_PORT", String.valueOf(clusterPorts.get(node)));
            settings.put(
                    "CLUSTER_MEMBERS",
                    clusterPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
        }
        return settings;
    }

    /** Where a browser on this machine finds a node. */
    String url(int node) {
        return "http://localhost:" + (options.shopPort() + node);
    }
}
