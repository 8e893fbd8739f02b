package rolt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.spi.discovery.DiscoveryNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ClusterMembersTest {
    @Test
    void an_address_keeps_its_own_port() {
        assertThat(found("127.0.0.1:5711", "127.0.0.1")).containsExactly("127.0.0.1:5711", "127.0.0.1:5701");
    }

    @Test
    void a_name_stands_for_every_address_behind_it() {
        assertThat(found("localhost")).contains("127.0.0.1:5701");
    }

    private static Stream<String> found(String... members) {
        Iterable<DiscoveryNode> nodes = new ClusterMembers(List.of(members), 5701).discoverNodes();
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(DiscoveryNode::getPrivateAddress)
                .map(address -> address.getHost() + ":" + address.getPort());
    }
}
