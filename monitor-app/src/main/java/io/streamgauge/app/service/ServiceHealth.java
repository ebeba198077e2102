package io.streamgauge.app.service;

import io.streamgauge.app.http.Health;
import io.streamgauge.app.http.Problem;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Is the topology alive, and does it work? Alive: it has not given up. Ready: it runs and has tasks; the state {@code RUNNING} alone
 * is no sign of work, since an instance whose dead predecessor still holds the tasks runs idle for as long as its session lasts.
 */
final class ServiceHealth implements Health {
    private final KafkaStreams streams;

    ServiceHealth(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public List<Problem> liveness() {
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING
                ? List.of(new Problem("STREAMS_STOPPED", "Kafka Streams is " + state + ": see the log, then restart"))
                : List.of();
    }

    @Override
    public List<Problem> readiness() {
        var problems = new ArrayList<>(liveness());
        KafkaStreams.State state = streams.state();
        if (state != KafkaStreams.State.RUNNING) {
            problems.add(new Problem("STREAMS_NOT_RUNNING", "Kafka Streams is " + state));
        } else if (activeTasks() == 0) {
            problems.add(new Problem("NO_TASKS", "no tasks are assigned to this instance yet"));
        }
        return problems;
    }

    private long activeTasks() {
        return streams.metadataForLocalThreads().stream()
                .mapToLong(thread -> thread.activeTasks().size())
                .sum();
    }
}
