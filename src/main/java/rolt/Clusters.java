package rolt;

import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import rolt.platform.Config;

/** Hazelcast, which only tells the nodes of one another and carries the bus. */
final class Clusters {
    private Clusters() {}

    /** Members are listed in the settings; without any, they find one another by multicast. */
    static ClusterManager manager(Config.Cluster cluster) {
        com.hazelcast.config.Config config = ConfigUtil.loadConfig();
        config.setClusterName("rolt");
        // Members find one another at once or not at all; waiting for more only delays the start. With 0 the named
        // members would not even be looked up.
        config.setProperty("hazelcast.wait.seconds.before.join", "1");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        // Nodes that start together in a new network may not find one another's names yet and stay alone; so they look
        // again within seconds, not in the five minutes that Hazelcast takes.
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "15");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "15");
        NetworkConfig network =
                config.getNetworkConfig().setPort(cluster.port()).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(cluster.host());
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(cluster.members().isEmpty());
        if (!cluster.members().isEmpty()) {
            config.setProperty("hazelcast.discovery.enabled", "true");
            join.getDiscoveryConfig()
                    .setDiscoveryServiceProvider(settings -> new ClusterMembers(cluster.members(), cluster.port()));
        }
        return new HazelcastClusterManager(config);
    }
}
