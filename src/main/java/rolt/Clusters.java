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

    /** Members are named in the settings; without any, they find one another by multicast. */
    static ClusterManager manager(Config.Cluster cluster) {
        com.hazelcast.config.Config config = ConfigUtil.loadConfig();
        config.setClusterName("rolt");
        // Members find one another at once or not at all; waiting for more only delays the start.
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        NetworkConfig network =
                config.getNetworkConfig().setPort(cluster.port()).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(cluster.host());
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(cluster.members().isEmpty());
        join.getTcpIpConfig().setEnabled(!cluster.members().isEmpty()).setMembers(cluster.members());
        return new HazelcastClusterManager(config);
    }
}
