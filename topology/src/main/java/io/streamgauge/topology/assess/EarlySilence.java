package io.streamgauge.topology.assess;

import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.checks.Check;
import io.streamgauge.checks.Observation;
import io.streamgauge.checks.Quiet;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.SilenceWatch;
import io.streamgauge.checks.StalenessCheck;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Traffic;
import io.streamgauge.checks.Window;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Silence;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * When all partitions of a source are silent, no watermark moves and no window closes. Has the silence itself become unusual by what the partitions
 * say? Then the window in which it did is judged early: silence alone, and once. The window stays open for what may still come, and is
 * judged as a whole on time; the alert is the same one.
 */
final class EarlySilence {
    private final AssessedSource source;
    private final SilenceWatch watch;
    private final Partials partials;
    private final Consumer<AssessOutput> out;

    EarlySilence(AssessedSource source, SilenceWatch watch, Partials partials, Consumer<AssessOutput> out) {
        this.source = source;
        this.watch = watch;
        this.partials = partials;
        this.out = out;
    }

    /** To be asked whenever a partition says that it is silent. */
    void look(SourceProgress progress) {
        long newestMs = newestEventMs(progress);
        if (progress.silences.size() < source.partitions()
                || newestMs == Traffic.NEVER
                || newestMs == progress.toldSilentSinceMs) {
            return;
        }
        long untilMs = silences(progress, Silence::untilMs).min().orElse(Long.MIN_VALUE);
        Quiet quiet = upTo(newestMs, progress);
        long unusualMs = watch.isUnusual(quiet) ? quiet.gapToMs() : watch.unusualFrom(newestMs);
        if (unusualMs <= untilMs) {
            Quiet gap = watch.isUnusual(quiet) ? quiet : new Quiet(newestMs, newestMs, unusualMs);
            Window window = source.smallest().spec().nextEnding(unusualMs - 1);
            progress.toldSilentSinceMs = newestMs;
            progress.toldSilentEndMs = Math.max(progress.toldSilentEndMs, window.endMs());
            tell(window, gap, newestMs);
        }
    }

    /** How quiet it was up to the newest event, in the window that this is in. */
    private Quiet upTo(long newestMs, SourceProgress progress) {
        Quiet quiet = progress.quiet;
        long startMs = progress.nextPaneMs == Mark.UNKNOWN ? firstPaneMs(newestMs, progress) : progress.nextPaneMs;
        WindowSpec windows = source.smallest().spec();
        while (startMs <= newestMs) {
            var pane = new Window(startMs, startMs + source.paneMs());
            PaneSummary known = partials.summary(pane);
            Occupancy busy = known.busy();
            for (Silence silence : progress.silences.values()) {
                busy = busy.or(silence.busy(startMs));
            }
            if (pane.endMs() > newestMs) {
                return watch.events(quiet, pane, busy, newestMs);
            }
            quiet = watch.after(quiet, pane, busy, newestIn(pane, known.newestEventMs(), busy));
            quiet = windows.endingAt(pane.endMs()) == null ? quiet : quiet.inNewWindow();
            startMs = pane.endMs();
        }
        return quiet;
    }

    /** Of a pane that is still open somewhere the end of the last busy slot is as good. */
    private long newestIn(Window pane, long knownMs, Occupancy busy) {
        return busy.isEmpty()
                ? knownMs
                : Math.max(knownMs, pane.startMs() + busy.slots().length() * watch.slotMs() - 1);
    }

    private long firstPaneMs(long newestMs, SourceProgress progress) {
        long first = partials.firstPaneFrom(Long.MIN_VALUE, newestMs);
        for (Silence silence : progress.silences.values()) {
            first = silence.busy().isEmpty()
                    ? first
                    : Math.min(first, silence.busy().firstKey());
        }
        return Math.floorDiv(first, source.paneMs()) * source.paneMs();
    }

    private long newestEventMs(SourceProgress progress) {
        long said = silences(progress, Silence::newestEventMs).max().orElse(Traffic.NEVER);
        return Math.max(said, progress.newestEventMs);
    }

    private static LongStream silences(SourceProgress progress, ToLongFunction<Silence> what) {
        return progress.silences.values().stream().mapToLong(what);
    }

    private void tell(Window window, Quiet quiet, long newestMs) {
        Window early = window.early();
        var subject = new Subject(source.model(), source.baselineVersion(), source.source(), Subject.ALL);
        var traffic = new Traffic(0, 0, 0, newestMs, RuleCounts.NONE, quiet);
        List<Profile> empty = source.features().stream()
                .<Profile>map(feature -> feature.layout().newProfile())
                .toList();
        var observation = new Observation(subject, early, empty, traffic, List.of());
        int scores = 0;
        for (Check check : source.smallest().checks()) {
            if (check instanceof StalenessCheck) {
                for (Score score : check.assess(observation)) {
                    out.accept(new AssessOutput.OneScore(score));
                    scores++;
                }
            }
        }
        out.accept(new AssessOutput.EndOfWindow(new WindowMark(source.model(), source.source(), early, 0, 1, scores)));
    }
}
