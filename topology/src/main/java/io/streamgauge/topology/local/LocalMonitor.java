package io.streamgauge.topology.local;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.topology.alert.AlertDefinition;
import io.streamgauge.topology.alert.Alerting;
import io.streamgauge.topology.assess.Assess;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.state.MemoryState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.avro.generic.GenericRecord;

/**
 * What would the service have written on this log? Runs the steps of the topology on plain memory, without broker and wall clock.
 *
 * <p>Each partition is read and profiled on a thread of its own. What they say is put in order by event time, so that the same
 * input gives the same output, to the byte and in the same order, however the threads take turns. As partials are tiny beside the
 * events, the one thread that assesses and judges keeps up with many partitions.
 */
public final class LocalMonitor {
    private final TopologySettings settings;
    private final LocalOutput output;
    private final Scope scope;
    private final LogOrder logOrder;
    private boolean seeding;
    private final Assess assess;
    private final Alerting alerting;
    private final WindowJudge judge;

    private record Turn(Batch batch, LocalPartition partition) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            return Batch.IN_ORDER.compare(batch, other.batch);
        }
    }

    /** Calibrates the checks, which takes a while for many features. */
    public LocalMonitor(TopologySettings settings, LocalOutput output) {
        this(settings, output, Scope.ALL, LogOrder.UNKNOWN);
    }

    /**
     * The same for a part of a live log.
     *
     * @param scope windows and panes outside it are passed over
     */
    public LocalMonitor(TopologySettings settings, LocalOutput output, Scope scope, LogOrder logOrder) {
        this.settings = settings;
        this.output = output;
        this.scope = scope;
        this.logOrder = logOrder;
        this.alerting = new Alerting(
                new AlertDefinition(settings, TopologyMeter.NONE), new MemoryState<>("alerts"), this::announce);
        this.judge = new WindowJudge(alerting);
        this.assess = new Assess(new AssessDefinition(settings), new MemoryState<>("partials"), this::assessed);
    }

    /**
     * Reads the inputs to their ends. To be called once.
     *
     * @param inputs every partition of every source that is to be judged: a source of which a partition is missing closes no window
     * @throws IOException if an input cannot be read
     */
    public void run(List<LocalInput> inputs) throws IOException, InterruptedException {
        List<LocalPartition> partitions = inputs.stream().map(this::partition).toList();
        var threads = new ArrayList<Thread>();
        for (LocalPartition partition : partitions) {
            var thread = new Thread(partition, "ingest-" + threads.size());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            merge(partitions);
        } finally {
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private LocalPartition partition(LocalInput input) {
        ModelSettings model = settings.model(input.model());
        SourceSettings source = model.source(input.source());
        var definition = new IngestDefinition(model, source, settings, input::decoder, TopologyMeter.NONE);
        return new LocalPartition(input, definition, source.mapping().topic(), output, logOrder);
    }

    private void merge(List<LocalPartition> partitions) throws IOException, InterruptedException {
        var turns = new PriorityQueue<Turn>();
        for (LocalPartition partition : partitions) {
            turns.add(new Turn(partition.next(), partition));
        }
        while (!turns.isEmpty()) {
            Turn turn = turns.remove();
            take(turn.batch());
            if (!turn.batch().isLast()) {
                turns.add(new Turn(turn.partition().next(), turn.partition()));
            }
        }
    }

    private void take(Batch batch) throws IOException {
        Throwable failure = batch.failure();
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        } else if (failure instanceof RuntimeException broken) {
            throw broken;
        } else if (failure != null) {
            throw new IllegalStateException("partition " + batch.last().from() + " failed", failure);
        }
        if (batch.last() instanceof Mark mark) {
            output.mark(mark);
        }
        batch.records().forEach(assess::process);
    }

    private void announce(Alert alert) {
        if (!seeding) {
            output.alert(alert);
        }
    }

    /**
     * Takes a score, or the mark of a window, from before the scope: which alerts were open at its start follows from those.
     * Only before {@link #run}.
     */
    public void seed(GenericRecord score) {
        seeding = true;
        alerting.process(score);
        seeding = false;
    }

    private boolean isInScope(GenericRecord record) {
        return scope.covers((Long) record.get("windowStart"), (Long) record.get("windowEnd"));
    }

    private void assessed(AssessOutput out) {
        if (out instanceof AssessOutput.ToProfiles profile && isInScope(profile.record())) {
            output.profile(profile.record());
        } else if (out instanceof AssessOutput.ToScores score && isInScope(score.record())) {
            output.score(score.record());
            judge.take(score);
        }
    }
}
