package io.streamgauge.statistics.change;

/** The exponentially weighted mean of the values so far, and how far McDiarmid's inequality lets it stray. */
final class WeightedMean {
    private final double lambda;
    private boolean started;
    private double mean;
    /** Sum of the squared weights, counting a weight of 1 for what lies before the first value. */
    private double squares = 1;

    WeightedMean(double lambda) {
        this.lambda = lambda;
    }

    void add(double value) {
        mean = started ? lambda * value + (1 - lambda) * mean : value;
        squares = lambda * lambda + (1 - lambda) * (1 - lambda) * squares;
        started = true;
    }

    boolean started() {
        return started;
    }

    double mean() {
        return mean;
    }

    double squares() {
        return squares;
    }

    void become(WeightedMean other) {
        started = other.started;
        mean = other.mean;
        squares = other.squares;
    }

    void clear() {
        started = false;
        mean = 0;
        squares = 1;
    }

    void write(StateWriter writer) {
        writer.flag(started).number(mean).number(squares);
    }

    void read(StateReader reader) {
        started = reader.flag();
        mean = reader.number(0, 1);
        squares = reader.number(0, 1);
    }
}
