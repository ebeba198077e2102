package io.streamgauge.app.bench;

import java.net.URI;
import java.nio.file.Path;

/** What a contender's process must know of the benchmark around it; travels as its arguments. */
record Stage(String bootstrapServers, URI registry, long brokerPid, Path dir, long events, int features) {
    static final String BASELINE = "bench-baseline.avro";

    String[] toArguments() {
        return new String[] {
            bootstrapServers,
            registry.toString(),
            Long.toString(brokerPid),
            dir.toString(),
            Long.toString(events),
            Integer.toString(features)
        };
    }

    static Stage of(String... arguments) {
        return new Stage(
                arguments[0],
                URI.create(arguments[1]),
                Long.parseLong(arguments[2]),
                Path.of(arguments[3]),
                Long.parseLong(arguments[4]),
                Integer.parseInt(arguments[5]));
    }

    Path baseline() {
        return dir.resolve(BASELINE);
    }

    Meter newMeter() {
        return new Meter(ProcessHandle.of(brokerPid)
                .orElseThrow(() -> new IllegalStateException("the broker's process has gone")));
    }
}
