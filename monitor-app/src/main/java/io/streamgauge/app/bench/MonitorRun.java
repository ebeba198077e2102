package io.streamgauge.app.bench;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.Monitor;
import io.streamgauge.app.service.Preparation;
import io.streamgauge.app.service.Surroundings;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.RejectReason;
import io.streamgauge.topology.settings.TopologyMeter;
import java.time.Duration;

/** The monitor as {@code run} starts it, with its metrics, but without the page. */
final class MonitorRun implements Run {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Stage stage;
    private final Contender contender;

    MonitorRun(Stage stage, Contender contender) {
        this.stage = stage;
        this.contender = contender;
    }

    @Override
    public Measurement measure(int repetition) throws Exception {
        String id = contender.applicationId(repetition);
        ConfigFile config = MonitorProperties.config(stage, contender, id);
        Meter meter = stage.newMeter();
        Meter.Interval interval;
        try (var connections = new Connections(config.config());
                var around = Surroundings.of(config.config(), connections);
                var monitor = Monitor.start(
                        config.config(),
                        connections,
                        Preparation.of(config, connections).settings(null),
                        new Counting(around.meter(), meter))) {
            interval = meter.await(stage.events(), 1, PATIENCE);
            if (monitor.failure() != null) {
                throw new IllegalStateException("the monitor failed", monitor.failure());
            }
        }
        return interval.with(InternalTopics.bytes(stage.bootstrapServers(), id));
    }

    /** Passes the calls on that come for each event. */
    private record Counting(TopologyMeter metrics, Meter meter) implements TopologyMeter {
        @Override
        public void profiled(String model, Source source, long events) {
            metrics.profiled(model, source, events);
            meter.count(events);
        }

        @Override
        public void late(String model, Source source) {
            throw new IllegalStateException("no event of the benchmark is late");
        }

        @Override
        public void rejected(String model, Source source, RejectReason reason) {
            throw new IllegalStateException("no event of the benchmark is bad, but " + reason);
        }
    }
}
