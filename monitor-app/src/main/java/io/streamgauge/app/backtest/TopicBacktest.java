package io.streamgauge.app.backtest;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.Preparation;
import io.streamgauge.checks.Score;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.local.LocalInput;
import io.streamgauge.topology.local.LocalMonitor;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.local.LogOrder;
import io.streamgauge.topology.local.Scope;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * What would the monitor have said about this stretch of its topics? Reads with consumers that belong to no group and writes to no
 * topic, so that rights to read suffice and the live service notices nothing but the reading.
 *
 * <p>A stretch within the log begins with the alerts that were open then: they follow from the live scores before it. Where
 * partitions were idle live, the marks of the live partials topic say so.
 */
public final class TopicBacktest {
    private static final long EVENTS_BEFORE = 10_000;

    private final Connections connections;
    private final TopologySettings settings;
    private final TopicStretch stretch;
    private final double maxRate;
    private final PrintWriter err;
    private final LiveLog log;

    /**
     * What to read, and how fast.
     *
     * @param spans by offsets; empty for all that the time range asks for
     * @param maxRate events a second at most; not positive for no limit
     */
    public record Selection(TimeRange range, List<OffsetSpan> spans, double maxRate) {
        public Selection {
            spans = List.copyOf(spans);
        }
    }

    private TopicBacktest(
            Connections connections, Preparation preparation, LiveLog log, Selection selection, PrintWriter err) {
        this.connections = connections;
        this.settings = preparation.settings(null);
        this.stretch = new TopicStretch(connections, preparation.endsNow(), selection.range(), selection.spans());
        this.log = log;
        this.maxRate = selection.maxRate();
        this.err = err;
    }

    /** Looks at the topics. @throws io.streamgauge.app.service.StartException if one is missing */
    public static TopicBacktest of(ConfigFile file, Connections connections, Selection selection, PrintWriter err) {
        Preparation preparation = Preparation.ofReader(file, connections);
        return new TopicBacktest(connections, preparation, LiveLog.of(file.config(), connections), selection, err);
    }

    public TopologySettings settings() {
        return settings;
    }

    LiveLog log() {
        return log;
    }

    /** Windows that end in the range. */
    boolean covers(long endMs) {
        return stretch.covers(endMs);
    }

    /** Reads to the ends, as they were when this was made. */
    public void run(LocalOutput output) throws IOException, InterruptedException {
        LiveMarks marks = LiveMarks.of(log, settings.topics().partials());
        Scope scope = (startMs, endMs) -> covers(endMs);
        run(output, scope, marks, inputs(marks));
    }

    private void run(LocalOutput output, Scope scope, LogOrder order, Inputs inputs)
            throws IOException, InterruptedException {
        var monitor = new LocalMonitor(settings, output, scope, order);
        if (stretch.hasBeginning()) {
            seed(monitor);
        }
        monitor.run(inputs.all(), inputs.rows());
        err.printf(
                "%,d events in %.1f s%n",
                inputs.progress().events(), inputs.progress().seconds());
        err.flush();
    }

    /**
     * Computes one alert again from the events that it names. Some events before them are read, too, so that what was late is known
     * to be late. An alert about pairs names a few of them only: it is computed from the rows of its window.
     *
     * @throws IllegalArgumentException if no live alert has the id, or it rests on more than these events
     */
    public Reproduction reproduce(String id) throws IOException, InterruptedException {
        GenericRecord alert = firing(id);
        var finder = new Reproduction.Finder(alert);
        Score wanted = finder.wanted();
        Reproduction.requirePossible(id, wanted);
        Scope window = (startMs, endMs) ->
                startMs == wanted.window().startMs() && endMs == wanted.window().endMs();
        var monitor = new LocalMonitor(settings, finder, window, LogOrder.UNKNOWN);
        if (wanted.subject().source() == Source.REFERENCE) {
            monitor.run(List.of(), rowsOf(wanted));
        } else {
            monitor.run(evidence(wanted));
        }
        return new Reproduction(alert, finder.found());
    }

