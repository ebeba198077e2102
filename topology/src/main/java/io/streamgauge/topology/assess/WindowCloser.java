package io.streamgauge.topology.assess;

import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.checks.Observation;
import io.streamgauge.checks.PipelineCheck;
import io.streamgauge.checks.Quiet;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.SequentialDriftCheck;
import io.streamgauge.checks.SilenceWatch;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Traffic;
import io.streamgauge.checks.Window;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.state.LiveState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Closes the panes and windows that a watermark has passed, in time order: merges partials, asks the checks, says what came out.
 * Works for one source of one model; holds no state of its own.
 */
final class WindowCloser {
    /** After so many empty panes in a row further ones are passed over in silence: one stray old event must not cost millions. */
    static final int MOST_EMPTY_PANES = 1000;

    private final AssessedSource source;
    private final Partials partials;
    private final Blocks blocks;
    private final Memories memories;
    private final PartSilences parts;
    private final Consumer<AssessOutput> out;

    WindowCloser(AssessedSource source, LiveState<byte[]> state, Partials partials, Consumer<AssessOutput> out) {
        this.source = source;
        this.partials = partials;
        this.blocks = new Blocks(state, source);
        this.memories = new Memories(state, source.model(), source.source());
        this.parts = new PartSilences(state, source);
        this.out = out;
    }

    /** Closes all that ends at or before the watermark. */
    void closeUpTo(long watermarkMs, SourceProgress progress) {
        if (progress.nextPaneMs == Mark.UNKNOWN) {
            progress.nextPaneMs = firstComplete(watermarkMs);
            progress.firstPaneMs = progress.nextPaneMs;
        }
        while (progress.nextPaneMs != Mark.UNKNOWN && progress.nextPaneMs + source.paneMs() <= watermarkMs) {
            long nextWithTraffic = partials.firstPaneFrom(progress.nextPaneMs, Long.MAX_VALUE);
            if (nextWithTraffic == Long.MAX_VALUE && watermarkMs == Long.MAX_VALUE) {
                break;
            }
            if (progress.emptyPanes >= MOST_EMPTY_PANES) {
                progress.nextPaneMs =
                        passOver(progress.nextPaneMs, Math.min(nextWithTraffic, startOfPane(watermarkMs)));
                if (progress.nextPaneMs + source.paneMs() > watermarkMs) {
                    break;
                }
            }
            closePane(new Window(progress.nextPaneMs, progress.nextPaneMs + source.paneMs()), progress);
        }
        if (watermarkMs == Long.MAX_VALUE && !progress.ended) {
            closeUnfinishedWindows(progress);
            progress.ended = true; // for good: a repeated mark must not assess them twice
        }
    }

    /** The first pane counts as known once all have passed its end: until then a partition may still send an earlier one. */
    private long firstComplete(long watermarkMs) {
        long first = partials.firstPaneFrom(Long.MIN_VALUE, Mark.UNKNOWN);
        return first != Mark.UNKNOWN && first + source.paneMs() <= watermarkMs ? first : Mark.UNKNOWN;
    }

    /** The next of the empty panes that cannot be passed over, because it ends a window that something came in. */
    private long passOver(long nextPaneMs, long untilMs) {
        if (blocks.isEmpty()) {
            return Math.max(nextPaneMs, untilMs);
        }
        long nextEndMs = source.windows().stream()
                .mapToLong(checked -> checked.spec().nextEnding(nextPaneMs).endMs())
                .min()
                .orElse(Long.MAX_VALUE);
        return Math.max(nextPaneMs, Math.min(untilMs, nextEndMs - source.paneMs()));
    }

    private void closePane(Window pane, SourceProgress progress) {
        PaneSummary summary = partials.summary(pane);
        progress.emptyPanes = summary.newestEventMs() == Traffic.NEVER ? progress.emptyPanes + 1 : 0;
        progress.newestEventMs = Math.max(progress.newestEventMs, summary.newestEventMs());
        SilenceWatch silence = source.silence();
        if (silence != null) {
            progress.quiet = silence.after(progress.quiet, pane, summary.busy(), summary.newestEventMs());
        }
        SortedMap<VersionSlice, List<Profile>> profiles = partials.profiles(pane);
        profiles.forEach(
                (part, all) -> ProfileRecords.of(source, pane, part, all).forEach(out));
        out.accept(ProfileRecords.ofTraffic(source, pane, summary));
        parts.after(pane, summary, profiles);
        if (!summary.equals(PaneSummary.NOTHING)) {
            blocks.add(pane, summary, profiles);
        }
        partials.forget(pane.endMs());
        progress.nextPaneMs = pane.endMs();
        closeWindows(pane.endMs(), progress);
    }

    private void closeWindows(long endMs, SourceProgress progress) {
        long oldestNeededMs = source.oldestNeeded(endMs);
        blocks.combine(endMs, oldestNeededMs);
        for (AssessedSource.CheckedWindows checked : source.windows()) {
            Window window = checked.spec().endingAt(endMs);
            if (window != null) {
                assess(window, checked, progress);
            }
        }
        if (source.smallest().spec().endingAt(endMs) != null) {
            progress.quiet = progress.quiet.inNewWindow();
            parts.inNewWindow();
        }
        blocks.prune(endMs, oldestNeededMs);
    }

