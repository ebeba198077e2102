package io.streamgauge.statistics.comparison;

import io.streamgauge.statistics.comparison.EdgeBinning.Outside;
import io.streamgauge.statistics.profile.Grid;

/**
 * The list of binnings of numeric features:
 *
 * <ul>
 *   <li>{@code baseline}, the default: the grid of the service, {@code bins} (64) quantile bins of the reference, one below and
 *       one above; one bin for each value where there are no more distinct ones than that.
 *   <li>{@code reference-quantile}: {@code bins} (10) bins between linear quantiles of the reference, {@code [lo,hi)}, the outer
 *       ones open; equal quantiles once.
 *   <li>{@code reference-width}: {@code bins} (10) of equal width over the range of the reference, one below and one above.
 *   <li>{@code pooled-sturges}: Evidently's, see {@link DistinctOrSturges}; {@code distinct-sturges}: what it does for the
 *       Hellinger distance, Sturges' rule over the distinct values of both sides.
 *   <li>{@code pooled-width}: whylogs', {@code min(bins, (n+m)/4)} of equal width over both sides, at most 30 by default.
 *   <li>{@code reference-doane}: NannyML's, Doane's rule on the reference, and one bin for all that lies outside.
 *   <li>{@code tfdv-standard}, {@code tfdv-quantiles}: see {@link TfdvHistograms}; {@code bins} (10).
 * </ul>
 *
 * <p>Categorical features need none: each value of either side is a bin.
 */
final class Binnings {

    static final String BASELINE = "baseline";
    private static final int MOST = 4096;

    private Binnings() {}

    /** The binning that the parameters {@code binning} and {@code bins} ask for. */
    static Binning of(Parameters parameters) {
        String name = parameters.word(
                "binning",
                BASELINE,
                BASELINE,
                "reference-quantile",
                "reference-width",
                "pooled-sturges",
                "distinct-sturges",
                "pooled-width",
                "reference-doane",
                "tfdv-standard",
                "tfdv-quantiles");
        return switch (name) {
            case "reference-quantile" -> quantiles(bins(parameters, 10));
            case "reference-width" -> widths(bins(parameters, 10));
            case "pooled-sturges" -> new DistinctOrSturges();
            case "distinct-sturges" -> new EdgeBinning(Binnings::ofDistinct, Outside.IMPOSSIBLE, true, false);
            case "pooled-width" -> pooled(bins(parameters, 30));
            case "reference-doane" -> new EdgeBinning((r, c) -> Edges.doane(r), Outside.ONE_BIN, true, true);
            case "tfdv-standard" -> new TfdvHistograms(bins(parameters, 10), false);
            case "tfdv-quantiles" -> new TfdvHistograms(bins(parameters, 10), true);
            default -> baseline(bins(parameters, Grid.DEFAULT_BINS));
        };
    }

    static Binning baseline(int bins) {
        return new EdgeBinning((r, c) -> Edges.grid(r, bins), Outside.TWO_BINS, false, true);
    }

    private static int bins(Parameters parameters, int otherwise) {
        return parameters.whole("bins", otherwise, 2, MOST);
    }

    private static Binning quantiles(int bins) {
        return new EdgeBinning((r, c) -> Edges.quantiles(r, bins), Outside.TWO_BINS, false, true);
    }

    private static Binning widths(int bins) {
        return new EdgeBinning((r, c) -> Edges.width(r.min(), r.max(), bins), Outside.TWO_BINS, true, true);
    }

    private static Binning pooled(int most) {
        EdgeBinning.Edges edges = (r, c) -> {
            double low = Math.min(r.min(), c.min());
            double high = Math.max(r.max(), c.max());
            int bins = (int) Math.min(most, Math.ceil((r.compared() + c.compared()) / 4.0));
            return Edges.width(low, high + Math.abs(high) * 1e-7, bins);
        };
        return new EdgeBinning(edges, Outside.IMPOSSIBLE, true, false);
    }

    private static double[] ofDistinct(Numbers reference, Numbers current) {
        var distinct = new long[1];
        Merge.walk(reference, current, (value, a, b) -> distinct[0]++);
        return Edges.sturges(
                Math.min(reference.min(), current.min()), Math.max(reference.max(), current.max()), distinct[0]);
    }
}
