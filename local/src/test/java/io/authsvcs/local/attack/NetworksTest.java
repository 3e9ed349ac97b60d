package io.authsvcs.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworksTest {
    private final Networks networks = new Networks(new Random(7));

    @Test
    void nobodyGetsTheSameNetworkTwiceNorTheOneThatIsExempt() {
        assertThat(Stream.generate(networks::next).limit(65_280).map(String::valueOf))
                .doesNotHaveDuplicates()
                .allMatch(network -> network.startsWith("127.") && !network.startsWith("127.0."));
    }

    @Test
    void everyNumberIsAnAddressOfItsNetwork() {
        Networks.Network network = networks.next();
        String beginning = network.toString().replace("0/24", "");

        assertThat(IntStream.of(0, 1, 253, 254, 1_000_000, -1)
                        .mapToObj(network::address)
                        .map(address -> address.getHostAddress()))
                .allMatch(address -> address.startsWith(beginning))
                .noneMatch(address -> address.endsWith(".0") || address.endsWith(".255"));
    }
}
