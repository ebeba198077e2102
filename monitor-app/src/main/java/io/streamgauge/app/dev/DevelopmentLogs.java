package io.streamgauge.app.dev;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Which warnings mean nothing when broker and monitor share one process? They come with every start and stop on one node: an empty
 * metadata log, topics that a client asks for before they are known everywhere, connections that end together with the broker.
 * Against real brokers the same words may be a sign of trouble, so they are silenced here and not in {@code logback.xml}.
 */
final class DevelopmentLogs {
    private static final List<String> NOISY = List.of(
            "kafka.server.ReplicaManager",
            "org.apache.kafka.controller.QuorumController",
            "org.apache.kafka.clients.NetworkClient",
            "org.apache.kafka.clients.producer.internals.Sender",
            "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils",
            // The state directory of a demo lies under the temporary directory: it is not to outlive it.
            "org.apache.kafka.streams.processor.internals.StateDirectory",
            "io.javalin");

    private DevelopmentLogs() {}

    /** Lets only errors of these through, from now on, in this process. */
    static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (String name : NOISY) {
                context.getLogger(name).setLevel(Level.ERROR);
            }
        }
    }
}
