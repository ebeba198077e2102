package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static io.streamgauge.topology.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedStateTest {
    @TempDir
    private Path state;

    /** Nothing may live in a field of a processor: after a crash another instance goes on from the stores alone. */
    @Test
    void goingOnFromTheStoresAloneGivesTheSameRecords() {
        assertThat(outputs(true)).isEqualTo(outputs(false)).hasSizeGreaterThan(30);
    }

    private List<Object> outputs(boolean forgetful) {
        try (var monitor = new Monitor(settings(), state)) {
            var events = new ArrayList<Event>(hour(0));
            events.addAll(hour(1, 0.5));
            events.addAll(hour(2, 0.5));
            events.add(event().at("3:10"));
            for (int i = 0; i < events.size(); i++) {
                monitor.send(events.get(i));
                if (i % 40 == 7) {
                    monitor.send(null, new byte[] {1, 2, 3}, events.get(i).recordMs());
                }
                if (forgetful && i % 7 == 0) {
                    monitor.forgetLiveObjects();
                }
            }
            var outputs = new ArrayList<Object>(monitor.scoresAndMarks());
            outputs.addAll(monitor.alertRecords());
            outputs.addAll(monitor.profiles());
            outputs.addAll(monitor.marks());
            return outputs;
        }
    }
}