    /** A bounded input ends; what is in windows that would have gone on is assessed as it stands. */
    private void closeUnfinishedWindows(SourceProgress progress) {
        if (progress.nextPaneMs == Mark.UNKNOWN) {
            return;
        }
        for (AssessedSource.CheckedWindows checked : source.windows()) {
            if (checked.spec().endingAt(progress.nextPaneMs) == null) {
                assess(checked.spec().nextEnding(progress.nextPaneMs), checked, progress);
            }
        }
    }

    private void assess(Window window, AssessedSource.CheckedWindows checked, SourceProgress progress) {
        if (checked.spec().overlaps() && window.startMs() < progress.firstPaneMs) {
            return; // the first night is no day: one window after the other would say so
        }
        List<Blocks.Block> cover = blocks.cover(window);
        PaneSummary summary = blocks.summary(cover);
        var traffic = new Traffic(
                summary.profiled(),
                summary.late(),
                summary.rejected(),
                progress.newestEventMs,
                summary.rules(),
                quiet(window, progress),
                summary.pipeline());
        var whole = VersionSlice.whole(source.baselineVersion());
        var slices = blocks.profileKeys(cover);
        slices.computeIfAbsent(whole, part -> new TreeMap<>());
        var before = before(window, checked, progress);
        int scores = 0;
        long inProfiles = 0;
        for (var part : slices.entrySet()) {
            var subject = new Subject(
                    source.model(),
                    part.getKey().version(),
                    source.source(),
                    part.getKey().slice());
            var observation = new Observation(
                    subject,
                    window,
                    blocks.profiles(part.getValue()),
                    part.getKey().equals(whole) ? traffic : null,
                    summary.evidence(),
                    rules(part.getKey(), summary),
                    before == null
                            ? null
                            : blocks.profiles(before.getOrDefault(part.getKey(), Collections.emptySortedMap())));
            scores += score(observation, checked);
            boolean ofAll = part.getKey().slice().equals(Subject.ALL);
            inProfiles += ofAll && !observation.profiles().isEmpty()
                    ? observation.profiles().get(0).count()
                    : 0;
        }
        if (checked.spec().equals(source.smallest().spec())) {
            scores += emit(parts.assess(whole(window, traffic, summary)));
        }
        scores += audit(window, traffic, summary, inProfiles, checked, progress);
        if (checked.sequential() != null) {
            memories.forget(window, slices.keySet());
        }
        var mark = new WindowMark(source.model(), source.source(), window, 0, 1, scores);
        out.accept(new AssessOutput.EndOfWindow(mark));
    }

    /** Of silence more is known already than a window before the one that was judged early could say. */
    private @Nullable Quiet quiet(Window window, SourceProgress progress) {
        Quiet quiet = window.endMs() < progress.toldSilentEndMs ? Quiet.TOLD : progress.quiet;
        return source.silence() == null ? null : quiet;
    }

    /** Where the profiles of the window before are; null if no check asks for them, or it began before the first event. */
    private @Nullable SortedMap<VersionSlice, SortedMap<Integer, List<Bytes>>> before(
            Window window, AssessedSource.CheckedWindows checked, SourceProgress progress) {
        Window earlier = checked.before(window);
        return earlier == null || earlier.startMs() < progress.firstPaneMs
                ? null
                : blocks.profileKeys(blocks.cover(earlier));
    }

    /** Rules are counted for all versions together, and for the slices of the baseline's version. */
    private @Nullable RuleCounts rules(VersionSlice part, PaneSummary summary) {
        if (!part.version().equals(source.baselineVersion())) {
            return null;
        }
        return part.slice().equals(Subject.ALL)
                ? summary.rules()
                : summary.rules().ofSlice(part.slice());
    }

    private int score(Observation observation, AssessedSource.CheckedWindows checked) {
        List<Score> scores = new ArrayList<>();
        checked.checks().forEach(check -> scores.addAll(check.assess(observation)));
        SequentialDriftCheck sequential = checked.sequential();
        if (sequential != null) {
            scores.addAll(memories.assess(sequential, observation));
        }
        return emit(scores);
    }

    private int emit(List<Score> scores) {
        scores.forEach(score -> out.accept(new AssessOutput.OneScore(score)));
        return scores.size();
    }

    /** The source as one, whose profiles are not looked at. */
    private Observation whole(Window window, Traffic traffic, PaneSummary summary) {
        var subject = new Subject(source.model(), source.baselineVersion(), source.source(), Subject.ALL);
        return new Observation(subject, window, List.of(), traffic, summary.evidence());
    }

    /** What is asked of a source once, over all versions. */
    private int audit(
            Window window,
            Traffic traffic,
            PaneSummary summary,
            long inProfiles,
            AssessedSource.CheckedWindows checked,
            SourceProgress progress) {
        PipelineCheck pipeline = checked.pipeline();
        if (pipeline == null) {
            return 0;
        }
        var balance = new PipelineCheck.Balance(
                source.features().isEmpty() ? traffic.profiled() : inProfiles,
                progress.accounting().unaccounted());
        PipelineCheck.Assessed assessed =
                pipeline.assess(whole(window, traffic, summary), traffic, balance, progress.known);
        progress.known = assessed.known();
        return emit(assessed.scores());
    }

    private long startOfPane(long timeMs) {
        return Math.floorDiv(timeMs, source.paneMs()) * source.paneMs();
    }
}
