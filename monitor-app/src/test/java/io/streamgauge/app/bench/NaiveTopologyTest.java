package io.streamgauge.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.WireFormat;
import io.streamgauge.statistics.profile.Profile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;

/** The peer is a fair one only if it counts the same. */
class NaiveTopologyTest {
    private static final int FEATURES = 10;
    private static final int EVENTS = 500;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void countsWhatTheMonitorCounts() throws IOException {
        var events = new BenchEvents(FEATURES, START);
        Baseline baseline = events.baseline();
        List<Profile> expected = new ArrayList<>();
        for (FeatureBaseline feature : baseline.features(Source.FEATURES)) {
            expected.add(feature.layout().newProfile());
        }
        var row = new EventBuffer(FEATURES);
        var meter = new Meter(ProcessHandle.current());
        var topology = new NaiveTopology(baseline, events.schema(), meter).build();
        try (var driver = new TopologyTestDriver(topology, properties(), START)) {
            var input = driver.createInputTopic(
                    BenchTopics.FEW_EVENTS, new ByteArraySerializer(), new ByteArraySerializer());
            for (int event = 0; event < EVENTS; event++) {
                byte[] value = WireFormat.encode(1, events.body(event, row));
                for (int slot = 0; slot < FEATURES; slot++) {
                    row.addTo(slot, expected.get(slot));
                }
                input.pipeInput(null, value, events.timeMs(event));
            }

            for (int slot = 0; slot < FEATURES; slot++) {
                String name =
                        baseline.features(Source.FEATURES).get(slot).schema().name();
                assertThat(profile(driver.getWindowStore("histograms"), name).toBytes())
                        .isEqualTo(expected.get(slot).toBytes());
            }
        }
    }

    private static Profile profile(WindowStore<String, Profile> store, String feature) {
        try (KeyValueIterator<Windowed<String>, Profile> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Windowed<String>, Profile> next = all.next();
                if (next.key.key().equals(feature)) {
                    return next.value;
                }
            }
        }
        throw new AssertionError("no histogram of " + feature);
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put("application.id", "bench");
        properties.put("bootstrap.servers", "nowhere:9092");
        return properties;
    }
}
