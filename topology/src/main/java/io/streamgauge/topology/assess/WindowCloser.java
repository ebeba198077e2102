package io.streamgauge.topology.assess;

import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.checks.Check;
import io.streamgauge.checks.Observation;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Traffic;
import io.streamgauge.checks.Window;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.TrafficPartial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    private final Consumer<AssessOutput> out;

    WindowCloser(AssessedSource source, Partials partials, Consumer<AssessOutput> out) {
        this.source = source;
        this.partials = partials;
        this.out = out;
    }

    /** Closes all that ends at or before the watermark. */
    void closeUpTo(long watermarkMs, SourceProgress progress) {
        if (progress.nextPaneMs == Mark.UNKNOWN) {
            progress.nextPaneMs = firstComplete(watermarkMs);
        }
        while (progress.nextPaneMs != Mark.UNKNOWN && progress.nextPaneMs + source.paneMs() <= watermarkMs) {
            long nextWithTraffic = partials.firstPaneFrom(progress.nextPaneMs, Long.MAX_VALUE);
            if (nextWithTraffic == Long.MAX_VALUE && watermarkMs == Long.MAX_VALUE) {
                break;
            }
            if (progress.emptyPanes >= MOST_EMPTY_PANES && nextWithTraffic > progress.nextPaneMs) {
                progress.nextPaneMs = Math.min(nextWithTraffic, startOfPane(watermarkMs));
                continue;
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

    private void closePane(Window pane, SourceProgress progress) {
        List<TrafficPartial> traffic = partials.traffic(pane);
        long newest = newestEvent(traffic);
        progress.emptyPanes = newest == Traffic.NEVER ? progress.emptyPanes + 1 : 0;
        progress.newestEventMs = Math.max(progress.newestEventMs, newest);
        partials.profiles(pane)
                .forEach((part, profiles) -> ProfileRecords.of(source, pane, part, profiles)
                        .forEach(record -> out.accept(new AssessOutput.ToProfiles(record))));
        out.accept(new AssessOutput.ToProfiles(
                ProfileRecords.ofTraffic(source, pane, sum(traffic, newest), Partials.evidence(traffic))));
        for (long size : source.checksByWindowSize().keySet()) {
            if (Math.floorMod(pane.endMs(), size) == 0) {
                assess(new Window(pane.endMs() - size, pane.endMs()), progress);
            }
        }
        progress.nextPaneMs = pane.endMs();
        partials.forget(source.oldestNeeded(pane.endMs()));
    }

    /** A bounded input ends; what is in windows that would have gone on is assessed as it stands. */
    private void closeUnfinishedWindows(SourceProgress progress) {
        if (progress.nextPaneMs == Mark.UNKNOWN) {
            return;
        }
        for (long size : source.checksByWindowSize().keySet()) {
            if (Math.floorMod(progress.nextPaneMs, size) != 0) {
                assess(Window.holding(progress.nextPaneMs, size), progress);
            }
        }
    }

    private void assess(Window window, SourceProgress progress) {
        List<TrafficPartial> parts = partials.traffic(window);
        List<OffsetRange> evidence = Partials.evidence(parts);
        Traffic traffic = sum(parts, progress.newestEventMs);
        var profiles = partials.profiles(window);
        var whole = Partials.VersionSlice.whole(source.baselineVersion());
        profiles.computeIfAbsent(whole, part -> List.of(partials.emptyProfiles()));
        var scores = new ArrayList<Score>();
        profiles.forEach((part, merged) ->
                scores.addAll(scores(window, part, merged, part.equals(whole) ? traffic : null, evidence)));
        scores.forEach(score -> out.accept(new AssessOutput.ToScores(ScoreRecord.of(score))));
        var mark = new WindowMark(source.model(), source.source(), window, 0, 1, scores.size());
        out.accept(new AssessOutput.ToScores(WindowMarkRecord.of(mark)));
    }

    private List<Score> scores(
            Window window,
            Partials.VersionSlice part,
            List<Profile> profiles,
            @Nullable Traffic traffic,
            List<OffsetRange> evidence) {
        var subject = new Subject(source.model(), part.version(), source.source(), part.slice());
        var observation = new Observation(subject, window, profiles, traffic, evidence);
        var scores = new ArrayList<Score>();
        for (Check check : checksFor(window)) {
            scores.addAll(check.assess(observation));
        }
        return scores;
    }

    private List<Check> checksFor(Window window) {
        return source.checksByWindowSize().getOrDefault(window.sizeMs(), List.of());
    }

    private static Traffic sum(List<TrafficPartial> partials, long newestEventMs) {
        long profiled = 0;
        long late = 0;
        long rejected = 0;
        for (TrafficPartial partial : partials) {
            profiled += partial.profiled();
            late += partial.late();
            rejected += partial.rejected();
        }
        return new Traffic(profiled, late, rejected, newestEventMs);
    }

    private static long newestEvent(List<TrafficPartial> partials) {
        return partials.stream().mapToLong(TrafficPartial::newestEventMs).max().orElse(Traffic.NEVER);
    }

    private long startOfPane(long timeMs) {
        return Math.floorDiv(timeMs, source.paneMs()) * source.paneMs();
    }
}
