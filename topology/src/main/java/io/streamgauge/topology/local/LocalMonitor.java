package io.streamgauge.topology.local;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.alert.AlertDefinition;
import io.streamgauge.topology.alert.Alerting;
import io.streamgauge.topology.assess.Assess;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.join.JoinDefinition;
import io.streamgauge.topology.join.SideDefinition;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import io.streamgauge.topology.state.MemoryState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<String, LocalJoin> joins = new HashMap<>();

    private record Turn(Batch batch, LocalFeed feed) implements Comparable<Turn> {
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

    /** Reads the inputs to their ends and compares no rows. To be called once. */
    public void run(List<LocalInput> inputs) throws IOException, InterruptedException {
        run(inputs, List.of());
    }

    /**
     * Reads the inputs to their ends. To be called once.
     *
     * @param inputs every partition of every source that is to be judged: a source of which a partition is missing closes no window
     * @param rows every partition of both sides whose rows are to be compared, the training side as {@link Source#REFERENCE}; empty for
     *     no comparison
     * @throws IOException if an input cannot be read
     */
    public void run(List<LocalInput> inputs, List<LocalInput> rows) throws IOException, InterruptedException {
        var feeds = new ArrayList<LocalFeed>();
        inputs.forEach(input -> feeds.add(partition(input)));
        rows.forEach(input -> feeds.add(side(input)));
        var threads = new ArrayList<Thread>();
        for (LocalFeed feed : feeds) {
            var thread = new Thread(feed, "ingest-" + threads.size());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            merge(feeds);
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

    private LocalSide side(LocalInput input) {
        ModelSettings model = settings.model(input.model());
        ValueSkewSettings skew = Objects.requireNonNull(model.skew(), "rows of a model that compares none");
        boolean serving = input.source() != Source.REFERENCE;
        joins.computeIfAbsent(
                model.model(),
                name -> new LocalJoin(new JoinDefinition(model, skew), settings.pairsPartitions(), assess::process));
        var definition = new SideDefinition(model, skew, settings, input::decoder, serving);
        return new LocalSide(input, definition, skew.side(serving).mapping().topic(), output);
    }

    private void merge(List<LocalFeed> feeds) throws IOException, InterruptedException {
        var turns = new PriorityQueue<Turn>();
        for (LocalFeed feed : feeds) {
            turns.add(new Turn(feed.next(), feed));
        }
        while (!turns.isEmpty()) {
            Turn turn = turns.remove();
            take(turn.batch());
            if (!turn.batch().isLast()) {
                turns.add(new Turn(turn.feed().next(), turn.feed()));
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
        if (batch.isOfJoin()) {
            LocalJoin join = Objects.requireNonNull(joins.get(batch.last().model()));
            batch.rows().forEach(join::process);
            return;
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

    private void assessed(AssessOutput out) {
        if (!scope.covers(out.span().startMs(), out.span().endMs())) {
            return;
        }
        if (out instanceof AssessOutput.ToProfiles profile) {
            output.profile(profile);
        } else if (out instanceof AssessOutput.ToScores score) {
            output.score(score);
            judge.take(score);
        }
    }
}