    private GenericRecord firing(String id) {
        List<GenericRecord> found = new ArrayList<>();
        for (String topic : settings.topics().allAlerts()) {
            log.forEach(topic, connections.records().deserializer(), alert -> {
                if (alert.get("id").toString().equals(id)) {
                    found.add(alert);
                }
            });
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "no alert with id " + id + " in " + settings.topics().allAlerts());
        }
        return found.stream()
                .filter(record -> record.get("state").toString().equals("FIRING"))
                .findFirst()
                .orElse(found.get(0));
    }

    private List<LocalInput> evidence(Score wanted) {
        ModelSettings model = settings.model(wanted.subject().model());
        SourceSettings source = model.source(wanted.subject().source());
        var pace = unknownPace();
        List<LocalInput> inputs = new ArrayList<>();
        for (TopicInput.Range range : stretch.ranges(model, source, new LiveMarks(), Duration.ZERO)) {
            TopicInput.Range named = wanted.evidence().stream()
                    .filter(events -> events.partition() == range.partition().partition())
                    .findFirst()
                    .map(events -> range.between(
                            Math.max(range.first(), events.firstOffset() - EVENTS_BEFORE), events.lastOffset()))
                    .orElse(range.between(0, -1));
            inputs.add(new TopicInput(
                    model.model(), source.source(), named, connections.kafka(), connections.registry(), pace));
        }
        return inputs;
    }

    private List<LocalInput> rowsOf(Score wanted) {
        ModelSettings model = settings.model(wanted.subject().model());
        ValueSkewSettings skew = model.skew();
        if (skew == null) {
            throw new IllegalArgumentException(
                    "model " + model.model() + " has no reference any more whose rows could be compared");
        }
        return rows(model, skew, stretch.of(wanted.window()), unknownPace());
    }

    /** How much there is to read is not known beforehand. */
    private TopicInput.Pace unknownPace() {
        return new TopicInput.Pace(new RateLimit(maxRate), new Progress(err, 0));
    }

    /** @param rows to be compared pair by pair */
    private record Inputs(List<LocalInput> all, List<LocalInput> rows, Progress progress) {}

    private void seed(LocalMonitor monitor) {
        log.forEach(settings.topics().scores(), connections.records().deserializer(), score -> {
            if ((Long) score.get("windowEnd") <= stretch.fromMs()) {
                monitor.seed(score);
            }
        });
    }

    private Inputs inputs(LiveMarks marks) {
        Map<SourcePartition, TopicInput.Range> ranges = new HashMap<>();
        long total = 0;
        for (ModelSettings model : settings.models()) {
            for (SourceSettings source : model.sources()) {
                for (TopicInput.Range each : stretch.ranges(model, source, marks, Duration.ZERO)) {
                    ranges.put(
                            new SourcePartition(
                                    model.model(),
                                    source.source(),
                                    each.partition().topic(),
                                    each.partition().partition()),
                            each);
                    total += Math.max(0, each.last() - each.first() + 1);
                }
            }
        }
        var pace = new TopicInput.Pace(new RateLimit(maxRate), new Progress(err, total));
        List<LocalInput> inputs = new ArrayList<>();
        ranges.forEach((from, each) -> inputs.add(
                new TopicInput(from.model(), from.source(), each, connections.kafka(), connections.registry(), pace)));
        return new Inputs(inputs, rows(pace), pace.progress());
    }

    /** Both sides of the pairs; where offsets were asked for of one side only, there is nobody to pair with. */
    private List<LocalInput> rows(TopicInput.Pace pace) {
        List<LocalInput> rows = new ArrayList<>();
        for (ModelSettings model : settings.models()) {
            ValueSkewSettings skew = model.skew();
            if (skew != null
                    && stretch.asksFor(skew.serving().mapping().topic())
                    && stretch.asksFor(skew.training().mapping().topic())) {
                rows.addAll(rows(model, skew, stretch, pace));
            }
        }
        return rows;
    }

    private List<LocalInput> rows(ModelSettings model, ValueSkewSettings skew, TopicStretch of, TopicInput.Pace pace) {
        List<LocalInput> rows = new ArrayList<>();
        for (SourceSettings side : List.of(skew.serving(), skew.training())) {
            for (TopicInput.Range each : of.ranges(model, side, new LiveMarks(), TopicRanges.pairsBeyond(skew))) {
                rows.add(new TopicInput(
                        model.model(), side.source(), each, connections.kafka(), connections.registry(), pace));
            }
        }
        return rows;
    }
}
