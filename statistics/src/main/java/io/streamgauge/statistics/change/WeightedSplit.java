package io.streamgauge.statistics.change;

/** The values before and behind the cut that speaks most for a movement of the weighted mean in one direction. */
final class WeightedSplit {
    /** 1 for a rise; -1 for a fall, which is a rise of the negative. */
    private final int sign;

    private final WeightedMean before;
    private final WeightedMean after;
    private double cut = Double.POSITIVE_INFINITY;

    private WeightedSplit(int sign, double lambda) {
        this.sign = sign;
        this.before = new WeightedMean(lambda);
        this.after = new WeightedMean(lambda);
    }

    static WeightedSplit ofRise(double lambda) {
        return new WeightedSplit(1, lambda);
    }

    static WeightedSplit ofFall(double lambda) {
        return new WeightedSplit(-1, lambda);
    }

    /** Moves the cut here if the mean of all values is now at its best bound, otherwise counts the value behind the cut. */
    void add(double value, WeightedMean all, double confidence) {
        double bound = sign * all.mean() + bound(all.squares(), confidence);
        if (bound < cut) {
            cut = bound;
            before.become(all);
            after.clear();
        } else {
            after.add(value);
        }
    }

    boolean isBeyond(double confidence) {
        return before.started()
                && after.started()
                && sign * (after.mean() - before.mean()) > bound(before.squares() + after.squares(), confidence);
    }

    private static double bound(double squares, double confidence) {
        return Math.sqrt(squares * StrictMath.log(1 / confidence) / 2);
    }

    void clear() {
        before.clear();
        after.clear();
        cut = Double.POSITIVE_INFINITY;
    }

    void write(StateWriter writer) {
        before.write(writer);
        after.write(writer);
        writer.number(cut);
    }

    void read(StateReader reader) {
        before.read(reader);
        after.read(reader);
        cut = reader.number(-Double.MAX_VALUE, Double.POSITIVE_INFINITY);
    }
}
