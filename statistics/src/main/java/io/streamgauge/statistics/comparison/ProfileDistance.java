package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.distance.CountDistance;
import io.streamgauge.statistics.distance.Distance;
import io.streamgauge.statistics.distance.Shrinkage;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.Arrays;
import java.util.Map;

/**
 * A metric of {@code compare} on the bins of two profiles of one layout, as specified.
 *
 * <ul>
 *   <li>{@code binning=baseline} only, the default: a profile has no other bins. All unseen values are one bin.
 *   <li>{@code missing=bin}, the default: missing, mistyped, NaN and infinities are bins of their own. {@code missing=drop}
 *       leaves them out; a side of which nothing is left counts as one value that the other side never had, never as equal.
 *   <li>Bins that are empty on both sides are left out: a zero fill would fill them.
 *   <li>{@code chi-square} and {@code g-test} give the statistic times {@code 1/n + 1/N}, which has a limit when the windows
 *       grow, where the statistic itself has none. In chi-square less than one expected row counts as one.
 *   <li>What a zero fill takes below 0 is 0. {@code zero-fill=none} is refused: an infinite score judges nothing.
 * </ul>
 */
record ProfileDistance(String name, String convention, boolean missingIsBin, boolean categoriesOnly, BinFormula formula)
        implements Distance {

    private static final Map<String, String> OF_PROFILES = Map.of("binning", Binnings.BASELINE, "missing", "bin");

    static Distance of(MetricSpecification specification) {
        var parameters = new Parameters(specification, OF_PROFILES);
        parameters.word("binning", Binnings.BASELINE, Binnings.BASELINE);
        boolean missingIsBin = parameters.word("missing", "bin", "bin", "drop").equals("bin");
        BinFormula formula = Metrics.onProfiles(specification.name(), parameters);
        return new ProfileDistance(
                specification.text(),
                parameters.convention(),
                missingIsBin,
                specification.name().equals("l-infinity"),
                formula);
    }

    @Override
    public boolean appliesTo(Layout layout) {
        return !categoriesOnly || layout instanceof Vocabulary;
    }

    @Override
    public double between(Profile reference, Profile current) {
        if (!reference.layout().equals(current.layout())) {
            throw new IllegalArgumentException(name + " needs two profiles of one layout");
        }
        if (reference.count() == 0 || current.count() == 0) {
            throw new IllegalArgumentException(name + " needs two profiles with rows, got " + reference.count()
                    + " and " + current.count() + " rows");
        }
        return onCounts(reference).between(reference.binCounts(), current.binCounts());
    }

    @Override
    public CountDistance onCounts(Profile reference) {
        Layout layout = reference.layout();
        if (!appliesTo(layout)) {
            throw new IllegalArgumentException(name + " does not apply to " + layout);
        }
        int values = layout instanceof Grid grid ? grid.edgeCount() + 1 : ((Vocabulary) layout).size() + 1;
        int bins = missingIsBin ? layout.bins() : values;
        return (a, b) -> distance(Arrays.copyOf(a, bins), Arrays.copyOf(b, bins));
    }

    private double distance(long[] reference, long[] current) {
        boolean noReference = Arrays.stream(reference).sum() == 0;
        boolean noCurrent = Arrays.stream(current).sum() == 0;
        if (noReference && noCurrent) {
            return 0;
        }
        Masses filled = new Masses(new double[0], new double[0]).andFilled(reference, current);
        Masses masses = noReference || noCurrent
                ? filled.and(new long[] {noReference ? 1 : 0}, new long[] {noCurrent ? 1 : 0})
                : filled;
        return Math.max(0, formula.of(masses));
    }

    @Override
    public Shrinkage shrinkage() {
        return formula.shrinkage();
    }
}
