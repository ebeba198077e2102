package io.streamgauge.checks;

import io.streamgauge.statistics.inference.VolumeNull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Are there as many events as at the same hour of the week at training? The value is the logarithm of the ratio of the two numbers, without
 * its sign; it is judged against a factor that matters, and against how far windows of the training data are from others of their hour.
 * An hour of the week that training saw less than {@value #FEWEST_WEEKS} times gives no verdict.
 */
public final class VolumeCheck implements Check {
    private static final int FEWEST_WEEKS = 2;

    private final Map<Long, List<Double>> byHour;
    private final VolumeNull law;
    private final double floor;
    private final double level;
    private final WindowSpec windows;
    private final Provenance provenance;

    private VolumeCheck(
            Map<Long, List<Double>> byHour,
            VolumeNull law,
            double floor,
            double level,
            WindowSpec windows,
            Provenance provenance) {
        this.byHour = byHour;
        this.law = law;
        this.floor = floor;
        this.level = level;
        this.windows = windows;
        this.provenance = provenance;
    }

    /** @param factor above 1 */
    static VolumeCheck of(Reference reference, double factor, StabilitySettings settings, Provenance provenance) {
        var byHour = new HashMap<Long, List<Double>>();
        for (Reference.Volume volume : reference.volumes()) {
            byHour.computeIfAbsent(HourOfWeek.of(reference.windows(), volume.startMs()), first -> new ArrayList<>())
                    .add(VolumeNull.logOf(volume.events()));
        }
        return new VolumeCheck(
                byHour,
                VolumeNull.fit(byHour.values()),
                Math.log(factor),
                settings.falseAlarms().levelPerWindow(reference.windows().advance()),
                reference.windows(),
                provenance);
    }

    @Override
    public List<Score> assess(Observation observation) {
        if (!observation.isWhole()) {
            return List.of();
        }
        long events = observation.events();
        List<Double> usual =
                byHour.getOrDefault(HourOfWeek.of(windows, observation.window().startMs()), List.of());
        boolean known = usual.size() >= FEWEST_WEEKS && law.isKnown();
        double expected = VolumeNull.mean(usual);
        double off = known ? VolumeNull.logOf(events) - expected : 0;
        String note = known
                ? "%d events where about %d were expected".formatted(events, VolumeNull.eventsOf(expected))
                : null;
        return List.of(new Score(
                observation.subject(),
                observation.window(),
                QualityCheck.NAME,
                "volume",
                "|ln((events + 1) / (expected at the same hour of the week + 1))|",
                null,
                measure(Math.abs(off), usual.size(), known, events),
                List.of(),
                observation.evidence(),
                provenance,
                null,
                note));
    }

    private Measurement measure(double off, int weeks, boolean known, long events) {
        Double quantile = known ? law.quantile(level, weeks) : null;
        Double pValue = known ? law.pValue(off, weeks) : null;
        return new Measurement(off, floor, quantile, pValue, known ? level : null, null, events, weeks, known);
    }
}
