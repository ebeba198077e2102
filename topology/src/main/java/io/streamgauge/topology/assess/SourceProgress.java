package io.streamgauge.topology.assess;

import io.streamgauge.checks.Dependency;
import io.streamgauge.checks.KnownDependencies;
import io.streamgauge.checks.Quiet;
import io.streamgauge.checks.Traffic;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.PipelineCountsFormat;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.Silence;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.Map;
import java.util.TreeMap;

/** How far the panes of one source of one model have been closed. Mutable; read and written whole. */
final class SourceProgress {
    private static final int VERSION = 3;

    /** Last mark of each partition. */
    final Map<Integer, Mark> marks = new TreeMap<>();
    /** Events that arrived for a pane already closed without their partition, because that was idle; by partition. */
    final Map<Integer, Long> afterClose = new TreeMap<>();
    /** Start of the next pane to close, {@link Mark#UNKNOWN} before the first. */
    long nextPaneMs = Mark.UNKNOWN;
    /** Start of the first pane that was closed, {@link Mark#UNKNOWN} before it: of what came earlier nothing is known. */
    long firstPaneMs = Mark.UNKNOWN;
    /** Newest event time in any closed pane. */
    long newestEventMs = Traffic.NEVER;
    /** How quiet it was up to the next pane to close. */
    Quiet quiet = Quiet.UNKNOWN;
    /** What each partition said last of its silence, if it has said nothing since. */
    final Map<Integer, Silence> silences = new TreeMap<>();
    /** The newest event before a silence that was told early. */
    long toldSilentSinceMs = Traffic.NEVER;
    /** End of the window that was judged early for it. */
    long toldSilentEndMs = Traffic.NEVER;
    /** Panes without any event closed in a row. */
    int emptyPanes;
    /** Whether the input ended and its last windows were assessed. */
    boolean ended;
    /** What its events have depended on so far. */
    KnownDependencies known = KnownDependencies.NONE;

    byte[] toBytes() {
        var out = new StateWriter().tag(VERSION);
        out.number(nextPaneMs)
                .number(firstPaneMs)
                .number(newestEventMs)
                .number(emptyPanes)
                .tag(ended ? 1 : 0);
        out.number(marks.size());
        marks.values().forEach(mark -> out.bytes(ShuffledFormat.write(mark)));
        out.number(afterClose.size());
        afterClose.forEach((partition, events) -> out.number(partition).number(events));
        out.number(quiet.sinceMs()).number(quiet.gapFromMs()).number(quiet.gapToMs());
        out.number(toldSilentSinceMs).number(toldSilentEndMs).number(silences.size());
        silences.values().forEach(silence -> out.bytes(ShuffledFormat.write(silence)));
        out.number(known.lastSeenMs().size());
        known.lastSeenMs().forEach((dependency, lastMs) -> {
            PipelineCountsFormat.dependency(out, dependency);
            out.number(lastMs);
        });
        return out.toBytes();
    }

    static SourceProgress of(byte[] bytes) {
        var in = new StateReader(bytes, "a progress of the assess store").expectVersion(VERSION);
        var progress = new SourceProgress();
        progress.nextPaneMs = in.number();
        progress.firstPaneMs = in.number();
        progress.newestEventMs = in.number();
        progress.emptyPanes = in.integer();
        progress.ended = in.tag() == 1;
        for (int left = in.integer(); left > 0; left--) {
            var mark = (Mark) ShuffledFormat.read(in.bytes());
            progress.marks.put(mark.from().partition(), mark);
        }
        for (int left = in.integer(); left > 0; left--) {
            progress.afterClose.put(in.integer(), in.number());
        }
        progress.quiet = new Quiet(in.number(), in.number(), in.number());
        progress.toldSilentSinceMs = in.number();
        progress.toldSilentEndMs = in.number();
        for (int left = in.integer(); left > 0; left--) {
            var silence = (Silence) ShuffledFormat.read(in.bytes());
            progress.silences.put(silence.from().partition(), silence);
        }
        progress.known = known(in);
        return progress;
    }

    /** State of an earlier release ends before it. */
    private static KnownDependencies known(StateReader in) {
        var lastSeenMs = new TreeMap<Dependency, Long>();
        for (int left = in.hasMore() ? in.integer() : 0; left > 0; left--) {
            lastSeenMs.put(PipelineCountsFormat.dependency(in), in.number());
        }
        return new KnownDependencies(lastSeenMs);
    }

    /** What became of all records read so far: what came after its pane was closed is late, not profiled. */
    Accounting accounting() {
        Accounting sum = Accounting.NOTHING;
        for (Mark mark : marks.values()) {
            sum = sum.plus(mark.accounting());
        }
        long moved = afterClose.values().stream().mapToLong(Long::longValue).sum();
        return new Accounting(
                sum.read(),
                sum.profiled() - moved,
                sum.late() + moved,
                sum.rejected(),
                sum.lastOffset(),
                sum.canaries());
    }
}
