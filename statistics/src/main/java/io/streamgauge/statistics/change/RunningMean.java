package io.streamgauge.statistics.change;

/** The mean of the values so far, updated one by one (Welford). */
final class RunningMean {
    private long count;
    private double mean;

    void add(double value) {
        count++;
        mean += (value - mean) / count;
    }

    long count() {
        return count;
    }

    /** 0 before the first value. */
    double mean() {
        return mean;
    }

    void become(RunningMean other) {
        count = other.count;
        mean = other.mean;
    }

    void clear() {
        count = 0;
        mean = 0;
    }

    void write(StateWriter writer) {
        writer.count(count).number(mean);
    }

    void read(StateReader reader, double min, double max) {
        count = reader.count(0, Long.MAX_VALUE);
        mean = reader.number(min, max);
    }
}
