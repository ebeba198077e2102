package io.streamgauge.app.bench;

import io.streamgauge.app.dev.DevCluster;
import java.io.IOException;
import java.nio.file.Path;

/** The broker's process: says where it is reached, and goes when its standard input ends, as it does when its parent dies. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        try (var cluster = DevCluster.start(Path.of(arguments[0]))) {
            System.out.println(cluster.bootstrapServers() + " " + cluster.registryUrl());
            while (System.in.read() >= 0) {
                // nothing is ever said to it
            }
        }
        System.exit(0);
    }
}
