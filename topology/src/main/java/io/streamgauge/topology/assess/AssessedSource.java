package io.streamgauge.topology.assess;

import io.streamgauge.checks.BaselineBehindCheck;
import io.streamgauge.checks.Calibrations;
import io.streamgauge.checks.Check;
import io.streamgauge.checks.Checks;
import io.streamgauge.checks.FreshnessCheck;
import io.streamgauge.checks.PartSilenceCheck;
import io.streamgauge.checks.PipelineCheck;
import io.streamgauge.checks.Provenance;
import io.streamgauge.checks.SequentialDriftCheck;
import io.streamgauge.checks.SilenceLimit;
import io.streamgauge.checks.SilenceWatch;
import io.streamgauge.checks.StalenessSettings;
import io.streamgauge.checks.Window;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.settings.ModelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What assess must know of one source of one model, calibrated once.
 *
 * @param windows the checks of each series of windows, smallest first
 * @param silence looks how quiet it is; null if nobody asks
 * @param slices names of all that the baseline's version has
 * @param parts asks how long parts of it are silent while others are not
 */
record AssessedSource(
        String model,
        String baselineVersion,
        String baselineId,
        Source source,
        int partitions,
        long paneMs,
        List<FeatureBaseline> features,
        FeatureChunks chunks,
        List<CheckedWindows> windows,
        @Nullable SilenceWatch silence,
        Set<String> slices,
        PartSilenceCheck parts) {

    /**
     * One series of windows and what is asked of each.
     *
     * @param sequential asked in the light of the windows before; null if nothing is
     * @param pipeline asked about the way of the records, of one series only; null if nothing is
     */
    record CheckedWindows(
            WindowSpec spec,
            List<Check> checks,
            @Nullable SequentialDriftCheck sequential,
            @Nullable PipelineCheck pipeline) {
        boolean lookBack() {
            return checks.stream().anyMatch(Check::looksBack);
        }

        /** The window that ended where this one begins; null if the series has none. */
        @Nullable
        Window before(Window window) {
            return lookBack() ? spec.endingAt(window.startMs()) : null;
        }

        /** Start of the oldest pane that a window which ends after {@code timeMs} needs, itself or to look back to. */
        long oldestNeeded(long timeMs) {
            long startMs = spec.earliestOpenStart(timeMs);
            Window earlier = lookBack() ? spec.endingAt(startMs) : null;
            return earlier == null ? startMs : earlier.startMs();
        }

        /** Whether a window that ends after {@code timeMs}, or the one before it, starts inside {@code span}. */
        boolean cuts(Window span, long timeMs) {
            Window last = spec.lastStartingBefore(span.endMs());
            if (last.startMs() <= span.startMs()) {
                return false;
            }
            long neededUntilMs =
                    lookBack() ? spec.firstStartingFrom(last.endMs()).endMs() : last.endMs();
            return neededUntilMs > timeMs;
        }
    }

    static AssessedSource of(ModelSettings model, Source source, Calibrations calibrations) {
        var checked = new ArrayList<CheckedWindows>();
        Baseline trained = model.trained();
        for (WindowSpec spec : model.windows()) {
            boolean smallest = checked.isEmpty();
            checked.add(new CheckedWindows(
                    spec,
                    checks(model, trained, source, spec, smallest, calibrations),
                    Checks.sequential(model.checks(), trained, source, spec, model.configHash()),
                    smallest ? Checks.pipeline(model.checks(), model.baseline(), model.configHash()) : null));
        }
        List<FeatureBaseline> features = model.baseline().features(source);
        return new AssessedSource(
                model.model(),
                model.baseline().version(),
                trained.id(),
                source,
                model.source(source).partitions(),
                model.paneMs(),
                features,
                new FeatureChunks(features),
                checked,
                silence(model, source),
                model.slices(source).definitions().keySet(),
                parts(model, trained));
    }

    private static PartSilenceCheck parts(ModelSettings model, Baseline trained) {
        return new PartSilenceCheck(
                model.checks().staleness().parts(),
                model.paneMs(),
                model.windows().get(0).advance().toMillis(),
                new Provenance(trained.id(), model.configHash()));
    }

    private static @Nullable SilenceWatch silence(ModelSettings model, Source source) {
        SilenceLimit limit = SilenceLimit.of(model.checks().staleness(), model.baseline(), source);
        return limit == null ? null : new SilenceWatch(limit, model.paneMs());
    }

    /** The windows in which it is asked how old things are. */
    CheckedWindows smallest() {
        return windows.get(0);
    }

    private static List<Check> checks(
            ModelSettings model,
            Baseline trained,
            Source source,
            WindowSpec spec,
            boolean smallest,
            Calibrations calibrations) {
        boolean wholeData = model.sources().get(0).source() == source;
        var checks = new ArrayList<Check>(Checks.of(
                model.checks(),
                trained,
                source,
                spec,
                smallest,
                wholeData,
                model.rulesOf(source),
                model.configHash(),
                calibrations));
        if (smallest) {
            StalenessSettings staleness = model.checks().staleness();
            var limits = staleness.ages().getOrDefault(source, Map.of());
            var provenance = new Provenance(trained.id(), model.configHash());
            FreshnessCheck.of(model.baseline(), source, spec, limits, provenance)
                    .ifPresent(checks::add);
            BaselineBehindCheck.of(model.baseline(), source, staleness.baseline(), provenance)
                    .ifPresent(checks::add);
        }
        return checks;
    }

    /** Start of the oldest pane that a window which ends after {@code timeMs} needs. */
    long oldestNeeded(long timeMs) {
        return windows.stream()
                .mapToLong(checked -> checked.oldestNeeded(timeMs))
                .min()
                .orElse(timeMs);
    }

    /** Whether a window that ends after {@code timeMs} starts inside {@code span}, neither where it starts nor where it ends. */
    boolean isCutByWindowEndingAfter(long timeMs, Window span) {
        return windows.stream().anyMatch(checked -> checked.cuts(span, timeMs));
    }
}
