package io.streamgauge.checks;

import io.streamgauge.statistics.inference.EProcess;
import io.streamgauge.statistics.inference.EProcessState;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Has the distribution of a feature moved away from the reference, by all windows since it may have begun? The same question as
 * {@link DriftCheck}'s, for drifts that last and are too small for a single window: see {@link EProcess}.
 *
 * <p>It is pure, too: it is given what it remembers of the windows before and returns what it will remember. Windows must come in
 * the order of event time, each once, and must not overlap.
 *
 * <p>The value is the evidence, ln of the e-process; the threshold ln of the average run length that the false-alarm budget comes to;
 * the p-value {@code exp(-value)}, so that the procedure of Benjamini and Hochberg over the window's scores is the one for e-values. The floor is
 * the smallest drift to be found and is compared with the detectable effect, not with the value. Windows with fewer rows than the
 * minimum get no verdict, but their rows count.
 */
public final class SequentialDriftCheck {
    private final Reference reference;
    private final List<Watched> watched;
    private final Provenance provenance;

    /** @param bySlice the detector of each slice that the baseline knows */
    private record Watched(
            int index, String feature, Map<String, EProcess> bySlice, double level, double floor, long minimumRows) {}

    /**
     * What came of a window.
     *
     * @param memory by feature; what is not in it need not be remembered
     */
    public record Assessed(List<Score> scores, Map<String, byte[]> memory) {
        public Assessed {
            scores = List.copyOf(scores);
            memory = Map.copyOf(memory);
        }
    }

    private SequentialDriftCheck(Reference reference, List<Watched> watched, Provenance provenance) {
        this.reference = reference;
        this.watched = List.copyOf(watched);
        this.provenance = provenance;
    }

    static SequentialDriftCheck of(
            Reference reference, Function<String, DriftSettings> ofFeature, Provenance provenance) {
        List<Watched> watched = IntStream.range(0, reference.features().size())
                .parallel()
                .filter(i -> reference.features().get(i).total().count() > 0) // else: nothing to compare with
                .filter(i -> settings(reference, i, ofFeature).isSequential())
                .mapToObj(i -> watched(i, reference, settings(reference, i, ofFeature)))
                .toList();
        if (!watched.isEmpty() && reference.windows().overlaps()) {
            throw new IllegalArgumentException("%s counts each event once, and windows %s overlap"
                    .formatted(EProcess.NAME, reference.windows().name()));
        }
        return new SequentialDriftCheck(reference, watched, provenance);
    }

    private static DriftSettings settings(Reference reference, int i, Function<String, DriftSettings> ofFeature) {
        return ofFeature.apply(reference.features().get(i).schema().name());
    }

    private static Watched watched(int index, Reference reference, DriftSettings settings) {
        FeatureReference feature = reference.features().get(index);
        FalseAlarmBudget budget = settings.falseAlarms();
        Duration advance = reference.windows().advance();
        double level = budget.levelPerWindow(advance);
        var detector =
                EProcess.fit(feature.total(), feature.windows(), new EProcess.Settings(1 / level, settings.floor()));
        Map<String, EProcess> bySlice = new HashMap<>();
        bySlice.put(Subject.ALL, detector);
        reference.slices().forEach((slice, totals) -> {
            if (totals.get(index).count() > 0) {
                bySlice.put(slice, detector.against(totals.get(index)));
            }
        });
        return new Watched(index, feature.schema().name(), bySlice, level, settings.floor(), settings.minimumRows());
    }

    boolean isEmpty() {
        return watched.isEmpty();
    }

    /** The features that something may be remembered of. */
    public List<String> features() {
        return watched.stream().map(Watched::feature).toList();
    }

    /**
     * One score for each feature, also when all is well, and what to remember.
     *
     * @param memory of the same version and slice after the window before; empty at first
     * @throws IllegalArgumentException if the memory was written by another release, or is damaged
     */
    public Assessed assess(Observation observation, Map<String, byte[]> memory) {
        String slice = observation.subject().slice();
        var scores = new ArrayList<Score>();
        var after = new HashMap<String, byte[]>();
        for (Watched feature : watched) {
            EProcess detector = feature.bySlice().get(slice);
            Profile before = reference.total(feature.index(), slice);
            if (detector == null || before == null) {
                continue;
            }
            EProcess.Step step = detector.step(
                    state(detector, memory.get(feature.feature())),
                    observation.profiles().get(feature.index()).binCounts());
            if (!step.state().isStart()) {
                after.put(feature.feature(), step.state().toBytes());
            }
            scores.add(score(feature, detector, before, step, observation));
        }
        return new Assessed(scores, after);
    }

    private static EProcessState state(EProcess detector, byte @Nullable [] bytes) {
        return bytes == null ? detector.start() : EProcessState.fromBytes(bytes);
    }

    private Score score(
            Watched feature, EProcess detector, Profile before, EProcess.Step step, Observation observation) {
        Profile current = observation.profiles().get(feature.index());
        long n = current.count();
        return new Score(
                observation.subject(),
                observation.window(),
                DriftCheck.NAME,
                EProcess.NAME,
                detector.convention(),
                feature.feature(),
                new Measurement(
                        step.logEvidence(),
                        feature.floor(),
                        detector.logThreshold(),
                        step.pValue(),
                        feature.level(),
                        n == 0 ? null : Math.min(Double.MAX_VALUE, detector.detectableEffect(n)),
                        n,
                        before.count(),
                        n > 0 && n >= feature.minimumRows()),
                n > 0 ? new Contributors(before, current) : List.of(),
                observation.evidence(),
                provenance,
                null,
                step.alarm() ? step.finding() : null);
    }
}
