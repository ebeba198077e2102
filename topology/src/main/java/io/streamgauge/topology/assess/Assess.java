package io.streamgauge.topology.assess;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.Silence;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.watermark.Watermarks;
import java.util.function.Consumer;

/**
 * Keeps the partials of all source partitions, and closes panes and windows once every partition's watermark has passed their end.
 * The order in which partitions are heard changes nothing: a window waits for all of them, and merging is exact.
 *
 * <p>Knows nothing of Kafka Streams. One thread at a time.
 */
public final class Assess {
    private final AssessDefinition definition;

    private final LiveState<byte[]> state;
    private final Consumer<AssessOutput> out;

    /** @param out takes what leaves the step, in order */
    public Assess(AssessDefinition definition, LiveState<byte[]> state, Consumer<AssessOutput> out) {
        this.definition = definition;
        this.state = state;
        this.out = out;
    }

    /** Takes the next record of the partials topic. */
    public void process(Shuffled record) {
        AssessedPairs pairs = definition.pairs(record.model());
        if (record.source() == Source.REFERENCE && pairs != null) {
            new PairWindows(pairs, state, out).process(record);
            return;
        }
        AssessedSource source = definition.source(record.model(), record.source());
        if (source == null) {
            return; // a model that was taken out of the configuration; its last partials were still on the way
        }
        var partials = new Partials(state, source.model(), source.source(), source.chunks());
        SourceProgress progress = progress(source.model(), source.source());
        if (record instanceof Mark mark && !isRepeated(mark, progress)) {
            progress.marks.put(mark.from().partition(), mark);
            if (mark.kind() != Mark.Kind.IDLE) {
                progress.silences.remove(mark.from().partition());
            }
            long watermarkMs = Watermarks.ofSource(progress.marks.values(), source.partitions());
            new WindowCloser(source, state, partials, out).closeUpTo(watermarkMs, progress);
            keep(source, progress);
        } else if (record instanceof Silence silence && source.silence() != null) {
            progress.silences.put(silence.from().partition(), silence);
            new EarlySilence(source, source.silence(), partials, out).look(progress);
            keep(source, progress);
        } else if (record instanceof TrafficPartial partial) {
            if (isOpen(partial.pane().startMs(), progress)) {
                partials.keep(partial);
            } else if (!isRepeated(partial, progress)) {
                progress.afterClose.merge(partial.from().partition(), partial.profiled(), Long::sum);
                keep(source, progress);
            }
        } else if (record instanceof ProfilesPartial partial
                && isOpen(partial.pane().startMs(), progress)) {
            partials.keep(partial);
        }
    }

    private static boolean isOpen(long paneStartMs, SourceProgress progress) {
        return progress.nextPaneMs == Mark.UNKNOWN || paneStartMs >= progress.nextPaneMs;
    }

    /** A partition sends a pane once, before the mark that passes its end; a second time is an at-least-once repetition. */
    private static boolean isRepeated(TrafficPartial partial, SourceProgress progress) {
        Mark last = progress.marks.get(partial.from().partition());
        return last != null && partial.pane().endMs() <= last.watermarkMs();
    }

    private static boolean isRepeated(Mark mark, SourceProgress progress) {
        Mark last = progress.marks.get(mark.from().partition());
        return last != null && mark.accounting().read() < last.accounting().read();
    }

    private SourceProgress progress(String model, Source source) {
        byte[] bytes = state.get(AssessKeys.progress(model, source));
        return bytes == null ? new SourceProgress() : SourceProgress.of(bytes);
    }

    private void keep(AssessedSource source, SourceProgress progress) {
        state.put(AssessKeys.progress(source.model(), source.source()), progress.toBytes());
    }
}
