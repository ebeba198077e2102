package io.streamgauge.topology.assess;

import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.checks.PairedWindow;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Window;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.SkewPartial;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.watermark.Watermarks;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keeps what the tasks of the join found pane by pane, and assesses a window once all of them have passed its end. A window in which
 * nothing was found says nothing. Works for one model; holds no state of its own.
 */
final class PairWindows {
    private final AssessedPairs pairs;
    private final LiveState<byte[]> state;
    private final Consumer<AssessOutput> out;

    PairWindows(AssessedPairs pairs, LiveState<byte[]> state, Consumer<AssessOutput> out) {
        this.pairs = pairs;
        this.state = state;
        this.out = out;
    }

    void process(Shuffled record) {
        Bytes key = AssessKeys.skewProgress(pairs.model());
        byte[] bytes = state.get(key);
        SourceProgress progress = bytes == null ? new SourceProgress() : SourceProgress.of(bytes);
        if (record instanceof SkewPartial partial
                && partial.counts().size() == pairs.features()
                && (progress.nextPaneMs == Mark.UNKNOWN || partial.pane().startMs() >= progress.nextPaneMs)) {
            state.put(AssessKeys.skew(partial), ShuffledFormat.write(partial));
        } else if (record instanceof Mark mark) {
            progress.marks.put(mark.from().partition(), mark);
            close(Watermarks.ofSource(progress.marks.values(), pairs.partitions()), progress);
            state.put(key, progress.toBytes());
        }
    }

    private void close(long watermarkMs, SourceProgress progress) {
        while (true) {
            long endMs = nextEnd(progress);
            boolean ended = watermarkMs == Long.MAX_VALUE;
            if (watermarkMs == Mark.UNKNOWN || endMs == Mark.UNKNOWN || (!ended && endMs > watermarkMs)) {
                return;
            }
            for (WindowSpec spec : pairs.windows()) {
                Window window = spec.endingAt(endMs);
                if (window != null) {
                    assess(window);
                }
            }
            progress.nextPaneMs = endMs;
            state.keys(from(Long.MIN_VALUE), from(pairs.oldestNeeded(endMs))).forEach(state::remove);
        }
    }

    /** The end of the next window that something was found in. */
    private long nextEnd(SourceProgress progress) {
        long afterMs = progress.nextPaneMs;
        long next = Mark.UNKNOWN;
        for (Bytes key : state.keys(from(Long.MIN_VALUE), from(Long.MAX_VALUE))) {
            long startMs = AssessKeys.paneStartMs(key);
            for (WindowSpec spec : pairs.windows()) {
                Window window = spec.nextEnding(Math.max(startMs, afterMs));
                if (window.startMs() <= startMs && (next == Mark.UNKNOWN || window.endMs() < next)) {
                    next = window.endMs();
                }
            }
        }
        return next;
    }

    private void assess(Window window) {
        PairedWindow found = PairMerge.of(
                new Subject(pairs.model(), pairs.baselineVersion(), Source.REFERENCE, Subject.ALL),
                window,
                pairs.features(),
                state.keys(from(window.startMs()), from(window.endMs())).stream()
                        .map(this::read)
                        .toList());
        List<Score> scores = pairs.check().assess(found);
        scores.forEach(score -> out.accept(new AssessOutput.OneScore(score)));
        var mark = new WindowMark(pairs.model(), Source.REFERENCE, window, 0, 1, scores.size());
        out.accept(new AssessOutput.EndOfWindow(mark));
    }

    private SkewPartial read(Bytes key) {
        byte[] bytes = state.get(key);
        if (bytes == null) {
            throw new IllegalStateException("store " + state.name() + " listed a key that it does not hold");
        }
        return (SkewPartial) ShuffledFormat.read(bytes);
    }

    private Bytes from(long paneStartMs) {
        return AssessKeys.skewFrom(pairs.model(), paneStartMs);
    }
}
