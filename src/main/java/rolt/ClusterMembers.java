package rolt;

import com.hazelcast.cluster.Address;
import com.hazelcast.spi.discovery.DiscoveryNode;
import com.hazelcast.spi.discovery.SimpleDiscoveryNode;
import com.hazelcast.spi.discovery.integration.DiscoveryService;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members named in the settings: addresses, or names, each of which may stand for many members, as that of a
 * container service does. Hazelcast's own list takes one member per name. Names are looked up at every try to join.
 */
final class ClusterMembers implements DiscoveryService {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMembers.class);

    private final List<String> members;
    private final int usualPort;

    /** @param usualPort of members given without a port */
    ClusterMembers(List<String> members, int usualPort) {
        this.members = members;
        this.usualPort = usualPort;
    }

    @Override
    public Iterable<DiscoveryNode> discoverNodes() {
        return members.stream().flatMap(this::find).toList();
    }

    private Stream<DiscoveryNode> find(String member) {
        String[] parts = member.split(":", 2);
        int port = parts.length == 1 ? usualPort : Integer.parseInt(parts[1]);
        try {
            return Arrays.stream(InetAddress.getAllByName(parts[0]))
                    .map(address -> new SimpleDiscoveryNode(new Address(address, port)));
        } catch (UnknownHostException e) {
            LOG.info("No member of the cluster is known as {} yet", parts[0]);
            return Stream.empty();
        }
    }

    @Override
    public Map<String, String> discoverLocalMetadata() {
        return Map.of();
    }

    @Override
    public void start() {}

    @Override
    public void destroy() {}
}
