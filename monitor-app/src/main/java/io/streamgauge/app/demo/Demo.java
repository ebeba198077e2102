package io.streamgauge.app.demo;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.app.dev.TemporaryDirectory;
import io.streamgauge.app.service.Connections;
import io.streamgauge.schemas.baseline.BaselineFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** {@code streamgauge demo}: sets the stage (broker, registry, baseline, topics) and lets the replay run on it. */
public final class Demo {
    private static final String CONFIG = "/demo/monitor.yaml";

    private Demo() {}

    /** Returns the exit code: 0 if all incidents were found and every record is accounted for. */
    public static int run(DemoOptions options, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException, ExecutionException {
        try (var temporary = TemporaryDirectory.create("streamgauge-demo-");
                var cluster = start(temporary.path(), err)) {
            Path dir = temporary.path();
            ConfigFile config = config(dir, cluster, options.httpPort());
            err.println("Building the baseline from the flights of January ...");
            BaselineFile.write(baselineFile(dir), DemoBaseline.build());
            try (var connections = new Connections(config.config())) {
                var loader = new DemoLoader(connections.kafka(), connections.registry(), options.partitions());
                loader.createTopics();
                return new DemoReplay(config, connections, loader, options, out, err).run();
            }
        }
    }

    private static DevCluster start(Path dir, PrintWriter err) throws IOException {
        err.println("Starting a broker and a registry in this process ...");
        return DevCluster.start(dir.resolve("broker"));
    }

    private static ConfigFile config(Path dir, DevCluster cluster, int httpPort) throws IOException {
        Map<String, String> places = Map.of(
                "DEMO_DIR", dir.toString(),
                "DEMO_BROKER", cluster.bootstrapServers(),
                "DEMO_REGISTRY", cluster.registryUrl().toString(),
                "DEMO_HTTP_PORT", Integer.toString(httpPort));
        try (InputStream in = Demo.class.getResourceAsStream(CONFIG)) {
            if (in == null) {
                throw new IllegalStateException(CONFIG + " is missing from the jar");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ConfigFile.parse(CONFIG, text, dir, places::get);
        }
    }

    private static Path baselineFile(Path dir) {
        return dir.resolve("flight-delay-baseline.avro");
    }
}
