package rolt.dev;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.dev.services.FreePort;

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
        return node == 0 ? Shop.start(settings(node)) : ShopNode.start("node-" + (node + 1), folder, settings(node));
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
