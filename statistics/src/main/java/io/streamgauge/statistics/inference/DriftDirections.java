package io.streamgauge.statistics.inference;

import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where an {@link EProcess} looks for drift: functions on the bins, whose mean over the rows may rise or fall. The first ones matter
 * most. On a grid: level, spread, skewness and tails (polynomials of the bins' normal scores, whatever the unit of the values); the
 * share of each bin that holds no number, and of those beyond the outermost edges; of each eighth of the values. On a vocabulary: the
 * share of each bin that is none of its values; of each of the 32 most frequent values; of the others in eight groups.
 *
 * @param functions a value for each bin; neither centred nor scaled
 * @param names what rises or falls, for people
 */
record DriftDirections(List<double[]> functions, List<String> names) {

    private static final List<String> POLYNOMIALS = List.of("level", "spread", "skewness", "weight of the tails");
    private static final int MOST_VALUES = 32;
    private static final int GROUPS = 8;

    /**
     * The directions for a reference.
     *
     * @param least bins with a smaller share are too rare to shape the polynomials
     */
    static DriftDirections of(Layout layout, double[] shares, double least) {
        var directions = new DriftDirections(new ArrayList<>(), new ArrayList<>());
        if (layout instanceof Grid grid) {
            directions.addNumeric(grid, shares, least);
        } else {
            directions.addCategorical((Vocabulary) layout, shares);
        }
        return directions;
    }

    private void addNumeric(Grid grid, double[] shares, double least) {
        double[][] polynomials = BinFunctions.polynomials(grid, shares, least, POLYNOMIALS.size());
        for (int degree = 0; degree < polynomials.length; degree++) {
            functions.add(polynomials[degree]);
            names.add(POLYNOMIALS.get(degree));
        }
        int overflow = grid.edgeCount();
        for (int b = overflow + 1; b < shares.length; b++) {
            addShare(shares.length, List.of(b), "share of " + grid.binLabel(b));
        }
        addShare(shares.length, List.of(0, overflow), "share beyond the range");
        List<Integer> all = IntStream.rangeClosed(0, overflow).boxed().toList();
        addGroups(all, shares, grid);
    }

    private void addCategorical(Vocabulary vocabulary, double[] shares) {
        for (int b = vocabulary.size(); b < shares.length; b++) {
            addShare(shares.length, List.of(b), "share of " + vocabulary.binLabel(b));
        }
        List<Integer> byShare = IntStream.range(0, vocabulary.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer b) -> -shares[b]).thenComparing(b -> b))
                .toList();
        int single = Math.min(MOST_VALUES, byShare.size());
        for (int b : byShare.subList(0, single)) {
            addShare(shares.length, List.of(b), "share of " + vocabulary.binLabel(b));
        }
        // Not by share: those of which the baseline happens to hold few would meet in one group, whose share is then
        // too small.
        List<Integer> others =
                byShare.subList(single, byShare.size()).stream().sorted().toList();
        addGroups(others, shares, vocabulary);
    }

    /** Neighbours, in groups of about the same share. */
    private void addGroups(List<Integer> bins, double[] shares, Layout layout) {
        double all = bins.stream().mapToDouble(b -> shares[b]).sum();
        double before = 0;
        int from = 0;
        for (int i = 0; i < bins.size(); i++) {
            before += shares[bins.get(i)];
            if (before >= all / GROUPS || i == bins.size() - 1) {
                List<Integer> group = bins.subList(from, i + 1);
                String last = group.size() == 1 ? "" : " to " + layout.binLabel(bins.get(i));
                addShare(shares.length, group, "share of " + layout.binLabel(bins.get(from)) + last);
                before = 0;
                from = i + 1;
            }
        }
    }

    private void addShare(int bins, List<Integer> members, String name) {
        var indicator = new double[bins];
        members.forEach(b -> indicator[b] = 1);
        functions.add(indicator);
        names.add(name);
    }

    int count() {
        return functions.size();
    }

    /** The functions with mean 0 and variance 1 under these shares; all 0 where one does not vary. */
    double[][] standardised(double[] shares) {
        return functions.stream().map(f -> standardised(f, shares)).toArray(double[][]::new);
    }

    private static double[] standardised(double[] f, double[] shares) {
        double mean = 0;
        for (int b = 0; b < f.length; b++) {
            mean += f[b] * shares[b];
        }
        double variance = 0;
        for (int b = 0; b < f.length; b++) {
            variance += (f[b] - mean) * (f[b] - mean) * shares[b];
        }
        double center = mean;
        double deviation = Math.sqrt(variance);
        return variance > 0
                ? Arrays.stream(f).map(y -> (y - center) / deviation).toArray()
                : new double[f.length];
    }
}
